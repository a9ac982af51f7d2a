// The sentences of the cage, which come with it.
import cage from './cage.fr.json' with { type: 'json' };
import { type Lang, type Say, sentences, vocabulary } from './strings.ts';

export type CageTranslate = Say<keyof typeof sentences.fr | keyof typeof cage>;

export const cageWords: (lang: Lang) => CageTranslate = vocabulary({ fr: { ...sentences.fr, ...cage } });

// The sentences of the server's chair, which come with it.
import chair from './chair.fr.json' with { type: 'json' };
import { type Lang, type Say, sentences, vocabulary } from './strings.ts';

export type ChairKey = keyof typeof sentences.fr | keyof typeof chair;
export type ChairTranslate = Say<ChairKey>;

export const chairWords: (lang: Lang) => ChairTranslate = vocabulary({ fr: { ...sentences.fr, ...chair } });

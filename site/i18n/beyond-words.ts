// The sentences of what is run below the matrix.
import fr from './beyond-stages.fr.json' with { type: 'json' };
import { type Lang, type Say, vocabulary } from './strings.ts';

export type BeyondWords = Say<keyof typeof fr>;

export const beyondWords: (lang: Lang) => BeyondWords = vocabulary({ fr });

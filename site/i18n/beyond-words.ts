// The sentences of what is run below the matrix.
import type fr from './beyond-stages.fr.json';
import type { Lang } from './langs.ts';
import { type Say, vocabulary } from './strings.ts';

export type BeyondWords = Say<keyof typeof fr>;

export const beyondWords: (lang: Lang) => BeyondWords = vocabulary('beyond-stages');

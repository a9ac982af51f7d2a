// The sentences of links to a state, which come with the parts that say them.
import type { Lang } from './langs.ts';
import type fr from './state-link.fr.json';
import { type Say, vocabulary } from './strings.ts';

export type StateWords = Say<keyof typeof fr>;

export const stateWords: (lang: Lang) => StateWords = vocabulary('state-link');

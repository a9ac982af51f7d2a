// The sentences of the search, which its page brings along.
import type { Lang } from './langs.ts';
import type fr from './search.fr.json';
import { type Say, vocabulary } from './strings.ts';

export type SearchWords = Say<keyof typeof fr>;

export const searchWords: (lang: Lang) => SearchWords = vocabulary('search');

// The sentences for what a relay refuses: it was there to refuse it, so they come when they are said.
import type { Lang } from './langs.ts';
import type refusals from './refusals.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export const refusalWords: (lang: Lang) => Say<Key | keyof typeof refusals> = vocabulary('site', 'refusals');

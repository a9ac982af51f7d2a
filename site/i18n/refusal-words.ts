// The sentences for what is not sent or not carried. They come when they are said, but for the one that needs no network.
import type { Lang } from './langs.ts';
import type refusals from './refusals.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export const refusalWords: (lang: Lang) => Say<Key | keyof typeof refusals> = vocabulary('site', 'refusals');

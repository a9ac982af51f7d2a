// The sentences of the server's chair, which come with it.
import type chair from './chair.fr.json';
import type { Lang } from './langs.ts';
import { type Key, type Say, vocabulary } from './strings.ts';

export type ChairKey = Key | keyof typeof chair;
export type ChairTranslate = Say<ChairKey>;

export const chairWords: (lang: Lang) => ChairTranslate = vocabulary('site', 'chair');

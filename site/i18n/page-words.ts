// The sentences of the pages around the islands: no script carries them.

import type { Lang } from './langs.ts';
import type pages from './pages.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type PageTranslate = Say<Key | keyof typeof pages>;

export const pageWords: (lang: Lang) => PageTranslate = vocabulary('site', 'pages');

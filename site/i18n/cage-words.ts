// The sentences of the cage, which come with it.
import type cage from './cage.fr.json';
import type { Lang } from './langs.ts';
import { type Key, type Say, vocabulary } from './strings.ts';

export type CageTranslate = Say<Key | keyof typeof cage>;

export const cageWords: (lang: Lang) => CageTranslate = vocabulary('site', 'cage');

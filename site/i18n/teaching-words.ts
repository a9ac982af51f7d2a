// The sentences of the teacher’s console, and the names of stages.
import type { Lang } from './langs.ts';
import { type Key, type Say, vocabulary } from './strings.ts';
import type fr from './teaching.fr.json';

export type TeachingWords = Say<Key | keyof typeof fr>;

export const teachingWords: (lang: Lang) => TeachingWords = vocabulary('site', 'teaching');

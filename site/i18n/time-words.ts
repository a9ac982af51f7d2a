// The sentences of what sets the time of a bench, which come with it.
import type { Lang } from './langs.ts';
import { type Say, vocabulary } from './strings.ts';
import type fr from './time.fr.json';

export type TimeWords = Say<keyof typeof fr>;

export const timeWords: (lang: Lang) => TimeWords = vocabulary('time');

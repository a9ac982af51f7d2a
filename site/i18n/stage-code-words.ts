// In which language a stage's code stands, and where it comes from: words that come with it.
import type { Lang } from './langs.ts';
import type fr from './stage-code.fr.json';
import { type Say, vocabulary } from './strings.ts';

export const stageCodeWords: (lang: Lang) => Say<keyof typeof fr> = vocabulary('stage-code');

// The sentences of "find the flaw".
import type fr from './flaws.fr.json';
import type { Lang } from './langs.ts';
import type stageCode from './stage-code.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type FlawWords = Say<keyof typeof fr | keyof typeof stageCode | Key>;

export const flawWords: (lang: Lang) => FlawWords = vocabulary('flaws', 'stage-code', 'site');

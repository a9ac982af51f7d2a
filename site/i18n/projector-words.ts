// The sentences of the projector, and the names of stages.
import type { Lang } from './langs.ts';
import type fr from './projector.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type ProjectorWords = Say<Key | keyof typeof fr>;

export const projectorWords: (lang: Lang) => ProjectorWords = vocabulary('site', 'projector');

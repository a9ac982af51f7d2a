// The sentences of every experiment's frame, which come with it.
import type fr from './experiment.fr.json';
import type { Lang } from './langs.ts';
import { type Say, vocabulary } from './strings.ts';

export type ExperimentWords = Say<keyof typeof fr>;

export const experimentWords: (lang: Lang) => ExperimentWords = vocabulary('experiment');

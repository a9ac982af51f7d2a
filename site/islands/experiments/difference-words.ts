// The sentences of question 12's experiment.
import type fr from '../../i18n/experiments/12-difference.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const differenceWords = vocabulary<keyof typeof fr>('experiments/12-difference');
export type DifferenceSay = Say<keyof typeof fr>;

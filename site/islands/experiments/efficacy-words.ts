// The sentences of question 14's experiment.
import type fr from '../../i18n/experiments/14-efficace.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const efficacyWords = vocabulary<keyof typeof fr>('experiments/14-efficace');
export type EfficacySay = Say<keyof typeof fr>;

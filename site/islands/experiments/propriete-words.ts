// The sentences of question 8, for the files that draw it.
import type fr from '../../i18n/experiments/08-propriete.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export type ProprieteWords = Say<keyof typeof fr>;

export const words = vocabulary<keyof typeof fr>('experiments/08-propriete');

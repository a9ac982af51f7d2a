// The sentences of question 5, for the files that draw it.
import type fr from '../../i18n/experiments/05-urandom.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export type UrandomWords = Say<keyof typeof fr>;

export const words = vocabulary<keyof typeof fr>('experiments/05-urandom');

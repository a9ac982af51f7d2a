// The sentences of question 6, for the files that draw it.
import type fr from '../../i18n/experiments/06-primitives.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export type PrimitivesWords = Say<keyof typeof fr>;

export const words = vocabulary<keyof typeof fr>('experiments/06-primitives');

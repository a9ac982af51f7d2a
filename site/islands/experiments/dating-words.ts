// The sentences of question 13's experiment, and how it says a date.

import { signed } from '../../chat/clock.ts';
import { type Edge, isSharp } from '../../experiments/edges.ts';
import type fr from '../../i18n/experiments/13-moins-45.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const datingWords = vocabulary<keyof typeof fr>('experiments/13-moins-45');
export type DatingSay = Say<keyof typeof fr>;

/** A date as the seconds from the sending: −45 s, maintenant, +60 s. */
export function dateWords(date: number, t: DatingSay): string {
  return date === 0 ? t('dating.now') : t('dating.seconds', { seconds: signed(date) });
}

/** Where tokens begin to be refused, as far as it was found. */
export function edgeWords(side: 'past' | 'future', edge: Edge | undefined, t: DatingSay): string {
  if (edge?.refused === undefined) return t('dating.edgeOpen');
  const dates = { accepted: dateWords(edge.accepted, t), refused: dateWords(edge.refused, t) };
  return isSharp(edge) ? t('dating.edgeSharp', dates) : t(`dating.between.${side}`, dates);
}

// The sentences of question 15's experiment, and how it says whose clock is ahead.
import type { PeerName } from '../../chat/relay-choice.ts';
import type { LimitsTrial } from '../../experiments/15-limites.ts';
import type fr from '../../i18n/experiments/15-limites.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const limitsWords = vocabulary<keyof typeof fr>('experiments/15-limites');
export type LimitsSay = Say<keyof typeof fr>;

/** A sentence on a sender's clock. */
function skewWords(from: PeerName, skew: number, t: LimitsSay): string {
  if (skew === 0) return t('limits.even');
  return t(skew > 0 ? 'limits.ahead' : 'limits.behind', { from, seconds: Math.abs(skew) });
}

/** What the map's pointer stands on. */
export function pointedWords(trial: LimitsTrial, t: LimitsSay): string {
  const { skew, elapsed } = trial.pointer.value;
  const clock = skewWords(trial.sender.value, skew, t);
  return t('limits.pointed', { clock, elapsed, zone: t(`zone.${trial.pointed()}`) });
}

// What a run of the matrix came to, as a mark and a word.
import type { Outcome } from '#lab/attacks/matrix.ts';
import { durationOf } from '../chat/follow.ts';
import type { GuessCost } from '../experiments/guess-cost.ts';
import { type InspectorTranslate, inspectorWords } from '../i18n/inspector-words.ts';
import type { Lang } from '../i18n/langs.ts';
import type fr from '../i18n/matrix.fr.json';
import { type Say, vocabulary } from '../i18n/strings.ts';
import type { MarkKind } from './Mark.tsx';

export interface MatrixWords {
  /** the sentences of the site, the checks among them */
  readonly t: InspectorTranslate;
  /** the sentences of the matrix */
  readonly m: Say<keyof typeof fr>;
}

const sayings = vocabulary<keyof typeof fr>('matrix');

export const matrixWords = (lang: Lang): MatrixWords => ({ t: inspectorWords(lang), m: sayings(lang) });

/** The checks that some attack of the matrix runs into, in a word each. */
const BY = { age: 'age', hmac: 'hmac', tag: 'tag', counter: 'counter' } as const;

export function outcomeWords(
  outcome: Outcome,
  { m }: MatrixWords,
): { kind: MarkKind; word: string; by?: string } {
  if (outcome === 'succeeds') return { kind: 'tampered', word: m('outcome.succeeds') };
  if (outcome === 'out of time')
    return { kind: 'opaque', word: m('outcome.outOfTime'), by: m('outcome.by.projection') };
  if (outcome === 'gets nothing') return { kind: 'opaque', word: m('outcome.nothing') };
  const check = outcome.slice('refused: '.length);
  const by = m(`outcome.by.${check in BY ? (check as keyof typeof BY) : 'other'}`); // just looked up
  return { kind: 'stale', word: m('outcome.refused'), by };
}

const figure = (digits: number, { m }: MatrixWords) =>
  new Intl.NumberFormat(m.locale, { maximumSignificantDigits: digits });

/** A length of time in seconds: to a tenth or so when it is short, else in its two units. */
function timeWords(seconds: number, words: MatrixWords): string {
  const { t } = words;
  if (seconds < 60) return t('duration.seconds', { count: figure(2, words).format(seconds), rest: 0 });
  const { unit, count, rest } = durationOf(Math.round(seconds));
  return t(`duration.${unit}`, { count, rest });
}

/** Below this, code that has just been loaded is what is measured, and the rate is far too low. */
const BRIEF_SECONDS = 0.5;

/** What some guesses cost, and what the way to the password and to the end of the list would, at that rate. */
export function guessWords(cost: GuessCost, words: MatrixWords): string {
  const told = words.m('trace.cost', {
    tried: cost.tried,
    time: timeWords(cost.seconds, words),
    rate: figure(2, words).format(cost.perSecond),
    rank: cost.rank,
    toRank: timeWords(cost.toRank, words),
    count: figure(12, words).format(cost.count),
    toEnd: timeWords(cost.toEnd, words),
  });
  return cost.seconds < BRIEF_SECONDS ? `${told} ${words.m('trace.cost.brief')}` : told;
}

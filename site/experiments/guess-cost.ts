// What guesses at a password have cost, and what more of them would at the same rate.
export interface GuessCost {
  readonly tried: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** where the password stands in the list, from 1 */
  readonly rank: number;
  /** seconds to the password, and to the end of the list */
  readonly toRank: number;
  readonly count: number;
  readonly toEnd: number;
}

export function guessCost(
  {
    words,
    rank,
    count,
  }: { readonly words: readonly string[]; readonly rank: number; readonly count: number },
  ms: number,
): GuessCost {
  // A clock that shows no time at all must not make the rate infinite: browsers round to a tenth of a millisecond.
  const seconds = Math.max(ms, 0.1) / 1000;
  const tried = words.length;
  const perSecond = tried / seconds;
  return { tried, seconds, perSecond, rank, toRank: rank / perSecond, count, toEnd: count / perSecond };
}

// Tries the words of a list on one token slice by slice, so that a worker can show how fast it goes, and stop.
import type { Cost } from '../derive.ts';
import type { OpenContext, Stage, Token } from '../stage.ts';
import { findPassword, keyTable } from './dictionary.ts';

export interface Progress {
  /** how many words were tried so far, the one found included */
  readonly tried: number;
  /** the word whose keys open the token to a text; nothing follows it */
  readonly found: string | undefined;
}

/**
 * Derives the keys of one word after the other, with the stage's cost each, and tries them. It works while it is asked for
 * the next progress and rests between: who does not ask any more has stopped it.
 * @param context - the attacker's own clock: for a stage with a TTL, the timestamp that the token shows
 * @param slice - words between two reports, 1 or more
 * @param cost - other than the stage's own
 * @returns a report after each slice, and a last one with the word, or after the last words
 * @throws RangeError for a slice below 1, when first asked
 */
export function* tryWords(
  stage: Stage,
  token: Token,
  context: OpenContext,
  words: Iterable<string>,
  slice: number,
  cost?: Cost,
): Generator<Progress, void, void> {
  if (!Number.isSafeInteger(slice) || slice < 1)
    throw new RangeError(`slice: ${slice} words came, 1 or more were wanted`);
  let tried = 0;
  for (const word of words) {
    const found = findPassword(stage, token, context, keyTable(stage, [word], cost));
    tried += 1;
    if (found !== undefined || tried % slice === 0) yield { tried, found };
    if (found !== undefined) return;
  }
  if (tried % slice !== 0) yield { tried, found: undefined };
}

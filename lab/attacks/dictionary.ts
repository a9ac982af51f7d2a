// Finds a password by trying the words of a list on one token, without asking anybody.
import { fromUtf8 } from '../bytes.ts';
import { type Cost, deriveKeys } from '../derive.ts';
import { type Keys, type OpenContext, type Stage, type Token, tryOpen } from '../stage.ts';

/** The keys of each word. Where the salt is constant, or none is used, one table serves against everybody. */
export function keyTable(stage: Stage, words: readonly string[], cost?: Cost): ReadonlyMap<string, Keys> {
  return new Map(words.map((word) => [word, deriveKeys(stage, word, cost)]));
}

/** The first word of a table whose keys open the token to a text, or undefined. */
export function findPassword(
  stage: Stage,
  token: Token,
  context: OpenContext,
  table: ReadonlyMap<string, Keys>,
): string | undefined {
  for (const [word, keys] of table) {
    const plaintext = tryOpen(stage, token, keys, context);
    if (plaintext && fromUtf8(plaintext) !== undefined) return word;
  }
  return undefined;
}

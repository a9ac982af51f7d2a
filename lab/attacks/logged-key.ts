// Finds Fernet keys in a log that was meant for its author alone.
import type { Keys } from '../stage.ts';
import { parseKey } from '../stages/fernet.ts';

/** The keys in the lines of a log: whatever has their form, 43 characters of base64url and a sign of padding. */
export function keysIn(log: readonly string[]): Keys[] {
  return log.flatMap((line) => line.match(/[\w-]{43}=/g) ?? []).flatMap((text) => parseKey(text) ?? []);
}

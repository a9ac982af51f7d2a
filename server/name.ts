// Which names, of peers and of rooms, may stand in a log line.
import { MAX_NAME_LENGTH, RelayError } from './refusal.ts';

// Control characters (C0, DEL, C1), the controls of bidirectional text, and the two line separators of Unicode.
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** @throws RelayError `BAD_NAME` for a name, of a peer or of a room, that no log line should hold */
export function checkName(name: string): void {
  // A character takes at most two units: the second count never has much to count.
  const tooLong = name.length > 2 * MAX_NAME_LENGTH || [...name].length > MAX_NAME_LENGTH;
  if (name.length === 0 || tooLong || CONTROL.test(name) || !name.isWellFormed())
    throw new RelayError('BAD_NAME');
}

// Delivers one token several times, as a relay may: it needs neither to read it nor to change it.
import { type Keys, type OpenContext, type Stage, type Token, tryOpen } from '../stage.ts';

/** @returns for each delivery, whether the receiver accepted the token */
export function replay(
  stage: Stage,
  token: Token,
  keys: Keys,
  deliveries: readonly OpenContext[],
): boolean[] {
  return deliveries.map((context) => tryOpen(stage, token, keys, context) !== undefined);
}

// For how long a token may be replayed when the sender's clock is wrong, found by asking the stage itself.
import { deriveBytes } from '../derive.ts';
import { NO_BYTES, type Token, tryOpen } from '../stage.ts';
import { fernetTtl, TTL_SECONDS } from '../stages/fernet-ttl.ts';

// Neither the moment nor the key nor the IV matters for the outcome; they are there to have a real token.
const SENT_AT = 1_000_000_000; // seconds from 1970 UTC, by the receiver's clock
const keys = fernetTtl.keys(deriveBytes({ kdf: 'sha256' }, ''));
const random = (length: number) => new Uint8Array(length);

/** A token as a sender seals it whose clock is `offset` seconds ahead of the receiver's; behind it, below 0. */
function sealedWith(offset: number): Token {
  return fernetTtl.seal(NO_BYTES, keys, { now: SENT_AT + offset, random });
}

function acceptedAfter(token: Token, delay: number, ttl: number): boolean {
  return tryOpen(fernetTtl, token, keys, { now: SENT_AT + delay, ttl }) !== undefined;
}

/** The deliveries that are accepted, in seconds after the sending: from the first to the last, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Delivers one token anew at each second after its sending.
 * @param offset - how far the sender's clock is ahead of the receiver's, in whole seconds; below 0: how far behind
 * @param ttl - the receiver's, in whole seconds
 * @returns undefined where no delivery at all is accepted. A `first` above 0 is a token that is refused on arrival, and
 * accepted when the relay holds it back.
 * @throws RangeError for a TTL or an offset that is no whole number
 */
export function acceptedSpan(offset: number, ttl: number = TTL_SECONDS): Span | undefined {
  if (!Number.isSafeInteger(ttl)) throw new RangeError(`TTL: ${ttl} came, whole seconds were wanted`);
  const token = sealedWith(offset);
  const tooLate = Math.max(0, offset) + Math.max(0, ttl) + 1; // seconds after which any token is too old
  let first: number | undefined;
  for (let delay = 0; delay <= tooLate; delay++) {
    if (acceptedAfter(token, delay, ttl)) first ??= delay;
    else if (first !== undefined) return { first, last: delay - 1 };
  }
  return undefined;
}

/**
 * For how many seconds a relay may replay a token, from the first delivery that is accepted to the last.
 * @returns at most the TTL and the 60 s of the skew; undefined where no delivery is accepted
 */
export function replayableFor(offset: number, ttl: number = TTL_SECONDS): number | undefined {
  const span = acceptedSpan(offset, ttl);
  return span && span.last - span.first;
}

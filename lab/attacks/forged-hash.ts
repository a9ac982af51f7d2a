// Changes what a counter-mode token says, and makes the check that goes with the change.
import { NO_BYTES } from '../stage.ts';
import { flip } from './bit-flip.ts';
import { type CheckedToken, checks, coveredBytes, type VariantName } from './ctr-checked.ts';

/**
 * Flips known bytes, then computes the check again: nothing for bare CTR, the hash where it is a plain one, an HMAC under
 * a key of the attacker's choice where it is keyed.
 * @param offset - where the known bytes begin, in bytes of the plaintext
 * @param known - the bytes that stand there, or are guessed to
 * @param wanted - as many bytes, to stand there instead
 * @param guessedKey - the signing key that the attacker tries; only the HMAC asks for one
 */
export function forge(
  variant: VariantName,
  token: CheckedToken,
  offset: number,
  known: Uint8Array,
  wanted: Uint8Array,
  guessedKey: Uint8Array = NO_BYTES,
): CheckedToken {
  const changed = { ...token, ciphertext: flip(token.ciphertext, offset, known, wanted) };
  return { ...changed, check: checks[variant](coveredBytes(changed), guessedKey) };
}

// Counter mode with nothing, a plain hash or an HMAC beside it: three receivers to try one forgery on.
import { concat, equal } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { aesCtr } from '../primitives/aes-ctr.ts';
import { hmacSha256 } from '../primitives/hmac.ts';
import { BLOCK_BYTES, pad, unpad } from '../primitives/pkcs7.ts';
import { sha256 } from '../primitives/sha256.ts';
import { type Keys, NO_BYTES, type Random } from '../stage.ts';

export type VariantName = 'ctr' | 'ctr-sha256' | 'ctr-hmac';

/** What is sent: all of it in the clear, but for what the ciphertext hides. */
export interface CheckedToken {
  /** 16 bytes */
  readonly counterBlock: Uint8Array;
  /** AES-128-CTR of the PKCS#7-padded text, 16n bytes */
  readonly ciphertext: Uint8Array;
  /** what the receiver computes again and compares: 0 bytes, or 32 */
  readonly check: Uint8Array;
}

/** How a variant makes the check of `covered`, which is counter block ‖ ciphertext. */
export type Check = (covered: Uint8Array, signingKey: Uint8Array) => Uint8Array;

/** The three, as data: nothing else tells them apart. */
export const checks: Readonly<Record<VariantName, Check>> = {
  // WEAK ON PURPOSE (question 8): nothing at all is checked, see lab/attacks/forged-hash.ts
  ctr: () => NO_BYTES,
  // WEAK ON PURPOSE (question 8): it has no key, so whoever changes a message makes its hash as well,
  // see lab/attacks/forged-hash.ts
  'ctr-sha256': (covered) => sha256(covered),
  'ctr-hmac': (covered, signingKey) => hmacSha256(signingKey, covered),
};

/** The bytes that a check covers. */
export function coveredBytes({ counterBlock, ciphertext }: Omit<CheckedToken, 'check'>): Uint8Array {
  return concat(counterBlock, ciphertext);
}

/**
 * @param keys - signing key (any length; only the HMAC uses it) and encryption key, 16 bytes
 * @param random - gives the counter block, 16 bytes
 */
export function sealChecked(
  variant: VariantName,
  plaintext: Uint8Array,
  keys: Keys,
  random: Random,
): CheckedToken {
  const counterBlock = random(BLOCK_BYTES);
  const ciphertext = aesCtr(keys.encryptionKey, counterBlock, pad(plaintext));
  const check = checks[variant](coveredBytes({ counterBlock, ciphertext }), keys.signingKey);
  return { counterBlock, ciphertext, check };
}

/** The reverse of {@link sealChecked}: compares the check first, then decrypts. @throws InvalidToken for any bad token */
export function openChecked(variant: VariantName, token: CheckedToken, keys: Keys): Uint8Array {
  const fits = equal(token.check, checks[variant](coveredBytes(token), keys.signingKey));
  if (!fits || token.counterBlock.length !== BLOCK_BYTES) throw new InvalidToken();
  const plaintext = unpad(aesCtr(keys.encryptionKey, token.counterBlock, token.ciphertext));
  if (!plaintext) throw new InvalidToken();
  return plaintext;
}

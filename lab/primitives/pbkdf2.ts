// Makes a key of a password, slowly on purpose.
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';

const HASH_BYTES = 32;

/** Bytes of key at most: keys take a few dozen, and RFC 8018's own limit, 128 GiB, is more than a memory holds. */
export const MAX_LENGTH = 2 ** 20;

/**
 * Rounds of HMAC at most, half a minute's work. A key takes `iterations` of them for each 32 bytes of its length, so
 * this is also the most iterations there can be: 20 times the lab's own cost.
 */
export const MAX_ROUNDS = 10_000_000;

/**
 * PBKDF2 with HMAC-SHA256.
 * @param iterations - the cost, 1 or more: each guess of an attacker pays it too
 * @param length - bytes of key wanted, 1 to {@link MAX_LENGTH}
 * @throws RangeError for another count or length, or more than {@link MAX_ROUNDS} in all. Source: RFC 8018 §5.2
 */
export function pbkdf2Sha256(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  if (!Number.isSafeInteger(iterations) || iterations < 1)
    throw new RangeError(`iterations: ${iterations} came, 1 or more were wanted`);
  if (!Number.isSafeInteger(length) || length < 1 || length > MAX_LENGTH)
    throw new RangeError(`key length: ${length} came, 1 to ${MAX_LENGTH} bytes were wanted`);
  const rounds = iterations * Math.ceil(length / HASH_BYTES);
  if (rounds > MAX_ROUNDS)
    throw new RangeError(`iterations: ${iterations} came for ${length} bytes, ${MAX_ROUNDS} rounds at most`);
  return pbkdf2(sha256, password, salt, { c: iterations, dkLen: length });
}

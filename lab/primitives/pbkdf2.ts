// Makes a key of a password, slowly on purpose.
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * PBKDF2 with HMAC-SHA256.
 * @param iterations - the cost, 1 or more: each guess of an attacker pays it too
 * @param length - bytes of key wanted, 1 or more
 * @throws RangeError for another count or length. Source: RFC 8018 §5.2
 */
export function pbkdf2Sha256(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  if (!Number.isSafeInteger(iterations) || iterations < 1)
    throw new RangeError(`iterations: ${iterations} came, 1 or more were wanted`);
  if (!Number.isSafeInteger(length) || length < 1)
    throw new RangeError(`key length: ${length} came, 1 or more bytes were wanted`);
  return pbkdf2(sha256, password, salt, { c: iterations, dkLen: length });
}

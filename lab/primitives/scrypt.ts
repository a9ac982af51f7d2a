// Makes a key of a password, slowly on purpose, and with much memory, which is what an attacker's many cores lack.
import { scrypt } from '@noble/hashes/scrypt.js';

/** Bytes of memory at most, 128 · N · r: four times what the lab's own stage takes. */
const MAX_MEMORY = 2 ** 27;

export interface ScryptCost {
  /** N, a power of 2 above 1 */
  readonly cost: number;
  /** r: blocks of 128 r bytes */
  readonly blockSize: number;
  /** p */
  readonly parallelization: number;
  /** bytes of key wanted */
  readonly length: number;
}

/**
 * @param salt - any length
 * @throws RangeError for parameters that RFC 7914 §2 does not allow, or that take more than 128 MiB
 * Source: RFC 7914 §6
 */
export function scryptSha256(
  password: Uint8Array,
  salt: Uint8Array,
  { cost, blockSize, parallelization, length }: ScryptCost,
): Uint8Array {
  const isPowerOfTwo = Number.isSafeInteger(cost) && cost > 1 && (cost & (cost - 1)) === 0;
  if (!isPowerOfTwo) throw new RangeError(`scrypt cost: ${cost} came, a power of 2 above 1 was wanted`);
  if (128 * cost * blockSize > MAX_MEMORY)
    throw new RangeError(`scrypt cost: ${cost} came, which takes more than ${MAX_MEMORY} bytes`);
  return scrypt(password, salt, { N: cost, r: blockSize, p: parallelization, dkLen: length });
}

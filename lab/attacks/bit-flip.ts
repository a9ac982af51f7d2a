// Changes what a counter-mode token says, knowing a part of the text and no key.
import { xor } from '../bytes.ts';

/**
 * XORs the difference of two texts onto the ciphertext: the plaintext changes by that very difference.
 * @param offset - where the known bytes begin, in bytes of the plaintext
 * @param known - the bytes that stand there, or are guessed to
 * @param wanted - as many bytes, to stand there instead
 * @returns the forged ciphertext. Source: NIST SP 800-38A §6.5, ciphertext = plaintext XOR key stream
 */
export function flip(
  ciphertext: Uint8Array,
  offset: number,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array {
  const forged = ciphertext.slice();
  const end = offset + Math.min(known.length, wanted.length);
  forged.set(xor(forged.subarray(offset, end), xor(known, wanted)), offset);
  return forged;
}

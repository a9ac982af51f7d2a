// AES in counter mode: a key stream that is XORed onto the text.
import { ctr } from '@noble/ciphers/aes.js';
import { BLOCK_BYTES } from './pkcs7.ts';
import { AES_KEY_BYTES, expectBytes } from './size.ts';

/**
 * Encrypts, or decrypts: in this mode both are the same XOR.
 * @param key - 16, 24 or 32 bytes
 * @param counterBlock - 16 bytes, the first counter; the next ones count up as one 128-bit big-endian number
 * @param text - plaintext or ciphertext, any length
 * @throws RangeError for a key or a counter block of another size
 * Source: NIST SP 800-38A §6.5
 */
export function aesCtr(key: Uint8Array, counterBlock: Uint8Array, text: Uint8Array): Uint8Array {
  expectBytes('AES key', key, ...AES_KEY_BYTES);
  expectBytes('counter block', counterBlock, BLOCK_BYTES);
  return ctr(key, counterBlock).encrypt(text);
}

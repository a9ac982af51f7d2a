// AES in Galois/counter mode: encrypts, and authenticates with a tag.
import { gcm } from '@noble/ciphers/aes.js';
import { InvalidToken } from '../errors.ts';
import { AES_KEY_BYTES, expectBytes } from './size.ts';

/** Size of the tag, in bytes. */
export const TAG_BYTES = 16;

function cipher(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array) {
  expectBytes('AES key', key, ...AES_KEY_BYTES);
  if (nonce.length < 8) throw new RangeError(`nonce: ${nonce.length} bytes came, 8 or more were wanted`);
  return gcm(key, nonce, aad);
}

/**
 * @param key - 16, 24 or 32 bytes
 * @param nonce - 8 bytes or more (12 is the standard's choice), never twice under one key
 * @param plaintext - any length
 * @param aad - what is authenticated without being encrypted
 * @returns ciphertext ‖ tag
 * @throws RangeError for a key or a nonce of another size. Source: NIST SP 800-38D §7.1
 */
export function encryptGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
): Uint8Array {
  return cipher(key, nonce, aad).encrypt(plaintext);
}

/**
 * The reverse of {@link encryptGcm}.
 * @param sealed - ciphertext ‖ tag
 * @throws InvalidToken when the tag does not match; RangeError as above. Source: NIST SP 800-38D §7.2
 */
export function decryptGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Uint8Array {
  const opener = cipher(key, nonce, aad); // outside the try: its RangeError is the caller's mistake
  try {
    return opener.decrypt(sealed);
  } catch {
    throw new InvalidToken();
  }
}

// AES in cipher block chaining mode, over whole blocks.
import { cbc } from '@noble/ciphers/aes.js';
import { BLOCK_BYTES } from './pkcs7.ts';
import { AES_KEY_BYTES, expectBytes } from './size.ts';

function cipher(key: Uint8Array, iv: Uint8Array) {
  expectBytes('AES key', key, ...AES_KEY_BYTES);
  expectBytes('IV', iv, BLOCK_BYTES);
  return cbc(key, iv, { disablePadding: true });
}

/**
 * @param key - 16, 24 or 32 bytes
 * @param iv - 16 bytes
 * @param padded - plaintext of 16n bytes
 * @throws RangeError for a key or an IV of another size. Source: NIST SP 800-38A §6.2
 */
export function encryptCbc(key: Uint8Array, iv: Uint8Array, padded: Uint8Array): Uint8Array {
  return cipher(key, iv).encrypt(padded);
}

/** The reverse of {@link encryptCbc}: from 16n bytes of ciphertext to as many of padded plaintext. */
export function decryptCbc(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  return cipher(key, iv).decrypt(ciphertext);
}

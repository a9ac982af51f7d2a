// The keyed hash that only a holder of the key can compute.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** HMAC-SHA256, 32 bytes, under a key of any length. Source: RFC 2104; FIPS 198-1. */
export function hmacSha256(key: Uint8Array, text: Uint8Array): Uint8Array {
  return hmac(sha256, key, text);
}

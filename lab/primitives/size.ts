// Refuses a byte string of the wrong size, which is always a caller's mistake.

/** @throws RangeError that says how many bytes came and how many were wanted */
export function expectBytes(what: string, bytes: Uint8Array, ...sizes: readonly number[]): void {
  if (sizes.includes(bytes.length)) return;
  throw new RangeError(`${what}: ${bytes.length} bytes came, ${sizes.join(' or ')} were wanted`);
}

/** AES's three key sizes, in bytes. Source: FIPS 197 §6. */
export const AES_KEY_BYTES = [16, 24, 32] as const;

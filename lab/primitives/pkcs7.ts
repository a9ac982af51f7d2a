// Pads a text to whole blocks, and takes the padding off again.

/** Size of an AES block, in bytes. */
export const BLOCK_BYTES = 16;

/** Appends n bytes of value n, 1 to 16, to reach a multiple of 16. Source: RFC 5652 §6.3. */
export function pad(text: Uint8Array): Uint8Array {
  const count = BLOCK_BYTES - (text.length % BLOCK_BYTES);
  const padded = new Uint8Array(text.length + count).fill(count);
  padded.set(text);
  return padded;
}

/** The text without its padding, or undefined where the last bytes are no padding. Source: RFC 5652 §6.3. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  const count = padded.at(-1);
  if (count === undefined || padded.length % BLOCK_BYTES !== 0) return undefined;
  if (count < 1 || count > BLOCK_BYTES) return undefined;
  if (!padded.subarray(-count).every((byte) => byte === count)) return undefined;
  return padded.subarray(0, -count);
}

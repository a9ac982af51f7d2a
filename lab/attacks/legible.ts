// Tells a text that somebody wrote from the bytes that a wrong key gives, where nothing is signed.
import { fromUtf8 } from '../bytes.ts';

/**
 * The text of a plaintext, or undefined where it is no UTF-8, or has a character that no keyboard writes (but tabs and ends of
 * lines). The padding of wrong bytes fits once in 256 times; that they are legible as well, once in millions.
 */
export function legible(plaintext: Uint8Array): string | undefined {
  const text = fromUtf8(plaintext);
  return text !== undefined && /^[\t\n\r\P{C}\p{Cf}]*$/u.test(text) ? text : undefined;
}

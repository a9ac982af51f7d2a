// Reads and writes under a counter block that was used twice, without the key.
import { xor } from '../bytes.ts';
import { BLOCK_BYTES, pad } from '../primitives/pkcs7.ts';

/** What the other text would hold if the crib stood at one offset. */
export interface Fit {
  /** bytes from the beginning of both plaintexts */
  readonly offset: number;
  /** the other text's part, without padding; U+FFFD stands for what is no character */
  readonly text: string;
  /**
   * Whether this may be a piece of a padded, printable UTF-8 text. Between small letters it nearly always may: their
   * XOR has no high bits, so that XORed onto a third letter it gives a printable character again.
   */
  readonly plausible: boolean;
  /** the share of letters, digits, spaces and the marks of a sentence among the characters, 0 to 1: the better judge */
  readonly wordShare: number;
}

/**
 * XORs two ciphertexts of one counter block: the key stream cancels out.
 * @returns the XOR of the two padded plaintexts, as many bytes as the shorter one has
 * Source: NIST SP 800-38A §6.5 and appendix B: under one key, no counter block may come twice
 */
export function cancelKeyStream(first: Uint8Array, second: Uint8Array): Uint8Array {
  return xor(first, second);
}

/**
 * Drags a crib, a piece of text that one of the messages is guessed to hold, along the XOR of the two.
 * @param xorOfTwo - of two padded plaintexts, 16n bytes: see {@link cancelKeyStream}
 * @param crib - 1 byte or more
 * @returns a fit for each offset at which the crib has room. Which of the two messages holds it, the XOR cannot say.
 */
export function cribDrag(xorOfTwo: Uint8Array, crib: Uint8Array): readonly Fit[] {
  if (crib.length === 0) return [];
  return Array.from({ length: Math.max(0, xorOfTwo.length - crib.length + 1) }, (_, offset) => {
    const piece = xor(xorOfTwo.subarray(offset), crib);
    const bytes = piece.subarray(0, piece.length - paddingIn(piece, xorOfTwo.length - offset));
    const text = lenient.decode(bytes);
    return { offset, text, plausible: mayBeText(bytes), wordShare: wordShareOf(text) };
  });
}

/**
 * The key stream under one known message.
 * @param plaintext - with its padding, or as much of it as is known
 * @returns as many bytes as both have; they decrypt any other message of the same counter block
 */
export function keyStreamOf(ciphertext: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return xor(ciphertext, plaintext);
}

/**
 * Forges a message under the counter block of another one, of which the whole text is known.
 * @param ciphertext - 16n bytes
 * @param known - the text that it holds, without the padding, which follows from its length
 * @param wanted - any text of 16n - 1 bytes at most: the key stream under the padding is known as well
 * @returns a ciphertext of whole blocks and valid padding; undefined where `known` cannot be the whole text, or
 * `wanted` has no room
 */
export function rewrite(
  ciphertext: Uint8Array,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array | undefined {
  const padded = pad(known);
  const forged = pad(wanted);
  if (padded.length !== ciphertext.length || forged.length > ciphertext.length) return undefined;
  return xor(keyStreamOf(ciphertext, padded), forged);
}

/**
 * How many bytes of padding end a piece of the shorter message: n bytes of value n reach to the message's end.
 * @param left - bytes from the piece's beginning to the message's end
 */
function paddingIn(piece: Uint8Array, left: number): number {
  const value = piece.at(-1) ?? 0;
  const count = Math.min(piece.length, piece.length - (left - value));
  if (value > BLOCK_BYTES || count < 1) return 0;
  return piece.subarray(-count).every((byte) => byte === value) ? count : 0;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

// No control character, and none that Unicode leaves unassigned or to private use.
const PRINTABLE = /^[^\p{Cc}\p{Cn}\p{Co}]*$/u;

function wordShareOf(text: string): number {
  const characters = [...text];
  return (
    characters.length &&
    characters.filter((one) => /[\p{L}\p{N} '’,.:;?!-]/u.test(one)).length / characters.length
  );
}

/** Whether bytes may be cut out of a printable text, perhaps in the midst of its first and its last character. */
function mayBeText(piece: Uint8Array): boolean {
  let start = 0; // RFC 3629 §3: bytes 10xxxxxx continue a character, three at most
  while (start < 3 && ((piece[start] ?? 0) & 0xc0) === 0x80) start += 1;
  try {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return PRINTABLE.test(strict.decode(piece.subarray(start), { stream: true })); // a stream may go on after its end
  } catch {
    return false;
  }
}

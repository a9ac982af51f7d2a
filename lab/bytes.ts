// Turns bytes into text and back (hex, base64, base64url, UTF-8), and combines and compares them.

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;
const PAD = 0x3d; // '='

/** One base64 alphabet: the 64 characters' codes, and each code's value (255: not in the alphabet). */
interface Alphabet {
  readonly codes: Uint8Array;
  readonly values: Uint8Array;
}

function alphabet(characters: string): Alphabet {
  const codes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const values = new Uint8Array(256).fill(255);
  codes.forEach((code, value) => {
    values[code] = value;
  });
  return { codes, values };
}

const standard = alphabet(STANDARD);
const urlSafe = alphabet(URL_SAFE);

function encode(bytes: Uint8Array, { codes }: Alphabet): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from;
    // Past the end a typed array reads undefined, which the bit operators take for 0.
    const group =
      ((bytes[from] as number) << 16) | ((bytes[from + 1] as number) << 8) | (bytes[from + 2] as number);
    text[to++] = codes[group >> 18] as number;
    text[to++] = codes[(group >> 12) & 63] as number;
    text[to++] = left > 1 ? (codes[(group >> 6) & 63] as number) : PAD;
    text[to++] = left > 2 ? (codes[group & 63] as number) : PAD;
  }
  return text;
}

function decode(text: Uint8Array, { values }: Alphabet): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.at(-1) !== PAD ? 0 : text.at(-2) !== PAD ? 1 : 2;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const lastGroup = text.length - 4;
  let to = 0;
  for (let from = 0; from < text.length; from += 4) {
    const padded = from === lastGroup ? padding : 0;
    // The indices are within the text, whose length is a multiple of 4.
    const a = values[text[from] as number] as number;
    const b = values[text[from + 1] as number] as number;
    const c = padded > 1 ? 0 : (values[text[from + 2] as number] as number);
    const d = padded > 0 ? 0 : (values[text[from + 3] as number] as number);
    if (a > 63 || b > 63 || c > 63 || d > 63) return undefined;
    const group = (a << 18) | (b << 12) | (c << 6) | d;
    // RFC 4648 §3.5: the bits that no byte takes must be zero, else one value has several texts.
    if ((padded === 2 && b & 15) || (padded === 1 && c & 3)) return undefined;
    bytes[to++] = group >> 16;
    if (padded < 2) bytes[to++] = (group >> 8) & 255;
    if (padded < 1) bytes[to++] = group & 255;
  }
  return bytes;
}

/** The base64url text of some bytes, padded, as ASCII bytes. Source: RFC 4648 §5. */
export function encodeBase64Url(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return encode(bytes, urlSafe);
}

/**
 * Reads padded base64url strictly: no white space, no foreign character, no missing padding, no stray bit.
 * @param text - ASCII bytes
 * @returns the bytes, or undefined for anything else. Source: RFC 4648 §5, §3.3, §3.5
 */
export function decodeBase64Url(text: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  return decode(text, urlSafe);
}

/** The base64 text of some bytes, padded. Source: RFC 4648 §4. */
export function toBase64(bytes: Uint8Array): string {
  return asciiToText(encode(bytes, standard));
}

/** Reads padded base64 as strictly as {@link decodeBase64Url}; undefined for anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  return decode(utf8(text), standard);
}

// The groups of §4 with the stray bits of a last group held to zero; it allocates nothing, however long the text.
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

/** Whether {@link fromBase64} would read this text. */
export function isBase64(text: string): boolean {
  return BASE64.test(text);
}

/** Bytes of one byte a character (ASCII, base64) as text. */
export function asciiToText(bytes: Uint8Array): string {
  if (bytes.length > 1024) return new TextDecoder('latin1').decode(bytes);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Reads hexadecimal of either case; undefined for an odd length or a foreign character. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Reads UTF-8 strictly; undefined for bytes that are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Some byte strings, one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Each byte of `a` with its counterpart in `b`, as far as the shorter of the two reaches. */
export function xor(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    { length: Math.min(a.length, b.length) },
    (_, i) => (a[i] as number) ^ (b[i] as number),
  );
}

/** Compares two byte strings in a time that depends on their lengths alone. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

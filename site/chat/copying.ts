// Bytes as other programs take them: in hexadecimal, in base64, and as Python writes them.
import { asciiToText, concat, decodeBase64Url, equal, fromUtf8, toBase64, toHex, utf8 } from '#lab/bytes.ts';
import type { Field, Token } from '#lab/stage.ts';
import { pythonRepr } from '#server/log.ts';

export type Format = 'hex' | 'base64' | 'python';

export const FORMATS: readonly Format[] = ['hex', 'base64', 'python'];

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x5c, '\\\\'],
]);

/** Bytes as Python's repr writes them. Source: its bytes literals, "Lexical analysis" §2.4.1 */
function pythonBytes(bytes: Uint8Array): string {
  const mark = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  const characters = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (character === mark) return `\\${mark}`;
    const isPrintable = byte >= 0x20 && byte < 0x7f;
    return ESCAPES.get(byte) ?? (isPrintable ? character : `\\x${toHex(Uint8Array.of(byte))}`);
  });
  return `b${mark}${characters.join('')}${mark}`;
}

export function bytesAs(bytes: Uint8Array, format: Format): string {
  if (format === 'hex') return toHex(bytes);
  return format === 'base64' ? toBase64(bytes) : pythonBytes(bytes);
}

/** A field; the one that is a text is, in Python, a text. */
export function fieldAs({ name, bytes }: Field, format: Format): string {
  const text = name === 'text' && format === 'python' ? fromUtf8(bytes) : undefined;
  return text === undefined ? bytesAs(bytes, format) : pythonRepr(text);
}

/**
 * A whole token, in Python as its stage's `open` takes it there: a text, bytes, or a pair of bytes.
 * @returns for a token that is base64url already, that text as its base64, and in hexadecimal the bytes that it stands
 * for; for a pair, one line each
 */
export function tokenAs(token: Token, fields: readonly Field[], format: Format): string {
  if (typeof token === 'string')
    return format === 'python' ? pythonRepr(token) : bytesAs(utf8(token), format);
  if (!(token instanceof Uint8Array)) {
    const parts = token.map((bytes) => bytesAs(bytes, format));
    return format === 'python' ? `(${parts.join(', ')})` : parts.join('\n');
  }
  const named = concat(...fields.map(({ bytes }) => bytes));
  const decoded = decodeBase64Url(token);
  if (format === 'python' || !decoded || !equal(decoded, named)) return bytesAs(token, format);
  return format === 'hex' ? toHex(named) : asciiToText(token);
}

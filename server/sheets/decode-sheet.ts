// Turns the bytes of a file into the text of a sheet, or says why they are none.
import { MAX_SHEET_BYTES } from './sheet.ts';

export type SheetRefusal = 'too-large' | 'binary';
export type DecodedSheet = { readonly text: string } | { readonly refusal: SheetRefusal };

const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]/g;
/** A text may hold a stray control character, above all one that was copied from a server's log. */
const MOST_CONTROLS_IN_UTF8 = 1 / 10;
/** Bytes that are no UTF-8 must look like text all the more: a picture decodes as something, too. */
const MOST_CONTROLS_ELSEWHERE = 1 / 100;

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes); // and without its byte order mark
  } catch {
    return undefined;
  }
}

const seemsBinary = (text: string, most: number) => (text.match(CONTROLS)?.length ?? 0) > text.length * most;

/** UTF-8, or UTF-16 that says so with a byte order mark; else what Windows wrote before either. */
export function decodeSheet(bytes: Uint8Array): DecodedSheet {
  if (bytes.length > MAX_SHEET_BYTES) return { refusal: 'too-large' };
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  const text = decode(bytes, mark ?? 'utf-8', mark === undefined);
  if (text !== undefined) return seemsBinary(text, MOST_CONTROLS_IN_UTF8) ? { refusal: 'binary' } : { text };
  const latin = decode(bytes, 'windows-1252', false) ?? '';
  return latin.includes('\0') || seemsBinary(latin, MOST_CONTROLS_ELSEWHERE)
    ? { refusal: 'binary' }
    : { text: latin };
}

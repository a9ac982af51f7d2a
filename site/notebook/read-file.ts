// Reads a file that somebody hands in, whatever it holds: a sheet, a notebook's file, or one that is refused with a reason.
import { decodeSheet } from '#server/sheets/decode-sheet.ts';
import { readSheet } from '#server/sheets/read-sheet.ts';
import { WrongForm } from './json-reader.ts';
import type { Incoming } from './merging.ts';
import { FORMAT, MAX_NOTEBOOK_BYTES } from './notebook-file.ts';
import { claimsNotebook, readNotebookFile } from './read-notebook-file.ts';
import { oneLine } from './sheet-frame.ts';

export type FileRefusal =
  | 'too-large'
  /** neither text nor JSON: a word processor's file, a picture */
  | 'binary'
  /** a page or a program */
  | 'code'
  /** JSON of something else */
  | 'foreign'
  /** a notebook's file that was cut off or changed */
  | 'damaged'
  /** a notebook's file of a newer workbook */
  | 'newer'
  /** a notebook's file with a text that is longer than a whole sheet may be */
  | 'long-text'
  /** a sheet that nobody has filled in, or nothing at all */
  | 'empty'
  /** the browser could not read it */
  | 'unreadable'
  /** it was given up */
  | 'too-slow';

export type ReadFile = { readonly incoming: Incoming } | { readonly refusal: FileRefusal };

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const CODE_NAME = /\.(?:[cm]?[jt]sx?|x?html?|svg|xml|css|php|py|rb|sh|bat|cmd|ps1|vbs|jar)$/i;
const CODE_TEXT = /^\s*(?:<(?:!doctype|html|head|body|script|svg|\?xml|\?php)\b|<\?(?:xml|php)|#!)/i;
/** What word processors call rich text is text, and no Markdown. */
const RICH_TEXT = '{\\rtf';

function parse(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined; // no JSON, or nested deeper than this browser goes
  }
}

/** A text as UTF-8, without its byte order mark. */
function asText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** @returns undefined where the text is no JSON, and may be a sheet */
function readJson(text: string): ReadFile | undefined {
  const parsed = parse(text);
  if (!parsed) return text.includes(FORMAT) ? { refusal: 'damaged' } : undefined;
  if (!claimsNotebook(parsed.value)) return { refusal: 'foreign' };
  try {
    const whole = readNotebookFile(parsed.value);
    const answers = new Map(whole.answers.map((answer) => [answer.question, answer.text]));
    const { title, unplaced } = whole;
    return { incoming: { title, unplaced, answers, frame: [], whole } };
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error;
    return { refusal: error.refusal };
  }
}

export function readFile({ name, bytes }: NamedFile): ReadFile {
  if (bytes.length > MAX_NOTEBOOK_BYTES) return { refusal: 'too-large' };
  if (CODE_NAME.test(name)) return { refusal: 'code' };
  const text = asText(bytes);
  if (text !== undefined && /^\s*[[{]/.test(text.slice(0, 1000))) {
    const read = readJson(text);
    if (read) return read;
  }
  const decoded = decodeSheet(bytes);
  if ('refusal' in decoded) return decoded;
  if (CODE_TEXT.test(decoded.text)) return { refusal: 'code' };
  if (decoded.text.startsWith(RICH_TEXT)) return { refusal: 'binary' };
  const { title, answers, unplaced, frame } = readSheet(decoded.text);
  if (answers.size === 0 && unplaced.every((block) => block.trim() === '')) return { refusal: 'empty' };
  return { incoming: { title: oneLine(title), answers, unplaced, frame, whole: undefined } };
}

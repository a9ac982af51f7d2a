// Reads an answer sheet, one that was exported here or one that somebody wrote, without losing a word.
import { readByHand } from './read-by-hand.ts';
import { readExported } from './read-exported.ts';
import type { ReadSheet } from './sheet.ts';

/** @param text - see `decodeSheet` for bytes, and for the limits that are set there */
export function readSheet(text: string): ReadSheet {
  const lines = text.replace(/\r\n?/g, '\n'); // a mail or an editor may have changed them
  return readExported(text) ?? readExported(lines) ?? readByHand(lines);
}

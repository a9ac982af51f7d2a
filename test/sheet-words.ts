// Counts the words of a text and those of a sheet that was read from it, for tests that hold the one against the other.
import type { ReadSheet } from '#server/sheets/sheet.ts';

/** Runs of letters, and of digits, sorted: « 2a) » is two, since a number may be taken off it. */
export function wordsOf(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).sort();
}

export function wordsOfSheet({ title, answers, unplaced, frame }: ReadSheet): string[] {
  return wordsOf(title, ...answers.values(), ...unplaced, ...frame);
}

// What the teacher sees of a sheet: its answers by question, what belongs to none, and the false beliefs in them.
import type { NamedBelief } from '../sheets/answer-beliefs.ts';
import { readSheet } from '../sheets/read-sheet.ts';
import type { Sheet } from '../sheets/sheet.ts';

export interface Reading {
  /** by the number of the question; one without an answer is not there */
  readonly answers: Readonly<Record<string, string>>;
  readonly unplaced: readonly string[];
  /** by the number of the question, those that its answer seems to show */
  readonly beliefs: Readonly<Record<string, readonly NamedBelief[]>>;
}

/** @param beliefsOf - as `sheetBeliefs` gives it */
export function sheetReader(
  beliefsOf: (sheet: Sheet) => (question: number, answer: string) => readonly NamedBelief[],
): (sheet: string) => Reading {
  return (text) => {
    const sheet = readSheet(text);
    const find = beliefsOf(sheet);
    const beliefs = Array.from(sheet.answers, ([number, answer]) => [number, find(number, answer)] as const);
    return {
      answers: Object.fromEntries(sheet.answers),
      unplaced: sheet.unplaced,
      beliefs: Object.fromEntries(beliefs.filter(([, found]) => found.length > 0)),
    };
  };
}

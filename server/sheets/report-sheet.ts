// What the teacher gets of a sheet: a JSON line, or a record of a table.
import { csvRecord } from './csv.ts';
import { QUESTIONS, type ReadSheet } from './sheet.ts';

/** Tells which false beliefs an answer shows, by their names. */
export type BeliefsIn = (question: number, answer: string) => readonly string[];

const numbers = Array.from({ length: QUESTIONS }, (_, index) => index + 1);

/** JSON in one line, for any terminal: what could move its cursor or turn its text round is escaped. */
function jsonLine(value: unknown): string {
  const unsafe = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(unsafe, escaped)}\n`;
}

/** The same for a table, which has no escapes: a sign stands for what a terminal would obey. */
export const withoutControls = (text: string) =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '\ufffd');

/** The answers in which a false belief was found, with the names of all that were. */
function beliefsOf({ answers }: ReadSheet, beliefsIn: BeliefsIn): (readonly [number, readonly string[]])[] {
  const found = numbers.map((number) => [number, beliefsIn(number, answers.get(number) ?? '')] as const);
  return found.filter(([, names]) => names.length > 0);
}

export function sheetLine(file: string, sheet: ReadSheet, beliefsIn: BeliefsIn): string {
  const { answers, unplaced } = sheet;
  const byNumber = Object.fromEntries(numbers.map((number) => [number, answers.get(number) ?? '']));
  const beliefs = Object.fromEntries(beliefsOf(sheet, beliefsIn));
  return jsonLine({ file, answers: byNumber, unplaced, beliefs });
}

export const errorLine = (file: string, error: string) => jsonLine({ file, error });

export const tableHead = () => csvRecord(['file', ...numbers.map(String), 'unplaced', 'beliefs']);

export function tableRow(file: string, sheet: ReadSheet, beliefsIn: BeliefsIn): string {
  const beliefs = beliefsOf(sheet, beliefsIn).flatMap(([number, names]) =>
    names.map((name) => `${number}. ${name}`),
  );
  const answers = numbers.map((number) => sheet.answers.get(number) ?? '');
  const cells = [file, ...answers, sheet.unplaced.join('\n\n'), beliefs.join('\n')];
  return csvRecord(cells.map(withoutControls));
}

/** For a terminal, in one line. */
export const complaint = (text: string) => `${withoutControls(text).replace(/[\r\n\t]/g, ' ')}\n`;

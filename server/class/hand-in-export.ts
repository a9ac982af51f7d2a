// What was handed in, for the teacher: as a list to look through, as files in a zip, as a table, and whole as JSON.
import { type Zippable, zipSync } from 'fflate';
import { csvRecord, type Separator } from '../sheets/csv.ts';
import { withoutControls } from '../sheets/report-sheet.ts';
import { QUESTIONS } from '../sheets/sheet.ts';
import type { HandIn } from '../store/store.ts';
import { fileNames } from './hand-in-file-names.ts';
import type { Reading } from './hand-in-reading.ts';

export const EXPORTS = ['list', 'zip', 'csv', 'fr.csv', 'json'] as const;
export type Export = (typeof EXPORTS)[number];

export type NamedHandIn = Pick<HandIn, 'seat' | 'key' | 'at' | 'sheet'> & { readonly pseudonym: string };

type Reader = (handIn: NamedHandIn) => Reading;

/** By which a spreadsheet knows UTF-8. */
const BOM = '\ufeff';
const HEADS: Readonly<Record<Separator, readonly string[]>> = {
  ',': ['pseudonym', 'at', 'question', 'answer', 'beliefs'],
  ';': ['pseudonyme', 'date', 'question', 'réponse', 'idées fausses'],
};
/** What a zip can date: MS-DOS began in 1980, and has two digits for the rest. */
const [FIRST_DATE, LAST_DATE] = [Date.UTC(1980, 0, 2), Date.UTC(2099, 11, 30)];

function idsOf({ beliefs }: Reading) {
  return Object.fromEntries(
    Object.entries(beliefs).map(([number, found]) => [number, found.map(({ id }) => id)]),
  );
}

function list(handIns: readonly NamedHandIn[], read: Reader, withSheets: boolean): string {
  return JSON.stringify({
    handIns: handIns.map((handIn) => {
      const { seat, pseudonym, at, sheet } = handIn;
      const reading = read(handIn);
      const { answers, unplaced } = reading;
      const whole = withSheets ? { sheet } : {};
      return { seat, pseudonym, at, ...whole, answers, unplaced, beliefs: idsOf(reading) };
    }),
  });
}

/** A record for each question of each sheet, and one for each block that belongs to none. */
function table(handIns: readonly NamedHandIn[], read: Reader, separator: Separator): string {
  const records = handIns.flatMap((handIn) => {
    const { answers, unplaced, beliefs } = read(handIn);
    const head = [handIn.pseudonym, new Date(handIn.at).toISOString()];
    const numbers = Array.from({ length: QUESTIONS }, (_, index) => String(index + 1));
    const placed = numbers.map((number) => {
      const found = (beliefs[number] ?? []).map(({ belief }) => belief);
      return [...head, number, answers[number] ?? '', found.join('\n')];
    });
    return [...placed, ...unplaced.map((block) => [...head, '', block, ''])];
  });
  const rows = [HEADS[separator], ...records];
  return BOM + rows.map((cells) => csvRecord(cells.map(withoutControls), separator)).join('');
}

function zip(handIns: readonly NamedHandIn[]): Uint8Array<ArrayBuffer> {
  const names = fileNames(handIns.map(({ pseudonym }) => pseudonym));
  const files: Zippable = Object.fromEntries(
    handIns.map(({ sheet, at }, index) => {
      const mtime = Math.min(Math.max(at, FIRST_DATE), LAST_DATE);
      return [`${names[index]}.md`, [new TextEncoder().encode(sheet), { mtime }]] as const;
    }),
  );
  return zipSync(files);
}

/** @param read - reads a sheet */
export function exportOf(
  format: Export,
  handIns: readonly NamedHandIn[],
  read: Reader,
): Uint8Array<ArrayBuffer> {
  if (format === 'zip') return zip(handIns);
  const isTable = format === 'csv' || format === 'fr.csv';
  return new TextEncoder().encode(
    isTable ? table(handIns, read, format === 'csv' ? ',' : ';') : list(handIns, read, format === 'json'),
  );
}

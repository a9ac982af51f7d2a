// What a notebook keeps in this browser beside its database: the sheet's title, what belongs to no question, the matrix.
import { readRuns, writeRuns } from './matrix-runs.ts';
import type { SheetFrame, Stored, Whole } from './whole.ts';

const NAME = 'tp-chat-chiffre:sheet';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A title as a sheet can have it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function readFrame(): SheetFrame {
  try {
    const { title, unplaced } = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return {
      title: typeof title === 'string' ? oneLine(title) : '',
      unplaced: isTexts(unplaced) ? unplaced : [],
    };
  } catch {
    return { title: '', unplaced: [] }; // a browser that keeps nothing, or something that is none of ours
  }
}

/** @returns whether it is kept */
export function writeFrame({ title, unplaced }: SheetFrame): boolean {
  try {
    if (title === '' && unplaced.length === 0) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify({ title, unplaced }));
    return true;
  } catch {
    return false;
  }
}

export type Rest = Omit<Whole, keyof Stored>;

export const readRest = (): Rest => ({ ...readFrame(), runs: readRuns() });

/** @returns whether it is kept */
export const writeRest = (rest: Rest): boolean => writeFrame(rest) && writeRuns(rest.runs);

// The whole of a notebook at once: as a value, and changed in one go.
import type { Database, Evidence, Mark, OwnAnswer, Version } from './database.ts';
import type { KeptRun } from './matrix-runs.ts';

/** What the browser's database holds. */
export interface Stored {
  readonly answers: readonly OwnAnswer[];
  /** in the order in which they were left */
  readonly versions: readonly Version[];
  readonly marks: readonly Mark[];
  readonly evidence: readonly Evidence[];
}

/** What belongs to the sheet as a whole. */
export interface SheetFrame {
  /** one line; empty where the reader has given none */
  readonly title: string;
  /** what came with a sheet and belongs to no question */
  readonly unplaced: readonly string[];
}

export interface Whole extends Stored, SheetFrame {
  readonly runs: readonly KeptRun[];
}

export const EMPTY: Whole = {
  title: '',
  unplaced: [],
  answers: [],
  versions: [],
  marks: [],
  evidence: [],
  runs: [],
};

/** Gives each piece its number, in their order. */
export const numbered = <T extends object>(pieces: readonly T[]): readonly (T & { readonly id: number })[] =>
  pieces.map((piece, i) => ({ ...piece, id: i + 1 }));

const STORES = ['answers', 'versions', 'marks', 'evidence', 'way'] as const;

/**
 * Puts another content in the place of what the database holds, in one go: no other tab writes between the two. The way back from an earlier
 * change goes with it.
 * @param change - given what is there, says what is to be there; undefined leaves it as it is
 * @returns what was there
 * @throws DOMException `QuotaExceededError` where there is no room; then nothing has changed
 */
export async function rewrite(db: Database, change: (before: Stored) => Stored | undefined): Promise<Stored> {
  const transaction = db.transaction(STORES, 'readwrite');
  const [answers, versions, marks, evidence] = [
    transaction.objectStore('answers'),
    transaction.objectStore('versions'),
    transaction.objectStore('marks'),
    transaction.objectStore('evidence'),
  ];
  const before: Stored = {
    answers: await answers.getAll(),
    versions: (await versions.getAll()) as Version[], // what is stored has its number
    marks: await marks.getAll(),
    evidence: (await evidence.getAll()) as Evidence[], // likewise
  };
  const after = change(before);
  try {
    if (after) {
      for (const store of [answers, versions, marks, evidence, transaction.objectStore('way')])
        await store.clear();
      for (const answer of after.answers) await answers.put(answer);
      for (const version of after.versions) await versions.put(version);
      for (const mark of after.marks) await marks.put(mark);
      for (const piece of after.evidence) await evidence.put(piece);
    }
  } catch (error) {
    // Most failures have undone all of it already; those of a single call have not.
    transaction.done.catch(() => {});
    if (transaction.error === null) transaction.abort();
    throw error;
  }
  await transaction.done;
  return before;
}

/** Reads what the database holds. @throws DOMException as the browser does */
export const readStored = (db: Database): Promise<Stored> => rewrite(db, () => undefined);

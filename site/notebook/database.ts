// The notebook's database in this browser: its stores, and how it is opened.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The reader's answer to a question. */
export interface OwnAnswer {
  readonly question: number;
  readonly text: string;
  /** when it was last written, in milliseconds from 1970 UTC */
  readonly at: number;
  /** since when it has been written on without a version being left behind */
  readonly since: number;
}

/** What an answer once was. */
export interface Version extends OwnAnswer {
  /** counts the versions of the notebook, from 1 */
  readonly id: number;
}

/** What the reader bets on an experiment, and how sure of it. */
export interface Guess {
  /** names the option within its question */
  readonly option: string;
  /** 1, a guess, to 3, sure; undefined where it was not said */
  readonly confidence?: 1 | 2 | 3 | undefined;
  readonly at: number;
}

/** What the reader has done with a question, besides answering it: one of each kind. Times are milliseconds from 1970 UTC. */
export type Mark = { readonly question: number } & (
  | { readonly kind: 'read'; readonly at: number }
  /** the first bet is kept, whatever is thought later */
  | { readonly kind: 'prediction'; readonly first: Guess; readonly last?: Guess }
  /** the experiment was begun, and perhaps brought to its goal */
  | { readonly kind: 'tried'; readonly at: number; readonly reached?: number }
  /** how many hints were asked for, and when the last one was */
  | { readonly kind: 'hints'; readonly taken: number; readonly at: number }
  /** the model answer was seen; `met` are the criteria that the own one meets, from 0; `denied` the ids of beliefs that it does not hold */
  | {
      readonly kind: 'compared';
      readonly at: number;
      readonly met: readonly number[];
      readonly denied?: readonly string[];
    }
  /** the cards of "find the flaw" that belong to the question: those whose line was found, and those that were shown it */
  | { readonly kind: 'flaws'; readonly found: readonly string[]; readonly told: readonly string[] }
  /** brought back from memory, some time after it was answered: how often, and when last */
  | { readonly kind: 'recalled'; readonly at: number; readonly times: number }
);

export type MarkKind = Mark['kind'];

/** Something that an experiment has shown, attached to an answer. */
export interface Evidence {
  /** counts the pieces of the notebook, from 1 */
  readonly id: number;
  readonly question: number;
  readonly at: number;
  /** what it is: a line of the log, a message with what became of it, a run of an attack */
  readonly kind: 'line' | 'message' | 'run';
  /** as it is read in a sheet */
  readonly text: string;
  /** what is needed to look at it again, as JSON */
  readonly data: string;
}

interface Stores extends DBSchema {
  answers: { key: number; value: OwnAnswer };
  versions: { key: number; value: OwnAnswer & { readonly id?: number }; indexes: { question: number } };
  marks: { key: [MarkKind, number]; value: Mark };
  evidence: {
    key: number;
    value: Omit<Evidence, 'id'> & { readonly id?: number };
    indexes: { question: number };
  };
  /** see `way-back.ts` */
  way: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Stores>;

/** Why the notebook is not there any more: it was erased, or another page has a newer one. */
export type Gone = 'erased' | 'outdated';

/** 1 had answers alone, 2 no way back. */
const VERSION = 3;

/**
 * @param onGone - called when it is closed: the reader has erased the site's data, the disk failed, or a newer page
 * wants to change its stores
 * @throws DOMException where the browser keeps nothing for this page
 */
export function openDatabase(name: string, onGone: (why: Gone) => void): Promise<Database> {
  return openDB<Stores>(name, VERSION, {
    upgrade(db, before) {
      const createNumbered = (store: 'versions' | 'evidence') =>
        db
          .createObjectStore(store, { keyPath: 'id', autoIncrement: true })
          .createIndex('question', 'question');
      if (before < 1) {
        db.createObjectStore('answers', { keyPath: 'question' });
        createNumbered('versions');
      }
      if (before < 2) {
        db.createObjectStore('marks', { keyPath: ['kind', 'question'] });
        createNumbered('evidence');
      }
      db.createObjectStore('way');
    },
    // A newer page wants to change the stores, or another one to erase them: they must not wait for this one.
    blocking: (_, wanted, { target }) => {
      (target as IDBDatabase).close(); // the event is the database's own
      onGone(wanted === null ? 'erased' : 'outdated');
    },
    terminated: () => onGone('erased'),
  });
}

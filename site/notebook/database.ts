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

interface Stores extends DBSchema {
  answers: { key: number; value: OwnAnswer };
  versions: { key: number; value: OwnAnswer & { readonly id?: number }; indexes: { question: number } };
}

export type Database = IDBPDatabase<Stores>;

const VERSION = 1;

/**
 * @param onGone - called when the browser has closed it: the reader has erased the site's data, or the disk failed
 * @throws DOMException where the browser keeps nothing for this page
 */
export function openDatabase(name: string, onGone: () => void): Promise<Database> {
  return openDB<Stores>(name, VERSION, {
    upgrade(db) {
      db.createObjectStore('answers', { keyPath: 'question' });
      const versions = db.createObjectStore('versions', { keyPath: 'id', autoIncrement: true });
      versions.createIndex('question', 'question');
    },
    // A newer page wants to change the stores: it must not wait for this one.
    blocking: (_, __, { target }) => {
      (target as IDBDatabase).close(); // the event is the database's own
      onGone();
    },
    terminated: onGone,
  });
}

// Keeps lessons in one SQLite file, which the process has to itself while it is open.
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { storeErrorOf } from './sqlite-error.ts';
import {
  DEFAULT_QUOTAS,
  HAND_IN_BYTES,
  type HandIn,
  type LessonRecord,
  mayGrow,
  type Quotas,
  type SeatRecord,
  type Store,
  StoreError,
  StoreFullError,
} from './store.ts';

const SCHEMA_VERSION = 1;
/** Seats, sheets and notebooks go with what they hang on. `place` and `number` count, so that the order is kept. */
const SCHEMA = `
  CREATE TABLE lesson (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, createdAt INTEGER NOT NULL, endedAt INTEGER,
    eraseAt INTEGER NOT NULL, state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE seat (
    place INTEGER PRIMARY KEY, lesson TEXT NOT NULL REFERENCES lesson ON DELETE CASCADE, id TEXT NOT NULL,
    secretHash TEXT NOT NULL, state TEXT NOT NULL, UNIQUE (lesson, id)
  ) STRICT;
  CREATE TABLE handIn (
    number INTEGER PRIMARY KEY, lesson TEXT NOT NULL, seat TEXT NOT NULL, key TEXT NOT NULL,
    sheet TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (lesson, seat, key),
    FOREIGN KEY (lesson, seat) REFERENCES seat (lesson, id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE notebook (
    lesson TEXT NOT NULL, seat TEXT NOT NULL, notebook TEXT NOT NULL, PRIMARY KEY (lesson, seat),
    FOREIGN KEY (lesson, seat) REFERENCES seat (lesson, id) ON DELETE CASCADE
  ) STRICT;
  PRAGMA user_version = ${SCHEMA_VERSION};`;

const PAGE_BYTES = 4096;
/** A server that restarts may find its file held by the one that is about to end. */
const BUSY_MS = 2_000;
const WAL_BYTES = 2 ** 22;

const SQL = {
  lessons: 'SELECT * FROM lesson ORDER BY createdAt, rowid',
  saveLesson: `INSERT INTO lesson (id, name, createdAt, endedAt, eraseAt, state) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, createdAt = excluded.createdAt, endedAt = excluded.endedAt,
      eraseAt = excluded.eraseAt, state = excluded.state`,
  saveSeat: `INSERT INTO seat (lesson, id, secretHash, state) VALUES (?, ?, ?, ?)
    ON CONFLICT (lesson, id) DO UPDATE SET secretHash = excluded.secretHash, state = excluded.state`,
  seats: 'SELECT lesson, id, secretHash, state FROM seat WHERE lesson = ? ORDER BY place',
  handInByKey: 'SELECT lesson, seat, key, sheet, at FROM handIn WHERE lesson = ? AND seat = ? AND key = ?',
  sheetsSize: `SELECT coalesce(sum(octet_length(sheet) + ${HAND_IN_BYTES}), 0) AS size FROM handIn WHERE lesson = ? AND seat = ?`,
  notebookSize: 'SELECT octet_length(notebook) AS size FROM notebook WHERE lesson = ? AND seat = ?',
  taken: `SELECT (page_count - freelist_count) * page_size AS size
    FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
  handIn: 'INSERT INTO handIn (lesson, seat, key, sheet, at) VALUES (?, ?, ?, ?, ?)',
  handIns: `SELECT handIn.lesson, seat, key, sheet, at FROM seat JOIN handIn
    ON number = (SELECT max(number) FROM handIn WHERE lesson = seat.lesson AND seat = seat.id)
    WHERE seat.lesson = ? ORDER BY place`,
  handInOf: `SELECT lesson, seat, key, sheet, at FROM handIn WHERE lesson = ? AND seat = ?
    ORDER BY number DESC LIMIT 1`,
  saveNotebook: `INSERT INTO notebook (lesson, seat, notebook) VALUES (?, ?, ?)
    ON CONFLICT (lesson, seat) DO UPDATE SET notebook = excluded.notebook`,
  notebook: 'SELECT notebook FROM notebook WHERE lesson = ? AND seat = ?',
  eraseSeat: 'DELETE FROM seat WHERE lesson = ? AND id = ?',
  eraseNotebook: 'DELETE FROM notebook WHERE lesson = ? AND seat = ?',
  eraseNotebooks: 'DELETE FROM notebook WHERE lesson = ?',
  eraseLesson: 'DELETE FROM lesson WHERE id = ?',
  expired: 'SELECT id FROM lesson WHERE eraseAt <= ? AND id <> ?',
  scrub: 'PRAGMA wal_checkpoint(TRUNCATE)',
  integrity: 'PRAGMA integrity_check(20)',
  orphans: 'PRAGMA foreign_key_check',
};

/** @throws StoreError for a file that another version of this program wrote, or another program */
function prepareFile(database: DatabaseSync, file: string, quotas: Quotas): void {
  // First of all: a file that is not ours is not changed.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF');
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > SCHEMA_VERSION)
    throw new StoreError(
      `${file} vient d’une version plus récente de ce programme (${version} ; celle-ci connaît ${SCHEMA_VERSION}) : mettez le programme à jour, ou choisissez un autre dossier avec --data.`,
    );
  if (version === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined)
    throw new StoreError(
      `${file} est la base d’un autre programme : choisissez un autre dossier avec --data.`,
    );
  const journal = database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
  if (journal !== 'wal') throw new StoreError(`${file} : ce disque ne permet pas de journal WAL.`);
  database.exec(`
    PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON; PRAGMA journal_size_limit = ${WAL_BYTES};
    PRAGMA max_page_count = ${Math.max(1, Math.floor(quotas.all / PAGE_BYTES))}`);
  if (version === 0) database.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT`);
}

function openFile(file: string, quotas: Quotas): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600)); // SQLite gives its log the mode of the file
    chmodSync(file, 0o600);
    database = new DatabaseSync(file, { timeout: BUSY_MS });
    prepareFile(database, file, quotas);
    return database;
  } catch (error) {
    database?.close();
    throw storeErrorOf(error, file);
  }
}

export class SqliteStore implements Store {
  readonly #file: string;
  readonly #quotas: Quotas;
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  /** @throws StoreError, StoreFullError where the file cannot be opened, or made */
  constructor(file: string, quotas: Quotas = DEFAULT_QUOTAS) {
    this.#file = file;
    this.#quotas = quotas;
    this.#database = openFile(file, quotas);
  }

  lessons(): readonly LessonRecord[] {
    return this.#rows<LessonRecord & { endedAt: number | null }>('lessons').map((row) => ({
      ...row,
      endedAt: row.endedAt ?? undefined,
    }));
  }

  saveLesson({ id, name, createdAt, endedAt, eraseAt, state }: LessonRecord): void {
    this.#run('saveLesson', id, name, createdAt, endedAt ?? null, eraseAt, state);
  }

  saveSeats(seats: readonly SeatRecord[]): void {
    this.#allOrNone(() => {
      for (const { lesson, id, secretHash, state } of seats)
        this.#run('saveSeat', lesson, id, secretHash, state);
    });
  }

  seats(lesson: string): readonly SeatRecord[] {
    return this.#rows('seats', lesson);
  }

  handIn(handIn: HandIn): HandIn {
    const { lesson, seat, key, sheet, at } = handIn;
    const [before] = this.#rows<HandIn>('handInByKey', lesson, seat, key);
    if (before) return before;
    const size = Buffer.byteLength(sheet) + HAND_IN_BYTES;
    if (this.#size('sheetsSize', lesson, seat) + size > this.#quotas.sheetsOfSeat)
      throw new StoreFullError('seat');
    this.#makeRoom(lesson, seat, size);
    this.#run('handIn', lesson, seat, key, sheet, at);
    return handIn;
  }

  handIns(lesson: string): readonly HandIn[] {
    return this.#rows('handIns', lesson);
  }

  handInOf(lesson: string, seat: string): HandIn | undefined {
    return this.#rows<HandIn>('handInOf', lesson, seat)[0];
  }

  saveNotebook(lesson: string, seat: string, notebook: string): void {
    this.#makeRoom(lesson, seat, Buffer.byteLength(notebook) - this.#size('notebookSize', lesson, seat));
    this.#run('saveNotebook', lesson, seat, notebook);
  }

  notebook(lesson: string, seat: string): string | undefined {
    return this.#rows<{ notebook: string }>('notebook', lesson, seat)[0]?.notebook;
  }

  eraseSeat(lesson: string, seat: string): void {
    this.#erase(() => this.#run('eraseSeat', lesson, seat));
  }

  eraseSeats(lesson: string, seats: readonly string[]): void {
    this.#erase(() =>
      this.#allOrNone(() => {
        for (const seat of seats) this.#run('eraseSeat', lesson, seat);
      }),
    );
  }

  eraseNotebook(lesson: string, seat: string): void {
    this.#erase(() => this.#run('eraseNotebook', lesson, seat));
  }

  eraseNotebooks(lesson: string): void {
    this.#erase(() => this.#run('eraseNotebooks', lesson));
  }

  eraseLesson(lesson: string): void {
    this.#erase(() => this.#eraseWhole(lesson));
  }

  eraseExpired(now: number, but = ''): number {
    const expired = this.#rows<{ id: string }>('expired', now, but);
    if (expired.length > 0)
      this.#erase(() => {
        for (const { id } of expired) this.#eraseWhole(id);
      });
    return expired.length;
  }

  check(): readonly string[] {
    try {
      const found = this.#rows<{ integrity_check: string }>('integrity');
      const orphans = this.#rows<{ table: string; rowid: number | null }>('orphans');
      return [
        ...found.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok'),
        ...orphans.map(({ table, rowid }) => `${table} ${rowid}: hangs on nothing`),
      ];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#guarded(() => this.#database.close());
  }

  #size(name: 'sheetsSize' | 'notebookSize' | 'taken', ...of: readonly string[]): number {
    return this.#rows<{ size: number }>(name, ...of)[0]?.size ?? 0;
  }

  /** @throws StoreFullError where a seat may not hold so many more bytes */
  #makeRoom(lesson: string, seat: string, more: number): void {
    const held = this.#size('sheetsSize', lesson, seat) + this.#size('notebookSize', lesson, seat);
    if (more > 0 && !mayGrow(this.#quotas, this.#size('taken'), held, more))
      throw new StoreFullError('share');
  }

  /** Seat after seat: what is deleted is written over, and the log would else grow to as much as all of them. */
  #eraseWhole(lesson: string): void {
    for (const { id } of this.seats(lesson)) this.#run('eraseSeat', lesson, id);
    this.#run('eraseLesson', lesson);
  }

  #erase(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof StoreFullError)) throw error;
      this.#scrub(); // on a full disk the log itself may be what fills it
      work();
    }
    this.#scrub();
  }

  /** Brings into the file what the log holds, and empties that: `secure_delete` has overwritten what was erased. */
  #scrub(): void {
    const [result] = this.#rows<{ busy: number }>('scrub');
    if (result?.busy !== 0)
      throw new StoreError(`${this.#file} : ce qui est effacé est encore sur le disque.`);
  }

  #allOrNone(work: () => void): void {
    this.#guarded(() => this.#database.exec('BEGIN IMMEDIATE'));
    try {
      work();
      this.#guarded(() => this.#database.exec('COMMIT'));
    } catch (error) {
      if (this.#database.isTransaction) this.#guarded(() => this.#database.exec('ROLLBACK'));
      throw error;
    }
  }

  #statement(name: keyof typeof SQL): StatementSync {
    const statement = this.#prepared.get(name) ?? this.#database.prepare(SQL[name]);
    this.#prepared.set(name, statement);
    return statement;
  }

  #run(name: keyof typeof SQL, ...values: readonly SQLInputValue[]): void {
    this.#guarded(() => this.#statement(name).run(...values));
  }

  #rows<T>(name: keyof typeof SQL, ...values: readonly SQLInputValue[]): readonly T[] {
    return this.#guarded(() => this.#statement(name).all(...values)) as unknown as T[]; // its tables are STRICT
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.#file);
    }
  }
}

// What a server keeps of its lessons: one contract, in memory or in a file.

/** A lesson, but for those who sit in it. */
export interface LessonRecord {
  readonly id: string;
  /** by which the teacher starts it again */
  readonly name: string;
  /** when it began, in milliseconds from 1970 UTC */
  readonly createdAt: number;
  /** when it was ended; undefined while it goes on */
  readonly endedAt: number | undefined;
  /** when all of it is erased */
  readonly eraseAt: number;
  /** the rest, as JSON: whatever the lesson needs to go on after a restart */
  readonly state: string;
}

/** A student's seat in a lesson. */
export interface SeatRecord {
  readonly id: string;
  readonly lesson: string;
  /** SHA-256 of the secret that proves the seat to be one's own, in hexadecimal */
  readonly secretHash: string;
  /** the rest, as JSON */
  readonly state: string;
}

/** A sheet that a student has handed in. */
export interface HandIn {
  readonly lesson: string;
  readonly seat: string;
  /** made by the page for one press of the button: the same one is the same hand-in */
  readonly key: string;
  /** ANSWERS.md */
  readonly sheet: string;
  /** in milliseconds from 1970 UTC */
  readonly at: number;
}

/** How much a store keeps before it is full, in bytes. */
export interface Quotas {
  readonly all: number;
  /** of the sheets of one seat, so that no student takes the place of the others */
  readonly sheetsOfSeat: number;
  /** what a seat may hold, sheets and notebook, once three quarters of all are taken: the last quarter has that for a thousand seats */
  readonly share: number;
}

/** What a hand-in takes besides its sheet. */
export const HAND_IN_BYTES = 512;

export const DEFAULT_QUOTAS: Quotas = { all: 2 ** 30, sheetsOfSeat: 2 ** 24, share: 2 ** 18 };

/** Whether a seat that holds so many bytes may hold so many more, when so many of all are taken. */
export const mayGrow = ({ all, share }: Quotas, taken: number, held: number, more: number): boolean =>
  held + more <= share || taken + more <= (all * 3) / 4;

/** There is no place left to keep something. What was kept before is whole. */
export class StoreFullError extends Error {
  override name = 'StoreFullError';
}

/** The store could not be read or written for another reason. The message is one line, for the person who started the server. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/**
 * What has returned is kept: a process that is killed, or a machine that loses its power, after that loses none of it.
 * Every method may throw `StoreFullError` or `StoreError`, and then has changed nothing; an erasure that throws may have
 * erased a part, and is to be repeated. A text holds no lone surrogate, which no file could.
 */
export interface Store {
  /** all lessons, the oldest first */
  lessons(): readonly LessonRecord[];
  saveLesson(lesson: LessonRecord): void;
  /** adds seats or replaces them by their ids, all or none; their lessons must be there */
  saveSeats(seats: readonly SeatRecord[]): void;
  /** those of one lesson, in the order in which they were first saved */
  seats(lesson: string): readonly SeatRecord[];
  /**
   * Keeps a sheet beside the earlier ones of its seat, which must be there, as for a notebook.
   * @returns the hand-in that is kept under this key: this one, or the same one that came before
   */
  handIn(handIn: HandIn): HandIn;
  /** the last one of each seat, in the order of the seats */
  handIns(lesson: string): readonly HandIn[];
  /** the last one of a seat */
  handInOf(lesson: string, seat: string): HandIn | undefined;
  /** keeps a notebook in place of the earlier one of its seat */
  saveNotebook(lesson: string, seat: string, notebook: string): void;
  notebook(lesson: string, seat: string): string | undefined;
  /** erases a student: seat, sheets, notebook. What is erased is not on the disk any more. */
  eraseSeat(lesson: string, seat: string): void;
  /** erases students together */
  eraseSeats(lesson: string, seats: readonly string[]): void;
  eraseNotebook(lesson: string, seat: string): void;
  eraseNotebooks(lesson: string): void;
  eraseLesson(lesson: string): void;
  /** erases the lessons whose time has come. @param but - the one that goes on, whatever its time. @returns how many */
  eraseExpired(now: number, but?: string): number;
  /** what is wrong with the file, one line each; empty for one that is whole */
  check(): readonly string[];
  close(): void;
}

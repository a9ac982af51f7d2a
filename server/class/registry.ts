// Who is in the class, as far as requests over HTTP must know it.

export interface Student {
  readonly lesson: string;
  readonly seat: string;
  readonly pseudonym: string;
}

export interface Registry {
  /** the lesson that is served: its id in the store */
  readonly lesson: string;
  /** whose pass this is; compared in constant time, as a hash */
  student(bearer: string): Student | undefined;
  /** whether this is the teacher's secret; compared in constant time, as a hash */
  isTeacher(bearer: string): boolean;
  seats(): readonly { readonly id: string; readonly pseudonym: string }[];
  ended(): boolean;
  keepsNotebooks(): boolean;
  /** A sheet of this seat is kept. @param at - milliseconds from 1970 UTC */
  handedIn(seat: string, at: number): void;
  /** A notebook of this seat is kept. */
  keptNotebook(seat: string): void;
  /** The store has erased this seat, or the whole lesson: its students are no more. */
  erased(seat: string | undefined): void;
}

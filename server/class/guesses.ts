// Wrong guesses at secrets and codes, counted by the address they come from.

import { Buckets } from '../buckets.ts';
import type { Connection } from '../connection.ts';
import { RelayError } from '../refusal.ts';
import { refuse } from './audience.ts';
import { ClassError } from './class-error.ts';
import type { Lesson } from './lesson.ts';

/** What was guessed at: the secret of the teacher or of the projector; or the class's code, or a student's pass. */
type Guessed = 'secret' | 'code';

const A_MINUTE: Readonly<Record<Guessed, number>> = {
  secret: 5,
  /** a class sits behind one address, and types */
  code: 60,
};

/**
 * Whoever has the right secret is let in, however often others behind the same address have guessed: they must not lock anybody
 * out, and at the lengths of these secrets guessing on gets them nowhere. It only ends their connection.
 */
export class Guesses {
  readonly #lesson: Lesson;
  readonly #now: () => number;
  readonly #wrong: Readonly<Record<Guessed, Buckets>> = {
    secret: new Buckets(A_MINUTE.secret, A_MINUTE.secret / 60),
    code: new Buckets(A_MINUTE.code, A_MINUTE.code / 60),
  };

  /** @param now - milliseconds */
  constructor(lesson: Lesson, now: () => number) {
    this.#lesson = lesson;
    this.#now = now;
  }

  /** @throws ClassError `BAD_CODE` where nothing was found, `TOO_MANY_TRIES` for one try too many */
  found<T>(guessed: Guessed, connection: Connection, found: T | undefined): T {
    if (found !== undefined) return found;
    throw new ClassError(this.#refusalOf(guessed, connection));
  }

  /**
   * At the door of a room, a pass that is nobody's is a guess: at a student's, which names a seat before a dot, or at the
   * teacher's secret.
   * @throws RelayError `FORBIDDEN`, as for a room that is not one's own
   */
  weigh(connection: Connection, pass: string | undefined): void {
    if (pass === undefined || this.#lesson.isTeacher(pass) || this.#lesson.seatOf(pass)) return;
    const code = this.#refusalOf(pass.includes('.') ? 'code' : 'secret', connection);
    if (code === 'TOO_MANY_TRIES') refuse(connection, new ClassError(code));
    throw new RelayError('FORBIDDEN');
  }

  #refusalOf(guessed: Guessed, { address }: Connection): 'BAD_CODE' | 'TOO_MANY_TRIES' {
    return this.#wrong[guessed].take(address, this.#now()) ? 'BAD_CODE' : 'TOO_MANY_TRIES';
  }
}

// Work that would keep a whole class waiting, done piece after piece, and seat after seat: what waits on the disk, and goes through long texts.
import { Refused } from './hand-in-refusal.ts';

/** After each piece so much time is everybody else's, as a multiple of what it took. */
const REST = 2;

/** Pieces of one seat that wait at a time: a page asks for one or two. */
const MOST_WAITING = 4;

export class Turns {
  /** what waits, by seat: the seat whose turn is next comes first */
  readonly #waiting = new Map<string, (() => void)[]>();
  #isBusy = false;

  /**
   * Does it when its turn has come: each seat has one after the other, however much of one waits.
   * @param isGone - whether nobody waits for it any more: then it is not done
   * @throws Refused `BUSY` for a seat of which too much waits already, or where nobody waits any more
   */
  take<T>(seat: string, work: () => T, isGone: () => boolean = () => false): Promise<T> {
    const waiting = this.#waiting.get(seat) ?? [];
    if (waiting.length >= MOST_WAITING) return Promise.reject(new Refused('BUSY'));
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    waiting.push(() => {
      try {
        if (isGone()) throw new Refused('BUSY');
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
    this.#waiting.set(seat, waiting);
    if (!this.#isBusy) {
      this.#isBusy = true;
      queueMicrotask(() => this.#next());
    }
    return promise;
  }

  #next(): void {
    const [turn] = this.#waiting;
    if (!turn) {
      this.#isBusy = false;
      return;
    }
    const [seat, [piece, ...rest]] = turn;
    this.#waiting.delete(seat);
    if (rest.length > 0) this.#waiting.set(seat, rest); // behind all others
    const begun = performance.now();
    piece?.();
    setTimeout(() => this.#next(), (performance.now() - begun) * REST);
  }
}

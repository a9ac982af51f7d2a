// What a malicious relay will hand out later, each at its time.
import type { Budget } from '../budget.ts';
import type { Handout } from './act.ts';
import type { Deed } from './journal.ts';
import { weight } from './memory.ts';

export interface Delayed {
  /** milliseconds from 1970 UTC */
  readonly dueAt: number;
  readonly what: Handout;
  readonly deeds: readonly Deed[];
  /** the number of the journal's entry that announced it */
  readonly entry: number;
}

interface Clock {
  now(): number;
  later(milliseconds: number, run: () => void): void;
}

const MOST_DELAYED = 200;
/** Of what waits in one room, in units of UTF-16: it must leave place to what all others remember. */
const MOST_CHARACTERS = 256 * 1024;

export class Pending {
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #due: (delayed: Delayed) => void;
  readonly #all = new Set<Delayed>();
  #characters = 0;

  /** @param due - called when the time of something has come */
  constructor(clock: Clock, budget: Budget, due: (delayed: Delayed) => void) {
    this.#clock = clock;
    this.#budget = budget;
    this.#due = due;
  }

  get all(): readonly Delayed[] {
    return [...this.#all];
  }

  /** @param what - so many copies of it */
  hasRoomFor(more: number, what: Handout): boolean {
    return this.#all.size + more <= MOST_DELAYED && this.#characters + weight(what) <= MOST_CHARACTERS;
  }

  /** @returns whether there is place for something more to wait */
  add(delayed: Delayed): boolean {
    if (this.#all.size >= MOST_DELAYED || !this.#pay(delayed)) return false;
    this.#all.add(delayed);
    this.#clock.later(Math.max(0, delayed.dueAt - this.#clock.now()), () => {
      if (this.#remove(delayed)) this.#due(delayed);
    });
    return true;
  }

  /** Takes what an entry of the journal announced, or everything, out of the queue, in the order of its time. */
  take(entry?: number): Delayed[] {
    const taken = this.all.filter((delayed) => entry === undefined || delayed.entry === entry);
    for (const delayed of taken) this.#remove(delayed);
    return taken.sort((a, b) => a.dueAt - b.dueAt);
  }

  #remove(delayed: Delayed): boolean {
    if (!this.#all.delete(delayed)) return false;
    if (!this.#isThere(delayed)) {
      this.#characters -= weight(delayed.what);
      this.#budget.give(weight(delayed.what));
    }
    return true;
  }

  /** Copies of one message take the place of one. */
  #isThere({ entry }: Delayed): boolean {
    return this.all.some((other) => other.entry === entry);
  }

  #pay(delayed: Delayed): boolean {
    if (this.#isThere(delayed)) return true;
    const characters = weight(delayed.what);
    if (!this.hasRoomFor(1, delayed.what) || !this.#budget.take(characters)) return false;
    this.#characters += characters;
    return true;
  }
}

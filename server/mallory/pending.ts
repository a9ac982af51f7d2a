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

export class Pending {
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #due: (delayed: Delayed) => void;
  readonly #all = new Set<Delayed>();

  /** @param due - called when the time of something has come */
  constructor(clock: Clock, budget: Budget, due: (delayed: Delayed) => void) {
    this.#clock = clock;
    this.#budget = budget;
    this.#due = due;
  }

  get all(): readonly Delayed[] {
    return [...this.#all];
  }

  hasRoomFor(more: number): boolean {
    return this.#all.size + more <= MOST_DELAYED;
  }

  /** @returns whether there is place for something more to wait */
  add(delayed: Delayed): boolean {
    if (!this.hasRoomFor(1) || !this.#budget.take(weight(delayed.what))) return false;
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
    this.#budget.give(weight(delayed.what));
    return true;
  }
}

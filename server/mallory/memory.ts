// The messages that a malicious relay remembers, the held ones among them, as far as there is place for them.
import type { Budget } from '../budget.ts';
import type { Payload } from '../payload.ts';
import type { Seen } from './journal.ts';

// So many messages, and so many characters of them: 768 KiB at most in UTF-8, so that an operator who comes can be
// told of all of them in one frame without being taken for a slow reader.
const MOST_SEEN = 256;
const MOST_CHARACTERS = 256 * 1024;

/** What it takes to remember a message, in units of UTF-16. */
export const weight = ({ message }: { readonly message: Payload }) => JSON.stringify(message).length;

export class Memory {
  readonly #budget: Budget;
  readonly #letGo: (held: Seen) => void;
  #seen: Seen[] = [];
  #characters = 0;

  /** @param letGo - sends a held message on its way, before it is forgotten */
  constructor(budget: Budget, letGo: (held: Seen) => void) {
    this.#budget = budget;
    this.#letGo = letGo;
  }

  /** All of them, the oldest first. */
  get all(): readonly Seen[] {
    return this.#seen;
  }

  find(seq: number | undefined): Seen | undefined {
    return this.#seen.find((seen) => seen.seq === seq);
  }

  held(): Seen[] {
    return this.#seen.filter(({ held }) => held);
  }

  /** Keeps a message, as far as there is place for it. @returns whether there is */
  keep(seen: Seen): boolean {
    const characters = weight(seen);
    while (
      this.#seen.length >= MOST_SEEN ||
      (this.#seen.length > 0 && this.#characters + characters > MOST_CHARACTERS)
    )
      this.#forgetOldest();
    while (!this.#budget.take(characters)) {
      if (this.#seen.length === 0) return false;
      this.#forgetOldest();
    }
    this.#seen.push(seen);
    this.#characters += characters;
    return true;
  }

  /** A message is held no longer. @returns whether it was */
  release(seq: number): boolean {
    const at = this.#seen.findIndex((seen) => seen.seq === seq && seen.held);
    const seen = this.#seen[at];
    if (!seen) return false;
    this.#seen[at] = { ...seen, held: false };
    return true;
  }

  /** Forgets everything, and sends nothing on its way. */
  close(): void {
    this.#budget.give(this.#characters);
    this.#seen = [];
    this.#characters = 0;
  }

  #forgetOldest(): void {
    const [oldest] = this.#seen;
    if (!oldest) return;
    if (oldest.held) this.#letGo(oldest);
    this.#seen.shift();
    this.#characters -= weight(oldest);
    this.#budget.give(weight(oldest));
  }
}

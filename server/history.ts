// What a room remembers of what was said, for peers that come back, as far as room and relay have place for it.
import type { Budget } from './budget.ts';

export interface Message {
  readonly seq: number;
  /** its author, who does not get it */
  readonly user: string;
  /** the only peers that it is for; absent: all but its author */
  readonly to?: readonly string[];
  /** the delivery, as it went over the wire */
  readonly frame: string;
}

/** What a peer that comes back is told: nothing lost before `messages`, or a gap. */
export interface Missed {
  readonly gap: boolean;
  readonly messages: readonly Message[];
}

/** A history at rest, as JSON may keep it. */
export interface FrozenHistory {
  readonly history: readonly Message[];
  /** the number of the last message that is not in the history any more */
  readonly forgotten: number;
}

const MOST_MESSAGES = 256;
/** of their frames */
const MOST_CHARACTERS = 512 * 1024;

export const isFor = ({ user, to }: Message, reader: string): boolean =>
  to ? to.includes(reader) : user !== reader;

export class History {
  readonly #budget: Budget;
  #messages: Message[] = [];
  #characters = 0;
  #forgotten = 0;

  /** @param budget - what this history may take, together with all others */
  constructor(budget: Budget) {
    this.#budget = budget;
  }

  keep(message: Message): void {
    const characters = message.frame.length;
    while (
      this.#messages.length >= MOST_MESSAGES ||
      (this.#messages.length > 0 && this.#characters + characters > MOST_CHARACTERS)
    )
      this.#forgetOldest();
    while (!this.#budget.take(characters)) {
      if (this.#messages.length === 0) {
        this.#forgotten = message.seq;
        return;
      }
      this.#forgetOldest();
    }
    this.#messages.push(message);
    this.#characters += characters;
  }

  /** What was said by others after the message number `since`. @param last - the number of the last one */
  missed(user: string, since: number, last: number): Missed {
    return {
      gap: since < this.#forgotten || since > last,
      messages: this.#messages.filter((message) => message.seq > since && isFor(message, user)),
    };
  }

  /** Gives back what it took. */
  close(): void {
    this.#budget.give(this.#characters);
    this.#messages = [];
    this.#characters = 0;
  }

  freeze(): FrozenHistory {
    return { history: this.#messages, forgotten: this.#forgotten };
  }

  thaw({ history, forgotten }: FrozenHistory): void {
    this.#forgotten = forgotten;
    for (const message of history) this.keep(message);
  }

  #forgetOldest(): void {
    const oldest = this.#messages.shift();
    if (!oldest) return;
    this.#budget.give(oldest.frame.length);
    this.#characters -= oldest.frame.length;
    this.#forgotten = oldest.seq;
  }
}

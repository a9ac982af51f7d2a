// The reader in the server's chair: what the malicious relay has seen, what it is told to do, and what it did.
import { type Signal, signal } from '@preact/signals';
import type { Rule } from '#server/mallory/act.ts';
import type { JournalEntry, Seen } from '#server/mallory/journal.ts';
import type { Payload } from '#server/payload.ts';
import type { Delivery } from '#server/protocol.ts';
import type { Connect, Link } from './link.ts';
import type { Presence } from './session.ts';

/** A rule with what it leaves to the relay's defaults left out. */
export type RuleWords = Pick<Rule, 'act'> & Partial<Rule>;

/** Something to hand out. */
export interface Handing {
  /** the name on the envelope */
  readonly user: string;
  readonly message: Payload;
  /** the peers that get it; all but its author where absent */
  readonly to?: readonly string[];
  /** the number of the message that it is made of; absent for an invention */
  readonly of?: number;
  /** seconds before it is handed out, and between copies */
  readonly seconds?: number;
  readonly times?: number;
}

/** The operator's seat, and what proves that it is one's own. */
export interface OperatorSeat {
  readonly room: string;
  readonly resume?: string | undefined;
}

const MOST_KEPT = 256;

/** Entries of two lists by their numbers, the later one of each. */
function merged<T extends { readonly seq: number }>(before: readonly T[], news: readonly T[]): T[] {
  const all = new Map([...before, ...news].map((entry) => [entry.seq, entry]));
  return [...all.values()].sort((a, b) => a.seq - b.seq).slice(-MOST_KEPT);
}

export class Operator {
  /** the messages that have passed, the oldest first */
  readonly seen: Signal<readonly Seen[]> = signal([]);
  readonly journal: Signal<readonly JournalEntry[]> = signal([]);
  readonly rule: Signal<Rule | undefined> = signal();
  readonly presence: Signal<Presence> = signal('connecting');
  readonly #link: Link;
  readonly #handedOut: (of: number, as: number) => void;
  #seat: OperatorSeat;

  /** @param handedOut - told of each message that a peer gets under another number than it was sent under */
  constructor(seat: OperatorSeat, connect: Connect, handedOut: (of: number, as: number) => void) {
    this.#seat = seat;
    this.#handedOut = handedOut;
    this.#link = connect({
      open: () => this.#send({ type: 'register', operate: true, ...this.#seat }),
      delivery: (delivery) => this.#deliver(delivery),
      lost: (_, retryIn) => {
        this.presence.value = retryIn === undefined ? 'ended' : 'lost';
      },
    });
  }

  /** What a later page needs to go on in this seat. */
  get seat(): OperatorSeat {
    return this.#seat;
  }

  /** The messages that wait for a decision. */
  held(): readonly Seen[] {
    return this.seen.value.filter(({ held }) => held);
  }

  handOut(what: Handing): void {
    this.#send({ type: 'act', do: 'deliver', ...what });
  }

  drop(seq: number): void {
    this.#send({ type: 'act', do: 'drop', seq });
  }

  /** From now on does this to messages of itself, or nothing any more. */
  setRule(rule: RuleWords | undefined): void {
    this.#send({ type: 'act', do: 'rule', rule: rule ?? null });
  }

  /** Gets up: the relay is honest again, and delivers what it held. */
  leave(): void {
    this.#link.close();
  }

  #send(words: object): void {
    this.#link.send(JSON.stringify(words));
  }

  #deliver(delivery: Delivery): void {
    switch (delivery.type) {
      case 'registered':
        this.#seat = { ...this.#seat, resume: delivery.resume };
        this.presence.value = 'present';
        break;
      case 'seen':
        this.seen.value = merged(this.seen.value, delivery.messages);
        break;
      case 'journal':
        for (const entry of delivery.entries) this.#note(entry);
        break;
      case 'refused':
        if (this.presence.value !== 'present') this.presence.value = delivery.code;
    }
  }

  #note(entry: JournalEntry): void {
    const { of, as, deeds, rule } = entry;
    this.journal.value = merged(this.journal.value, [entry]);
    if (deeds.includes('rule')) this.rule.value = rule ?? undefined;
    if (deeds.includes('release')) this.rule.value = undefined;
    if (of === undefined) return;
    if (!deeds.includes('hold'))
      this.seen.value = this.seen.value.map((seen) => (seen.seq === of ? { ...seen, held: false } : seen));
    if (as !== undefined) this.#handedOut(of, as);
  }
}

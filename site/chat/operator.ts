// The reader in the server's chair: what the malicious relay has seen, what it is told to do, and what it did.
import { type Signal, signal } from '@preact/signals';
import { utf8 } from '#lab/bytes.ts';
import type { JournalEntry, Seen } from '#server/mallory/journal.ts';
import type { Rule } from '#server/mallory/rule.ts';
import type { Payload } from '#server/payload.ts';
import { CLOSE, type Delivery, type LogLine, MAX_FRAME_BYTES } from '#server/protocol.ts';
import type { RefusalCode } from '#server/refusal.ts';
import type { Connect, Link } from './link.ts';
import type { Presence } from './session.ts';

/** A rule with what it leaves to the relay's defaults left out. */
export type RuleWords = Pick<Rule, 'act'> & Partial<Rule>;

/** Something to hand out. What is made of a message is as it came, where nothing else is said. */
export interface Handing {
  /** the number of the message that it is made of; absent for an invention */
  readonly of?: number;
  /** the name on the envelope */
  readonly user?: string;
  readonly message?: Payload;
  /** the peers that get it; all but its author where absent */
  readonly to?: readonly string[];
  /** seconds before it is handed out, and between copies */
  readonly seconds?: number;
  readonly times?: number;
}

/** The operator's seat, and what proves that it is one's own. */
export interface OperatorSeat {
  readonly room: string;
  readonly resume?: string | undefined;
  /** in a class: what the class has given, to prove the same */
  readonly pass?: string | undefined;
}

/** What the rest of the page is told. */
export interface OperatorEvents {
  users(users: readonly string[]): void;
  log(lines: readonly LogLine[]): void;
  seen(messages: readonly Seen[]): void;
  /** A peer got a message under another number than it was sent under. */
  handedOut(of: number, as: number): void;
  /** The relay does not know this seat any more: it counts messages and lines from the beginning. */
  forgotten(): void;
}

const MOST_KEPT = 256;

/** Entries of two lists by their numbers, the later one of each. */
function merged<T extends { readonly seq: number }>(before: readonly T[], news: readonly T[]): T[] {
  const all = new Map([...before, ...news].map((entry) => [entry.seq, entry]));
  return [...all.values()].sort((a, b) => a.seq - b.seq).slice(-MOST_KEPT);
}

/** Where the chair stands: `moved` where a class has taken it away from its sitter, `ended` where another tab has. */
export type ChairPresence = Presence | 'moved';

export class Operator {
  /** the messages that have passed, the oldest first */
  readonly seen: Signal<readonly Seen[]> = signal([]);
  readonly journal: Signal<readonly JournalEntry[]> = signal([]);
  readonly rule: Signal<Rule | undefined> = signal();
  readonly presence: Signal<ChairPresence> = signal('connecting');
  /** why the last order came to nothing, where it did */
  readonly notice: Signal<'too large' | 'offline' | RefusalCode | undefined> = signal();
  readonly #link: Link;
  readonly #events: OperatorEvents;
  #seat: OperatorSeat;

  constructor(seat: OperatorSeat, connect: Connect, events: OperatorEvents) {
    this.#seat = seat;
    this.#events = events;
    this.#link = connect({
      open: () => this.#link.send(JSON.stringify({ type: 'register', operate: true, ...this.#seat })),
      delivery: (delivery) => this.#deliver(delivery),
      lost: (code, retryIn) => {
        // Whoever was refused the chair is shown the door after a while, and asks again: that is no news.
        if (retryIn === undefined) this.presence.value = code === CLOSE.MOVED ? 'moved' : 'ended';
        else if (this.isSeated()) this.presence.value = 'lost';
      },
    });
  }

  /** What a later page needs to go on in this seat. */
  get seat(): OperatorSeat {
    return this.#seat;
  }

  /** Whether the chair is this page's, though the line to it may be down. */
  isSeated(): boolean {
    const { value } = this.presence;
    return value === 'present' || value === 'lost' || value === 'connecting';
  }

  /** The messages that wait for a decision. */
  held(): readonly Seen[] {
    return this.seen.value.filter(({ held }) => held);
  }

  /** @returns whether the order left, here and below; `notice` says why it did not */
  handOut(what: Handing): boolean {
    return this.#order({ do: 'deliver', ...what });
  }

  /** Hands held messages out as they came, in this order. */
  forward(...seqs: readonly number[]): boolean {
    return this.#order({ do: 'forward', seqs });
  }

  drop(seq: number): boolean {
    return this.#order({ do: 'drop', seq });
  }

  /** Gives up what the journal's entry of this number announced. */
  cancel(entry: number): boolean {
    return this.#order({ do: 'cancel', entry });
  }

  /** From now on does this to messages of itself, or nothing any more. */
  setRule(rule: RuleWords | undefined): boolean {
    return this.#order({ do: 'rule', rule: rule ?? null });
  }

  /** Gets up: the relay is honest again, and delivers what it held. */
  leave(): void {
    this.#link.close();
  }

  #order(act: object): boolean {
    const frame = JSON.stringify({ type: 'act', ...act });
    if (utf8(frame).length > MAX_FRAME_BYTES) this.notice.value = 'too large';
    else if (this.presence.value !== 'present' || !this.#link.send(frame)) this.notice.value = 'offline';
    else {
      this.notice.value = undefined;
      return true;
    }
    return false;
  }

  #deliver(delivery: Delivery): void {
    switch (delivery.type) {
      case 'registered':
        if (this.#seat.resume !== undefined && this.#seat.resume !== delivery.resume) this.#beginAnew();
        this.#seat = { ...this.#seat, resume: delivery.resume };
        this.presence.value = 'present';
        this.notice.value = undefined;
        this.#events.users(delivery.users);
        break;
      case 'users':
        this.#events.users(delivery.users);
        break;
      case 'log':
        this.#events.log(delivery.lines);
        break;
      case 'seen':
        this.seen.value = merged(this.seen.value, delivery.messages);
        this.#events.seen(delivery.messages);
        break;
      case 'journal':
        for (const entry of delivery.entries) this.#note(entry);
        break;
      case 'refused':
        if (this.presence.value === 'present') this.notice.value = delivery.code;
        else this.presence.value = delivery.code;
        // What is somebody's is free some day; what is forbidden stays so until the sitter asks again.
        if (this.presence.value === 'FORBIDDEN') this.#link.close();
    }
  }

  /** The relay has begun anew, or somebody else sat here in between: what was known of it holds no longer. */
  #beginAnew(): void {
    this.seen.value = [];
    this.journal.value = [];
    this.rule.value = undefined;
    this.#events.forgotten();
  }

  #note(entry: JournalEntry): void {
    const { of, as, deeds, rule } = entry;
    this.journal.value = merged(this.journal.value, [entry]);
    if (deeds.includes('rule')) this.rule.value = rule ?? undefined;
    if (deeds.includes('release') || deeds.includes('end')) this.rule.value = undefined;
    if (of === undefined) return;
    if (!deeds.includes('hold'))
      this.seen.value = this.seen.value.map((seen) => (seen.seq === of ? { ...seen, held: false } : seen));
    if (as !== undefined) this.#events.handedOut(of, as);
  }
}

// What happened to the messages of this page while an experiment went on: when, and with the bench set to what.
import { effect, type Signal, signal, untracked } from '@preact/signals';
import type { Bench } from '../chat/bench.ts';
import type { Message } from '../chat/timeline.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** One arrival. */
export interface Annal {
  readonly message: Message;
  readonly to: string;
  readonly verdict: Verdict;
  /** seconds of the bench's time since it was sent */
  readonly elapsed: number;
  /** whether the relay handed it out by its operator's order, rather than as it came */
  readonly isCopy: boolean;
  /** what the bench was set to when it was sent and when it came; undefined where that changed in between */
  readonly setting: string | undefined;
}

interface Sending {
  readonly at: number;
  readonly setting: string;
}

/** Clocks, times to live and the network, in one word that is the same where they are. */
function settingOf({ peers, latency }: Bench): string {
  const { gauche, droite } = peers;
  return (
    [gauche, droite].map(({ offset, ttl }) => `${offset.value} ${ttl.value}`).join(', ') +
    `, ${latency.value}`
  );
}

export class Annals {
  readonly entries: Signal<readonly Annal[]> = signal([]);
  readonly #bench: Bench;
  /** the messages that have been sent since this began, by `id` */
  readonly #sendings = new Map<string, Sending>();
  /** how many receipts of a message are written down already */
  readonly #written = new Map<string, number>();
  readonly #stop: () => void;

  constructor(bench: Bench) {
    this.#bench = bench;
    for (const { id, receipts } of bench.timeline.peek()) this.#written.set(id, receipts.length);
    this.#stop = effect(() => {
      const timeline = bench.timeline.value;
      untracked(() => {
        for (const message of timeline) this.#note(message);
      });
    });
  }

  /** When a message was sent, in milliseconds of the bench's time. */
  sentAt(id: string): number | undefined {
    return this.#sendings.get(id)?.at;
  }

  end(): void {
    this.#stop();
  }

  #note(message: Message): void {
    const { id, typed, receipts } = message;
    const at = this.#bench.time.now();
    const setting = settingOf(this.#bench);
    if (!this.#written.has(id)) {
      // One that was never sent here, or came to be known with its past, says nothing.
      if (typed !== undefined && receipts.length === 0) this.#sendings.set(id, { at, setting });
      this.#written.set(id, receipts.length);
    }
    const sending = this.#sendings.get(id);
    const fresh = receipts.slice(this.#written.get(id));
    this.#written.set(id, receipts.length);
    if (!sending || fresh.length === 0) return;
    const annals = fresh.map((receipt) => ({
      message,
      to: receipt.peer,
      verdict: verdictOf(receipt),
      elapsed: (at - sending.at) / 1000,
      isCopy: receipt.seq !== message.seq,
      setting: sending.setting === setting ? setting : undefined,
    }));
    this.entries.value = [...this.entries.value, ...annals];
  }
}

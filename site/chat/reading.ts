// What the reader looks at: the message that is followed, which of its deliveries, and what it is compared with.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LogLine } from '#server/protocol.ts';
import type { Bench } from './bench.ts';
import { Each } from './each.ts';
import type { Receipt } from './session.ts';
import type { Message } from './timeline.ts';

/** What a message is laid beside: another one, by its `id`, or itself as it arrived. */
export type Other = { readonly message: string } | 'arrived';

export class Reading {
  /** the message that is followed */
  readonly message: ReadonlySignal<Message | undefined>;
  /** which of its deliveries is looked at, from 0; −1 while there is none */
  readonly delivery: ReadonlySignal<number>;
  readonly receipt: ReadonlySignal<Receipt | undefined>;
  /** the server's line about it, as it wrote it */
  readonly line: ReadonlySignal<string | undefined>;
  /** whether something is, or is about to be, laid beside the message */
  readonly comparing: ReadonlySignal<boolean>;
  readonly other: ReadonlySignal<Other | undefined>;
  readonly #bench: Bench;
  // Each says of which message it was meant: once another one is followed, it is nothing.
  readonly #chosen: Signal<{ readonly of: string; readonly delivery: number } | undefined> = signal();
  readonly #compared: Signal<{ readonly of: string; readonly other?: Other } | undefined> = signal();
  readonly #messages: Each<number | undefined, Message | undefined>;
  readonly #traces: Each<string, 'followed' | 'compared' | undefined>;
  readonly #followed: Each<number, boolean>;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.message = computed(() => bench.followed());
    this.delivery = computed(() => {
      const { receipts = [] } = this.message.value ?? {};
      const chosen = this.#chosen.value;
      const last = receipts.length - 1;
      return chosen?.of === this.message.value?.id ? Math.min(chosen?.delivery ?? last, last) : last;
    });
    this.receipt = computed(() => this.message.value?.receipts[this.delivery.value]);
    this.line = computed(() => {
      if (bench.exhibit.value) return bench.exhibit.value.line;
      const seq = this.message.value?.seq;
      if (seq === undefined) return undefined;
      const line = bench.log.value.find((entry) => entry.kind === 'line' && entry.line.message === seq);
      return line?.kind === 'line' ? line.line.text : undefined;
    });
    const compared = computed(() =>
      this.#compared.value?.of === this.message.value?.id ? this.#compared.value : undefined,
    );
    this.comparing = computed(() => compared.value !== undefined);
    this.other = computed(() => compared.value?.other);
    this.#messages = new Each(() => {
      void bench.timeline.value;
      return (seq) => bench.messageAt(seq);
    });
    this.#traces = new Each(() => {
      const followed = bench.exhibit.value ? undefined : bench.selected.value;
      const other = this.other.value;
      const beside = typeof other === 'object' ? other.message : undefined;
      return (id) => (id === followed ? 'followed' : id === beside ? 'compared' : undefined);
    });
    this.#followed = new Each(() => {
      const followed = bench.exhibit.value ? undefined : this.message.value?.seq;
      return (seq) => seq === followed;
    });
  }

  /** The message that a line of the log speaks of, for whoever draws the line. */
  messageAt(seq: number | undefined): Message | undefined {
    return this.#messages.at(seq);
  }

  /** What a message is to the reader, for whoever draws a trace of it. */
  traceOf(id: string): 'followed' | 'compared' | undefined {
    return this.#traces.at(id);
  }

  /** Whether the message of this number in the room is the one that is followed, for whoever draws it. */
  isFollowed(seq: number): boolean {
    return this.#followed.at(seq);
  }

  /**
   * A trace of a message has been pressed: it is followed, or no longer, or laid beside the one that is.
   * @param delivery - the delivery that the trace is of, from 0; −1 where it is of none
   * @returns whether there is something to look at now
   */
  press({ id, receipts }: Message, delivery: number): boolean {
    const isFollowed = !this.#bench.exhibit.value && this.#bench.selected.value === id;
    if (!isFollowed && this.comparing.value) {
      this.compareWith({ message: id });
      return true;
    }
    this.#bench.exhibit.value = undefined;
    const isSeen = delivery < 0 || delivery === this.delivery.value;
    this.#bench.selected.value = isFollowed && isSeen ? undefined : id;
    // The last one is where the reader waits for the next: who chooses it, stays at the end.
    if (delivery >= 0) this.choose(delivery === receipts.length - 1 ? undefined : delivery);
    return this.#bench.selected.value !== undefined;
  }

  /** A line of the log that speaks of no message that is known has been pressed. @returns whether it is looked at now */
  pressLine({ level, logger, text, message: seq }: LogLine): boolean {
    const { exhibit } = this.#bench;
    const line = `${level}:${logger}:${text}`;
    exhibit.value = exhibit.value?.line === line ? undefined : { line, isPressed: true, seq };
    return exhibit.value !== undefined;
  }

  /** Looks at one delivery of the message that is followed, or at the last one, whichever that will be. */
  choose(delivery: number | undefined): void {
    const of = this.message.value?.id;
    this.#chosen.value = of === undefined || delivery === undefined ? undefined : { of, delivery };
  }

  /** Lays something beside the message that is followed; without it, whatever trace is pressed next. */
  compareWith(other?: Other): void {
    const of = this.message.value?.id;
    if (of !== undefined) this.#compared.value = other === undefined ? { of } : { of, other };
  }

  stopComparing(): void {
    this.#compared.value = undefined;
  }

  /** Follows no message any more. */
  close(): void {
    this.#bench.exhibit.value = undefined;
    this.#bench.selected.value = undefined;
  }
}

// The cable between this page and the relay: the reader may cut it, mend it, and listen to what leaves over it.
import { type Signal, signal } from '@preact/signals';
import type { Connect, Link, LinkEvents } from './link.ts';

/** What a line that was lost without a word looks like. Source: RFC 6455 §7.4.1 */
const ABNORMAL_CLOSURE = 1006;

/** Told of each frame that leaves this page, as it leaves. */
export type Tap = (frame: string) => void;

/** One line in the cable. It may be up, waiting for the cable to be mended, or coming back only to say goodbye. */
class Wire implements Link {
  readonly #connect: Connect;
  readonly #events: LinkEvents;
  readonly #cable: Cable;
  #inner: Link | undefined;
  /** names the connection that counts: what an older one still reports is not heard */
  #turn = 0;
  isLeaving = false;

  constructor(connect: Connect, events: LinkEvents, cable: Cable) {
    this.#connect = connect;
    this.#events = events;
    this.#cable = cable;
  }

  isUp(): boolean {
    return this.#inner !== undefined;
  }

  join(): void {
    const turn = ++this.#turn;
    this.#inner = this.#connect({
      open: () => {
        if (turn === this.#turn) this.#events.open();
      },
      delivery: (delivery) => {
        if (turn !== this.#turn) return;
        // Only who is known to the relay can say goodbye, and its first word tells that one is.
        if (this.isLeaving) this.#end();
        else this.#events.delivery(delivery);
      },
      lost: (code, retryIn) => {
        if (turn !== this.#turn) return;
        if (!this.isLeaving) this.#events.lost(code, retryIn);
        else if (retryIn === undefined) this.#end();
      },
    });
  }

  break(): void {
    this.#turn += 1;
    this.#inner?.break();
    this.#inner = undefined;
    this.tellLost();
  }

  tellLost(): void {
    if (!this.isLeaving) this.#events.lost(ABNORMAL_CLOSURE, 0);
  }

  send(frame: string): boolean {
    const sent = this.#inner?.send(frame) ?? false;
    if (sent) this.#cable.overhear(frame);
    return sent;
  }

  close(): void {
    if (this.#inner || !this.#cable.isCut.value) this.#end();
    else this.isLeaving = true;
  }

  #end(): void {
    this.#turn += 1;
    this.#inner?.close();
    this.#inner = undefined;
    this.#cable.release(this);
  }
}

export class Cable {
  readonly isCut: Signal<boolean> = signal(false);
  readonly #wires = new Set<Wire>();
  readonly #taps = new Set<Tap>();

  /** Lays a line through this cable. */
  plug(connect: Connect): Connect {
    return (events) => {
      const wire = new Wire(connect, events, this);
      this.#wires.add(wire);
      if (this.isCut.value) queueMicrotask(() => !wire.isUp() && this.isCut.value && wire.tellLost());
      this.#joinAll();
      return wire;
    };
  }

  /** From now on nothing passes: the relay sees lines that were lost, and nobody gets through to it. */
  cut(): void {
    if (this.isCut.value) return;
    this.isCut.value = true;
    for (const wire of this.#wires) wire.break();
  }

  /** Lets everybody come back; those who left meanwhile say goodbye first, so that their names are free. */
  mend(): void {
    this.isCut.value = false;
    this.#joinAll();
  }

  /** Listens to what leaves this page. @returns ends it */
  listen(tap: Tap): () => void {
    this.#taps.add(tap);
    return () => this.#taps.delete(tap);
  }

  /** A frame has left. For the cable's wires. */
  overhear(frame: string): void {
    for (const tap of this.#taps) tap(frame);
  }

  /** A wire is used no longer. For the cable's wires. */
  release(wire: Wire): void {
    this.#wires.delete(wire);
    this.#joinAll();
  }

  #joinAll(): void {
    if (this.isCut.value) return;
    const leaving = [...this.#wires].filter(({ isLeaving }) => isLeaving);
    for (const wire of leaving.length > 0 ? leaving : this.#wires) if (!wire.isUp()) wire.join();
  }
}

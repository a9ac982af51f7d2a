// The time of a bench: the device's, which the reader may advance, so that nobody waits for a token to grow old.
import { type Signal, signal } from '@preact/signals';

/** The most that the network can be made to take, in seconds. */
export const MAX_LATENCY_SECONDS = 90;

interface Clockwork {
  now(): number;
  later(milliseconds: number, run: () => void): void;
}

interface Timer {
  at: number;
  readonly run: () => void;
}

export class BenchTime {
  /** by how much the reader has advanced it, in milliseconds */
  readonly ahead: Signal<number> = signal(0);
  readonly #device: Clockwork;
  /** the device's clock when this time was stopped */
  #stoppedAt: number | undefined;
  readonly #timers = new Set<Timer>();

  constructor(device: Clockwork) {
    this.#device = device;
  }

  /** Milliseconds from 1970 UTC. */
  now(): number {
    return (this.#stoppedAt ?? this.#device.now()) + this.ahead.value;
  }

  /** Stands still while something is done, however slow the device is at it, and moves only as it is advanced. */
  async standStill<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#stoppedAt = this.#device.now();
    try {
      return await work();
    } finally {
      this.#stoppedAt = undefined;
    }
  }

  /** Runs something once, when this time is so many milliseconds later. */
  later(milliseconds: number, run: () => void): void {
    const timer = { at: this.now() + milliseconds, run };
    this.#timers.add(timer);
    this.#device.later(milliseconds, () => this.#take(timer));
  }

  /** Moves on; what was due meanwhile is done in order, each at its own moment. */
  advance(milliseconds: number): void {
    const target = this.now() + milliseconds;
    for (let next = this.#nextUntil(target); next; next = this.#nextUntil(target)) {
      this.ahead.value += Math.max(0, next.at - this.now());
      this.#take(next);
    }
    this.ahead.value += Math.max(0, target - this.now());
    // What is still to come has less long to wait than the device was told.
    for (const timer of this.#timers) this.#device.later(timer.at - this.now(), () => this.#take(timer));
  }

  /** Back to the device's time. What is still to come has as long to wait as it had. */
  catchUp(): void {
    for (const timer of this.#timers) timer.at -= this.ahead.value;
    this.ahead.value = 0;
  }

  #nextUntil(target: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= target && (!next || timer.at < next.at)) next = timer;
    return next;
  }

  #take(timer: Timer): void {
    if (this.#timers.delete(timer)) timer.run();
  }
}

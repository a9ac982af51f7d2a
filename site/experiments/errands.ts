// What an experiment has done on the bench: one errand at a time, while the clocks stand still, and none that outlives it.
import { type Signal, signal } from '@preact/signals';
import type { BenchTime } from '../chat/time.ts';
import { GaveUp } from './until.ts';

export class Errands {
  readonly busy: Signal<boolean> = signal(false);
  /** whether the last one waited in vain */
  readonly failed: Signal<boolean> = signal(false);
  readonly #time: BenchTime;
  readonly #end = new AbortController();

  constructor(time: BenchTime) {
    this.#time = time;
  }

  /** Runs one, unless another is still on its way. */
  async run(errand: (end: AbortSignal) => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.failed.value = false;
    try {
      await this.#time.standStill(() => errand(this.#end.signal));
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      this.failed.value = true;
    } finally {
      this.busy.value = false;
    }
  }

  end(): void {
    this.#end.abort();
  }
}

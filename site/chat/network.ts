// The network between the relay and the peers of a page: messages take their time in it, and can be counted there.
import { type Signal, signal } from '@preact/signals';

export class Network {
  /** how many messages have left the relay, and not come yet */
  readonly underWay: Signal<number> = signal(0);
  readonly #later: (milliseconds: number, run: () => void) => void;
  /** how often it has been emptied */
  #emptied = 0;

  /** @param later - runs something once, after so many milliseconds */
  constructor(later: (milliseconds: number, run: () => void) => void) {
    this.#later = later;
  }

  /** Carries a message for so many milliseconds. */
  readonly carry = (milliseconds: number, arrive: () => void): void => {
    const emptied = this.#emptied;
    this.underWay.value += 1;
    this.#later(milliseconds, () => {
      if (emptied === this.#emptied) this.underWay.value -= 1;
      arrive();
    });
  };

  /** What is on its way will come to nobody: its readers have gone. */
  empty(): void {
    this.#emptied += 1;
    this.underWay.value = 0;
  }
}

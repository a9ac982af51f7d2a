// Tells the class what a page is showing: at each change, and no more than once a second.
import type { Status } from '#server/class/wire.ts';

export type Shown = Omit<Status, 'type'>;

const PAUSE_MS = 1000;

export class StatusTeller {
  readonly #tell: (shown: Shown) => boolean;
  readonly #later: (milliseconds: number, run: () => void) => void;
  #shown: Shown | undefined;
  #told: string | undefined;
  #waits = false;

  /** @param tell - @returns whether it left */
  constructor(tell: (shown: Shown) => boolean, later: (milliseconds: number, run: () => void) => void) {
    this.#tell = tell;
    this.#later = later;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    if (!this.#waits) this.#tellNow();
  }

  /** The class has just been reached, and knows nothing of this page. */
  again(): void {
    this.#told = undefined;
    if (!this.#waits) this.#tellNow();
  }

  #tellNow(): void {
    const news = JSON.stringify(this.#shown);
    if (this.#shown === undefined || news === this.#told || !this.#tell(this.#shown)) return;
    this.#told = news;
    this.#waits = true;
    this.#later(PAUSE_MS, () => {
      this.#waits = false;
      this.#tellNow();
    });
  }
}

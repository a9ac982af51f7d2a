// Texts that this page does not show yet: its reader is to find them in the bytes, as whoever carries them would.
import { type Signal, signal } from '@preact/signals';
import type { Message } from './timeline.ts';

export class Veil {
  readonly #texts: Signal<ReadonlySet<string>> = signal(new Set());

  /** Hides the messages that say one of these texts, and those yet to come. */
  draw(texts: readonly string[]): void {
    this.#texts.value = new Set(texts);
  }

  lift(): void {
    this.#texts.value = new Set();
  }

  /** Whether a message is hidden, however it arrived. @param read - what a reader of this page made of it */
  hides({ typed }: Message, read?: string): boolean {
    const texts = this.#texts.value;
    return (typed !== undefined && texts.has(typed)) || (read !== undefined && texts.has(read));
  }
}

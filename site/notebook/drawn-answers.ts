// The answers as a page draws them: each is read once, beside the page, and stands as it was written until then.
import { type Signal, signal } from '@preact/signals';
import type { Drawing } from './drawing.ts';
import { errandsOf } from './errand.ts';
import workerUrl from './markdown.worker.ts?worker&url';

/** An honest answer takes a few milliseconds; on a slow machine, a hundred. */
const PATIENCE_MS = 3000;

export class DrawnAnswers {
  /** by their texts */
  readonly drawings: Signal<ReadonlyMap<string, readonly Drawing[]>> = signal(new Map());
  readonly #read = errandsOf<string, readonly Drawing[]>(workerUrl, PATIENCE_MS);
  readonly #asked = new Set<string>();

  /** Has a text drawn; one that cannot be read in time stays as it was written. */
  async draw(text: string): Promise<void> {
    if (text === '' || this.#asked.has(text)) return;
    this.#asked.add(text);
    const drawing = await this.#read(text);
    if (drawing) this.drawings.value = new Map(this.drawings.value).set(text, drawing);
  }
}

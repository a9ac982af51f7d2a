// An answer as it is being written: it saves itself, says so, and hears of what other tabs write.
import { type Signal, signal } from '@preact/signals';
import { isReplaced } from './answers.ts';
import type { Gone } from './database.ts';
import { reasonOf } from './keeping-trouble.ts';

/** How long a letter may wait until it is saved. A killed browser loses no more than that. */
export const SAVE_AFTER_MS = 150;

export type Saving =
  | 'empty'
  | 'saving'
  | 'saved'
  /** the browser keeps nothing for this page */
  | 'blocked'
  /** no room is left */
  | 'full'
  /** the reader, or the browser, has erased the notebook: nothing is kept until the next letter */
  | 'erased'
  /** a newer page of the workbook keeps the notebook in a newer way: this one must be loaded again */
  | 'outdated'
  /** something else went wrong; it is tried again at the next letter */
  | 'failed';

/** Where a draft is kept. */
export interface Shelf {
  read(question: number): Promise<string>;
  /**
   * @param base - the text that is written on; undefined where another one takes its place, which is then kept
   * @param lost - a text that came from elsewhere, and of which this one leaves little
   * @throws DOMException where it is not kept
   */
  write(question: number, text: string, base: string | undefined, lost?: string): Promise<void>;
  /** Keeps it at once, for a page that may not live until it is written. @returns lets go of it: it is written */
  hold(question: number, text: string, base: string | undefined): () => void;
}

interface Clock {
  later(milliseconds: number, run: () => void): void;
}

export class Draft {
  /** undefined until it is known */
  readonly text: Signal<string | undefined> = signal();
  /** how many texts came from elsewhere than the reader's hand */
  readonly arrivals: Signal<number> = signal(0);
  readonly saving: Signal<Saving> = signal('empty');
  readonly #question: number;
  readonly #shelf: Shelf;
  readonly #clock: Clock;
  /** the text that is kept, and written on */
  #base: string | undefined = '';
  /** what was last read that was not written here, until a version has it: no other tab leaves it behind */
  #heard = '';
  #waits = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(question: number, shelf: Shelf, clock: Clock) {
    this.#question = question;
    this.#shelf = shelf;
    this.#clock = clock;
  }

  /** Reads what is kept: at first, and whenever another tab has changed it. What is being written here goes first. */
  async load(): Promise<void> {
    try {
      const kept = await this.#read();
      if (this.#waits) return;
      if (kept !== this.#base) this.#heard = kept;
      this.#base = kept;
      this.text.value = kept;
      this.arrivals.value += 1;
      this.saving.value = kept === '' ? 'empty' : 'saved';
    } catch {
      this.text.value ??= '';
      this.saving.value = 'blocked';
    }
  }

  /** The reader has written. */
  type(text: string): void {
    this.text.value = text;
    if (this.#waits) return;
    this.#waits = true;
    this.saving.value = 'saving';
    this.#clock.later(SAVE_AFTER_MS, () => void this.save());
  }

  /**
   * Puts another text in the place of this one, which is left behind as a version.
   * @param put - writes it where the reader writes, if there is more to do than to show it
   */
  async replace(text: string, put?: () => void): Promise<void> {
    await this.save();
    this.#base = undefined;
    put?.();
    this.type(text);
    this.arrivals.value += 1;
    await this.save();
  }

  /** The page goes: what is not kept yet is held at once, and saved if there is still time. */
  async leave(): Promise<void> {
    if (this.saving.value !== 'saving') return;
    const release = this.#shelf.hold(this.#question, this.text.value ?? '', this.#base);
    await this.save();
    const now = this.saving.peek();
    if (now === 'saved' || now === 'empty') release();
  }

  /** Saves what waits, now. */
  save(): Promise<void> {
    if (this.#waits) {
      this.#waits = false;
      this.#writing = this.#writing.then(() => this.#write());
    }
    return this.#writing;
  }

  /** The notebook is gone. What stands here stays, and goes into a new one only if the reader goes on writing. */
  lose(why: Gone): void {
    if (why === 'erased') this.#base = this.#heard = '';
    this.saving.value = why;
  }

  /** What was read while something was written here may be older than that: then it is read again. */
  async #read(): Promise<string> {
    for (;;) {
      const written = this.#writing;
      await written;
      const kept = await this.#shelf.read(this.#question);
      if (written === this.#writing) return kept;
    }
  }

  async #write(): Promise<void> {
    const text = this.text.value ?? '';
    try {
      const heard = this.#heard;
      const lost = heard && isReplaced(heard, text) ? heard : undefined;
      await this.#shelf.write(this.#question, text, this.#base, lost);
      this.#base = text;
      if (lost) this.#heard = '';
      if (!this.#waits) this.saving.value = text === '' ? 'empty' : 'saved';
    } catch (error) {
      this.saving.value = reasonOf(error);
    }
  }
}

// A card of "find the flaw": the line that the reader points at, what is said of it, and what running it has shown.
import { type Signal, signal } from '@preact/signals';
import type { Row } from '#lab/flaws/effect.ts';
import type { FlawName } from '#lab/flaws.ts';
import type { CodeLanguage } from '../chat/packed-code.ts';
import { runInWorker } from './flaw-run.ts';

/** The code of a card in one language, packed, and the places of the lines in which the two differ, from 0. */
export interface PackedFlaw {
  readonly flawed: string;
  readonly wrong: number;
  readonly repaired: string;
  /** undefined where the repair is to leave the line out */
  readonly right: number | undefined;
}

export type FlawCode = Readonly<Record<CodeLanguage, PackedFlaw>>;

/** `told` is a reader who has asked for the line. */
export type Verdict = 'open' | 'wrong' | 'found' | 'told';

export class FlawCard {
  readonly name: FlawName;
  /** the line that is pointed at, from 0 */
  readonly picked: Signal<number | undefined> = signal();
  readonly verdict: Signal<Verdict> = signal('open');
  readonly rows: Signal<readonly Row[] | undefined> = signal();
  readonly busy: Signal<boolean> = signal(false);
  readonly failed: Signal<boolean> = signal(false);
  readonly #run: (name: FlawName) => Promise<readonly Row[]>;

  /** @param run - gives what the card's code comes to */
  constructor(name: FlawName, run = runInWorker) {
    this.name = name;
    this.#run = run;
  }

  get isOver(): boolean {
    return this.verdict.value === 'found' || this.verdict.value === 'told';
  }

  pick(line: number): void {
    if (this.isOver) return;
    this.picked.value = line;
    this.verdict.value = 'open';
  }

  /** Nothing is picked any more: the code is shown in another language, whose lines are others. */
  unpick(): void {
    this.picked.value = undefined;
    if (!this.isOver) this.verdict.value = 'open';
  }

  /** @param wrong - the line that is flawed */
  point(wrong: number): void {
    if (this.isOver || this.picked.value === undefined) return;
    this.verdict.value = this.picked.value === wrong ? 'found' : 'wrong';
  }

  tell(): void {
    if (!this.isOver) this.verdict.value = 'told';
  }

  /** How the card ended at an earlier visit; whoever was quicker, is heard. */
  restore(verdict: 'found' | 'told'): void {
    if (this.verdict.value === 'open') this.verdict.value = verdict;
  }

  /** The line is to be looked for again. */
  reset(): void {
    this.picked.value = undefined;
    this.verdict.value = 'open';
    this.rows.value = undefined;
  }

  async run(): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.failed.value = false;
    try {
      this.rows.value = await this.#run(this.name);
    } catch {
      this.failed.value = true; // the code could not be fetched, or the device has no room for it
    } finally {
      this.busy.value = false;
    }
  }
}

/** The question that each card belongs to. */
export const questionOf: Readonly<Record<FlawName, number>> = {
  'logged-key': 2,
  'fixed-block': 6,
  'character-count': 6,
  'unsent-salt': 4,
  'few-iterations': 9,
  'future-date': 14,
  'short-ttl': 13,
  'clear-expiry': 11,
  'split-hyphen': 12,
  'error-as-text': 15,
  rethrown: 16,
};

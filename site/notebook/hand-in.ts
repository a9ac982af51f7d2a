// The reader's sheet on its page: what it holds, what a file brings, and the one way back from each great change.
import { batch, type Signal, signal } from '@preact/signals';
import { QUESTIONS } from '#server/sheets/sheet.ts';
import { reasonOf } from './keeping-trouble.ts';
import { appended, type Incoming, merged, mergedFrame, mergedRuns, placed, replaced } from './merging.ts';
import type { Notebook } from './notebook.ts';
import { MAX_NOTEBOOK_BYTES } from './notebook-file.ts';
import type { FileRefusal, NamedFile, ReadFile } from './read-file.ts';
import { type Rest, readFrame, readRest, writeFrame, writeRest } from './sheet-frame.ts';
import { undone, undoneRest } from './undoing.ts';
import { type GreatDeed, keepWay, readWay, type WayBack } from './way-back.ts';
import { EMPTY, readStored, rewrite, type Stored, type Whole } from './whole.ts';

/** What the reader has done last. */
export type Deed = GreatDeed | 'undone';

/** A file as a browser gives it. */
interface ChosenFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface HandInWorld {
  readonly notebook: Notebook;
  now(): number;
  /** reads a file beside the page; undefined where that was given up */
  readFile(file: NamedFile): Promise<ReadFile | undefined>;
}

export class HandIn {
  /** undefined until it is known */
  readonly whole: Signal<Whole | undefined> = signal();
  /** why nothing can be read or changed */
  readonly trouble: Signal<ReturnType<typeof reasonOf> | undefined> = signal();
  /** whether it kept the last change from being made; else nothing was asked */
  readonly unchanged: Signal<boolean> = signal(false);
  readonly reading: Signal<boolean> = signal(false);
  readonly refusal: Signal<FileRefusal | undefined> = signal();
  /** what a file would bring; nothing has changed yet */
  readonly incoming: Signal<{ readonly name: string; readonly brings: Incoming } | undefined> = signal();
  /** where both have an answer: the questions of which the file's is to stand */
  readonly taken: Signal<ReadonlySet<number>> = signal(new Set());
  readonly deed: Signal<Deed | undefined> = signal();
  /** the last great change, perhaps of an earlier visit, from which there is a way back */
  readonly way: Signal<GreatDeed | undefined> = signal();
  readonly #world: HandInWorld;
  #way: WayBack | undefined;
  /** hears when what the open file brings is in the notebook */
  #whenTaken: (() => void) | undefined;
  /** whether no more than this page knows of the way back; else another tab may have gone it */
  #wayIsHereAlone = false;

  constructor(world: HandInWorld) {
    this.#world = world;
  }

  /** @param deed - what has just been done, which appears together with what came of it */
  async load(deed?: Deed): Promise<void> {
    try {
      const db = await this.#world.notebook.database();
      const stored = await readStored(db);
      this.#way = (await readWay(db)) ?? (this.#wayIsHereAlone ? this.#way : undefined);
      batch(() => {
        this.way.value = this.#way?.deed;
        this.whole.value = { ...readRest(), ...stored };
        this.#done(deed);
      });
    } catch (error) {
      this.whole.value ??= EMPTY;
      this.trouble.value = reasonOf(error);
      this.#done(deed);
    }
  }

  /**
   * The reader has chosen a file: shows what it would bring.
   * @param whenTaken - hears when the reader has taken it, into the notebook or in its place
   */
  async open(file: ChosenFile, whenTaken?: () => void): Promise<void> {
    if (this.reading.value) return;
    this.cancel();
    this.#whenTaken = whenTaken;
    this.reading.value = true;
    const read = await this.#read(file);
    this.reading.value = false;
    if ('refusal' in read) this.refusal.value = read.refusal;
    else this.incoming.value = { name: file.name, brings: read.incoming };
  }

  cancel(): void {
    this.incoming.value = undefined;
    this.refusal.value = undefined;
    this.deed.value = undefined;
    this.taken.value = new Set();
    this.#whenTaken = undefined;
  }

  /** Says which answer stands where both have one. */
  take(question: number, isTaken: boolean): void {
    const taken = new Set(this.taken.value);
    if (isTaken) taken.add(question);
    else taken.delete(question);
    this.taken.value = taken;
  }

  /** Places a block of the file, before anything has changed. */
  place(block: number, question: number): void {
    const { value } = this.incoming;
    if (value) this.incoming.value = { ...value, brings: placed(value.brings, block, question) };
  }

  async merge(): Promise<void> {
    const brings = this.incoming.value?.brings;
    const { taken } = this;
    if (brings)
      await this.#change(
        'merged',
        (before) => merged(before, brings, taken.value, this.#world.now()),
        (rest) => ({ ...mergedFrame(rest, brings), runs: mergedRuns(rest.runs, brings) }),
      );
  }

  async replace(): Promise<void> {
    const brings = this.incoming.value?.brings;
    if (brings)
      await this.#change(
        'replaced',
        (before) => replaced(before, brings, this.#world.now()),
        (rest) => ({ title: brings.title, unplaced: brings.unplaced, runs: brings.whole?.runs ?? rest.runs }),
      );
  }

  async erase(): Promise<void> {
    await this.#change(
      'erased',
      () => EMPTY,
      () => EMPTY,
    );
  }

  /** Removes a block that belongs to no question. */
  async remove(block: number): Promise<void> {
    await this.#change(
      'removed',
      (before) => before,
      (rest) => ({ ...rest, unplaced: rest.unplaced.filter((_, i) => i !== block) }),
    );
  }

  /** Puts a block of the sheet that belongs to no question under one. */
  async placeKept(block: number, question: number): Promise<void> {
    const text = this.whole.value?.unplaced[block];
    if (text === undefined) return;
    await this.#change(
      'placed',
      (before) => appended(before, question, text, this.#world.now()),
      (rest) => ({ ...rest, unplaced: rest.unplaced.filter((_, i) => i !== block) }),
    );
  }

  /** Goes back to what was there before the last great change, once. */
  async undo(): Promise<void> {
    const way = this.#way;
    if (!way) return;
    await this.#change(
      'undone',
      (now) => undone(now, way.before, way.after),
      (rest) => undoneRest(rest, way.before, way.after),
    );
  }

  /** @returns whether it is kept */
  rename(title: string): boolean {
    const { whole } = this;
    if (whole.value) whole.value = { ...whole.value, title };
    return writeFrame({ ...readFrame(), title });
  }

  #done(deed: Deed | undefined): void {
    if (!deed) return;
    const tell = deed === 'merged' || deed === 'replaced' ? this.#whenTaken : undefined;
    this.cancel();
    this.deed.value = deed;
    tell?.();
  }

  async #read(file: ChosenFile): Promise<ReadFile> {
    if (file.size > MAX_NOTEBOOK_BYTES) return { refusal: 'too-large' };
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return (await this.#world.readFile({ name: file.name, bytes })) ?? { refusal: 'too-slow' };
    } catch {
      return { refusal: 'unreadable' };
    }
  }

  async #change(
    deed: Deed,
    change: (before: Stored) => Stored,
    changeRest: (rest: Rest) => Rest,
  ): Promise<void> {
    const { notebook } = this.#world;
    const rest = readRest();
    try {
      let after: Stored = EMPTY;
      const restAfter = changeRest(rest);
      if (!writeRest(restAfter)) throw new DOMException('no room', 'QuotaExceededError');
      const db = await notebook.database();
      const before = await rewrite(db, (stored) => {
        after = change(stored);
        return after;
      });
      this.#way =
        deed === 'undone'
          ? undefined
          : { deed, before: { ...rest, ...before }, after: { ...restAfter, ...after } };
      this.#wayIsHereAlone = this.#way !== undefined && !(await keepWay(db, this.#way));
    } catch (error) {
      writeRest(rest);
      batch(() => {
        this.trouble.value = reasonOf(error);
        this.unchanged.value = true;
        this.deed.value = undefined; // it is not what happened last
      });
      return;
    }
    this.trouble.value = undefined;
    this.unchanged.value = false;
    await this.load(deed);
    for (let question = 1; question <= QUESTIONS; question++) notebook.tell(question);
  }
}

// Keeps a student's notebook with the class that agreed to it, and finds out whether the class keeps another one of theirs.
import { effect, type Signal, signal } from '@preact/signals';
import { pageNotebook } from '../notebook/notebook.ts';
import { isAnswer } from '../notebook/own-answers.ts';
import { notebookFile } from '../notebook/own-sheet.ts';
import { readRest } from '../notebook/sheet-frame.ts';
import { readStored, type Whole } from '../notebook/whole.ts';
import { type ClassDesk, type KeptCopy, MAX_KEPT_NOTEBOOK } from './class-desk.ts';
import { type KnownCopies, tagOf } from './known-copies.ts';

const QUIET_MS = 5_000;

async function ownNotebook(): Promise<Whole> {
  return { ...readRest(), ...(await readStored(await pageNotebook.database())) };
}

/** Whether there is nothing in a notebook that anybody could miss. */
export const isBlank = ({ answers, marks, evidence, unplaced }: Whole): boolean =>
  !answers.some(({ text }) => isAnswer(text)) && marks.length + evidence.length + unplaced.length === 0;

/** What the class keeps of a student's notebook, as far as this browser is concerned. */
export class KeptNotebook {
  /** a copy that another browser has written, or that this one has lost: nothing takes its place until the student has said so */
  readonly other: Signal<KeptCopy | undefined> = signal();
  readonly #desk: ClassDesk;
  readonly #known: KnownCopies;
  /** how often it was asked, or not waited for any more: an answer that comes after that is about what was before */
  #asked = 0;

  constructor(desk: ClassDesk, known: KnownCopies) {
    this.#desk = desk;
    this.#known = known;
  }

  /** Asks whether there is another one, and again when another tab has come to know one. @returns ends it */
  watch(): () => void {
    void this.#look();
    const stop = this.#known.watch(() => void this.#look());
    return () => {
      stop();
      this.#asked += 1;
      this.other.value = undefined;
    };
  }

  /** The student has taken the other copy back, or does without it: what is here may take its place. */
  settle({ tag }: KeptCopy): void {
    this.#asked += 1;
    this.#known.has(tag);
    this.other.value = undefined;
  }

  /** @param signal - cuts it while it is on its way. @returns whether it is to be tried again */
  async put(signal: AbortSignal): Promise<boolean> {
    if (this.other.value) return false;
    const whole = await ownNotebook();
    // An empty one would take the place of what this browser had before it was emptied.
    if (signal.aborted || isBlank(whole)) return false;
    const { text } = notebookFile(whole);
    if (text.length > MAX_KEPT_NOTEBOOK) return false;
    const tag = tagOf(text);
    const known = this.#known.all();
    this.#known.add(tag); // it may come there, and nobody hear of it
    const trouble = await this.#desk.keepNotebook(text, known.length > 0 ? [...known, tag] : [], signal);
    if (trouble === undefined) this.#known.has(tag);
    if (trouble !== 'other copy') return trouble === 'unreached';
    await this.#look();
    return this.other.value === undefined;
  }

  async #look(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const known = isBlank(await ownNotebook()) ? [] : this.#known.all();
      const kept = await this.#desk.keptNotebook(known);
      if (asked !== this.#asked) return;
      if (kept === 'none') this.#known.clear();
      if (kept === 'none' || kept === 'known') this.other.value = undefined;
      else if (typeof kept === 'object') this.other.value = kept;
    } catch {
      // A browser that keeps nothing has nowhere to put it.
    }
  }
}

/** Puts the notebook there some seconds after each change. @returns ends it */
export function keepNotebook(kept: KeptNotebook): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What is on its way when this ends is cut, or it would bring back what has just been erased there.
  const ending = new AbortController();
  const put = async () => {
    const isAgain = await kept.put(ending.signal).catch(() => false); // a browser that keeps nothing has no notebook
    if (isAgain && !ending.signal.aborted) putSoon();
  };
  const putSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void put(), QUIET_MS);
  };
  const stops = [
    pageNotebook.watchMarks(putSoon),
    effect(() => {
      if (!kept.other.value) putSoon();
    }),
  ];
  addEventListener('answerchange', putSoon);
  return () => {
    ending.abort();
    clearTimeout(timer);
    for (const stop of stops) stop();
    removeEventListener('answerchange', putSoon);
  };
}

/** Has the class erase its copy, again and again until it has. @returns gives it up */
export function withdrawNotebook(
  desk: Pick<ClassDesk, 'eraseNotebook'>,
  gone: () => void,
  waitMs = QUIET_MS,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const withdraw = async () => {
    const trouble = await desk.eraseNotebook();
    if (isOver) return;
    // With the seat, the class has forgotten its notebook too.
    if (trouble === undefined || trouble === 'BAD_CODE') gone();
    else timer = setTimeout(() => void withdraw(), waitMs);
  };
  void withdraw();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

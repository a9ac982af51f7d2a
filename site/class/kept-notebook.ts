// Keeps a student's notebook with the class that agreed to it, and asks for it back where this browser has none.
import { pageNotebook } from '../notebook/notebook.ts';
import { isWritten } from '../notebook/own-answers.ts';
import { notebookFile } from '../notebook/own-sheet.ts';
import { readRest } from '../notebook/sheet-frame.ts';
import { readStored, type Whole } from '../notebook/whole.ts';
import { type ClassDesk, MAX_KEPT_NOTEBOOK } from './class-desk.ts';

const QUIET_MS = 5_000;

async function ownNotebook(): Promise<Whole> {
  return { ...readRest(), ...(await readStored(await pageNotebook.database())) };
}

/** Whether there is nothing in a notebook that anybody could miss. */
export const isBlank = ({ answers, marks, evidence, unplaced }: Whole): boolean =>
  !answers.some(({ text }) => isWritten(text)) && marks.length + evidence.length + unplaced.length === 0;

/** Puts the notebook there some seconds after each change. @returns ends it */
export function keepNotebook(desk: ClassDesk): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What is on its way when this ends is cut, or it would bring back what has just been erased there.
  const ending = new AbortController();
  const put = async () => {
    try {
      const whole = await ownNotebook();
      if (ending.signal.aborted) return;
      // An empty one would take the place of what another browser of this student has written.
      if (isBlank(whole)) return;
      const { text } = notebookFile(whole);
      if (text.length > MAX_KEPT_NOTEBOOK) return;
      const trouble = await desk.keepNotebook(text, ending.signal);
      if (trouble === 'unreached' && !ending.signal.aborted) putSoon();
    } catch {
      // A browser that keeps nothing has no notebook.
    }
  };
  const putSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void put(), QUIET_MS);
  };
  const stopWatching = pageNotebook.watchMarks(putSoon);
  addEventListener('answerchange', putSoon);
  putSoon();
  return () => {
    ending.abort();
    clearTimeout(timer);
    stopWatching();
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

/** The notebook that the class keeps, where this browser has none. */
export async function notebookToTakeBack(desk: ClassDesk): Promise<File | undefined> {
  try {
    if (!isBlank(await ownNotebook())) return undefined;
  } catch {
    return undefined; // there is nowhere to put it
  }
  const kept = await desk.keptNotebook();
  return kept && new File([kept], 'answers.json', { type: 'application/json' });
}

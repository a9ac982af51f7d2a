// Which cards of "find the flaw" the reader has done with: found, or shown. Kept with the question that each belongs to.
import { pageNotebook } from './notebook.ts';

export type FlawEnd = 'found' | 'told';

/** How each card ended, by its name; none where nothing is kept. */
export async function readFlaws(): Promise<ReadonlyMap<string, FlawEnd>> {
  try {
    const marks = await (await pageNotebook.marks()).all();
    const namesOf = (end: FlawEnd) => marks.flatMap((mark) => (mark.kind === 'flaws' ? mark[end] : []));
    const ended = (end: FlawEnd) => namesOf(end).map((name) => [name, end] as const);
    return new Map([...ended('told'), ...ended('found')]);
  } catch {
    return new Map();
  }
}

/** @returns whether it is kept */
export const keepFlaw = (question: number, name: string, end: FlawEnd): Promise<boolean> =>
  pageNotebook.mark('flaws', question, (before = { kind: 'flaws', question, found: [], told: [] }) =>
    before[end].includes(name) ? undefined : { ...before, [end]: [...before[end], name] },
  );

/** All cards of these questions are open again. */
export async function forgetFlaws(questions: Iterable<number>): Promise<void> {
  for (const question of new Set(questions))
    await pageNotebook.mark('flaws', question, (before) => before && { ...before, found: [], told: [] });
}

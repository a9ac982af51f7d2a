// What the notebook keeps of a question, as it is by now, here and in other tabs.
import { useEffect, useState } from 'preact/hooks';
import type { Evidence, MarkKind } from '../notebook/database.ts';
import type { MarkOf } from '../notebook/marks.ts';
import { pageNotebook } from '../notebook/notebook.ts';

/** @returns undefined while it is not known */
function useKept<Kept>(question: number, read: () => Promise<Kept>): Kept | undefined {
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    const load = async (changed: number) => {
      if (changed !== question) return;
      const now = await read();
      setKept(() => now);
    };
    void load(question);
    const stops = [pageNotebook.watchMarks(load), pageNotebook.watch(load)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return kept;
}

/** What the reader has done with the question; undefined where it was not done, too. */
export const useMark = <Kind extends MarkKind>(kind: Kind, question: number): MarkOf<Kind> | undefined =>
  useKept(question, () => pageNotebook.markOf(kind, question));

const NONE: readonly Evidence[] = [];

/** The pieces of evidence of the answer. */
export const usePieces = (question: number): readonly Evidence[] =>
  useKept(question, () => pageNotebook.piecesOf(question)) ?? NONE;

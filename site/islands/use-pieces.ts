// The pieces of evidence of an answer, as they are by now, here and in other tabs.
import { useEffect, useState } from 'preact/hooks';
import type { Evidence } from '../notebook/database.ts';
import { pageNotebook } from '../notebook/notebook.ts';

export function usePieces(question: number): readonly Evidence[] {
  const [pieces, setPieces] = useState<readonly Evidence[]>([]);
  useEffect(() => {
    const load = async (changed: number) => {
      if (changed === question) setPieces(await pageNotebook.piecesOf(question));
    };
    void load(question);
    const stops = [pageNotebook.watchMarks(load), pageNotebook.watch(load)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return pieces;
}

// What the notebook says the reader has done with a question, as it is by now, here and in other tabs.
import { useEffect, useState } from 'preact/hooks';
import type { MarkKind } from '../notebook/database.ts';
import type { MarkOf } from '../notebook/marks.ts';
import { pageNotebook } from '../notebook/notebook.ts';

/** @returns undefined while it is not known, and where there is none */
export function useMark<Kind extends MarkKind>(kind: Kind, question: number): MarkOf<Kind> | undefined {
  const [mark, setMark] = useState<MarkOf<Kind>>();
  useEffect(() => {
    const load = async (changed: number) => {
      if (changed === question) setMark(await pageNotebook.markOf(kind, question));
    };
    void load(question);
    const stops = [pageNotebook.watchMarks(load), pageNotebook.watch(load)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return mark;
}

// Which experiments the reader has begun, and which were brought to their goal.
import { pageNotebook } from './notebook.ts';

export async function wasReached(question: number): Promise<boolean> {
  return (await pageNotebook.markOf('tried', question))?.reached !== undefined;
}

/** What was reached once stays reached. */
export async function keepTried(question: number, isReached: boolean): Promise<void> {
  const now = Date.now();
  await pageNotebook.mark('tried', question, (before) => {
    const reached = before?.reached ?? (isReached ? now : undefined);
    if (before && before.reached === reached) return undefined;
    return { kind: 'tried', question, at: before?.at ?? now, ...(reached === undefined ? {} : { reached }) };
  });
}

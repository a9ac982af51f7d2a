// What the malicious relay will still hand out, as its journal tells.
import type { JournalEntry } from '#server/mallory/journal.ts';

/** Something that waits to be handed out. */
export interface Waiting {
  /** the number of the journal's entry that announced it, by which it can be given up */
  readonly entry: number;
  /** the number of the message that it is made of; undefined for an invention */
  readonly of: number | undefined;
  /** whether it differs from that message */
  readonly changed: boolean;
  /** when the next copy leaves, in milliseconds from 1970 UTC, by the relay's clock */
  readonly next: number;
  /** how many copies are left */
  readonly left: number;
}

export function waitingIn(journal: readonly JournalEntry[]): Waiting[] {
  // Whoever left the chair left nothing behind that waits.
  const since = journal.findLastIndex(({ deeds }) => deeds.includes('release')) + 1;
  const recent = journal.slice(since);
  return recent.flatMap(({ seq, at, deeds, of, seconds = 0, times = 1 }) => {
    if (!deeds.includes('delay')) return [];
    const after = recent.filter((entry) => entry.after === seq);
    if (after.some((entry) => entry.deeds.includes('cancel'))) return [];
    const left = times - after.length;
    if (left <= 0) return [];
    const next = at + 1000 * seconds * (after.length + 1);
    return [{ entry: seq, of, changed: deeds.length > 1, next, left }];
  });
}

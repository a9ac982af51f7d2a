// Which question is worth recalling now: one of an earlier section that was answered, or recalled, long enough ago.
import { sections } from '#server/sheets/sheet.ts';
import type { Mark, OwnAnswer } from './database.ts';
import { isWritten } from './own-answers.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long to wait before the first recall, the second one …; each that succeeds makes the next wait longer. */
const WAITS = [20 * MINUTE, DAY, 4 * DAY, 10 * DAY, 30 * DAY] as const;

/** What a later question takes up again, by that question: the most frequent errors come back there. */
const TAKEN_UP: ReadonlyMap<number, number> = new Map([
  [14, 7],
  [16, 5],
]);

const sectionOf = (question: number) =>
  sections.findIndex(({ first, last }) => question >= first && question <= last);

/** @param now - milliseconds from 1970 UTC. @returns the question's number; undefined where nothing is due */
export function dueRecall(
  answers: readonly OwnAnswer[],
  marks: readonly Mark[],
  now: number,
): number | undefined {
  const written = answers.filter(({ text }) => isWritten(text));
  const seen = [...written, ...marks].map(({ question }) => question);
  const furthest = Math.max(0, ...seen);
  const recalls = new Map(
    marks.flatMap((mark) => (mark.kind === 'recalled' ? [[mark.question, mark] as const] : [])),
  );
  const due = written.flatMap(({ question, at }) => {
    if (sectionOf(question) >= sectionOf(furthest)) return [];
    const recall = recalls.get(question);
    const since = recall?.at ?? at;
    const wait = WAITS[Math.min(recall?.times ?? 0, WAITS.length - 1)] ?? DAY;
    return now - since >= wait ? [{ question, since }] : [];
  });
  const takenUp = Array.from(TAKEN_UP).flatMap(([later, earlier]) => (later <= furthest ? [earlier] : []));
  const urgent = takenUp.toReversed().find((question) => due.some((one) => one.question === question));
  return urgent ?? due.toSorted((a, b) => a.since - b.since)[0]?.question;
}

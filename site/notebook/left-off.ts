// Where the reader left off, told from the notebook.
import type { Mark, OwnAnswer } from './database.ts';

/** What is done on a question's own page, and dated. */
const isWork = (mark: Mark) => /read|tried|compared|hints/.test(mark.kind);

/** @returns the question that was worked on last, the later one of two at once; undefined where there is none */
export const leftOff = (answers: readonly OwnAnswer[], marks: readonly Mark[]): number | undefined =>
  [...answers, ...(marks.filter(isWork) as Extract<Mark, { at: number }>[])].sort(
    (a, b) => b.at - a.at || b.question - a.question,
  )[0]?.question;

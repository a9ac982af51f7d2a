// Where the reader left off, told from the notebook.
import type { Mark, OwnAnswer } from './database.ts';

type Work = Extract<Mark, { readonly kind: 'read' | 'tried' | 'compared' | 'hints' }>;

/** What is done on a question's own page, and dated. */
const isWork = (mark: Mark): mark is Work => /read|tried|compared|hints/.test(mark.kind);

/** @returns the question that was worked on last, the later one of two at once; undefined where there is none */
export const leftOff = (answers: readonly OwnAnswer[], marks: readonly Mark[]): number | undefined =>
  [...answers, ...marks.filter(isWork)].sort((a, b) => b.at - a.at || b.question - a.question)[0]?.question;

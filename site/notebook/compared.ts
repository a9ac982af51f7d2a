// What the reader finds when comparing: the criteria that the own answer meets, and the beliefs that it does not hold.
import type { MarkOf } from './marks.ts';
import { pageNotebook } from './notebook.ts';

type Compared = MarkOf<'compared'>;

const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];

const change = (question: number, to: (before: Compared) => Compared) =>
  pageNotebook.mark('compared', question, (before) =>
    to(before ?? { kind: 'compared', question, at: Date.now(), met: [] }),
  );

/** The model answer has been opened. */
export const keepCompared = (question: number) => change(question, (before) => before);

/** @param criterion - its place in the list, from 0 */
export const toggleCriterion = (question: number, criterion: number) =>
  change(question, (before) => ({ ...before, met: toggled(before.met, criterion) }));

/** The reader says that the answer does not mean this belief, or takes that back. */
export const toggleBelief = (question: number, id: string) =>
  change(question, (before) => ({ ...before, denied: toggled(before.denied ?? [], id) }));

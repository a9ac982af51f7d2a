// How far the reader has come with each question, told from the notebook.
import type { Mark, OwnAnswer } from './database.ts';
import { isAnswer } from './own-answers.ts';

/** In the order in which a question goes. */
export const STEPS = ['read', 'predicted', 'tried', 'answered', 'compared'] as const;
export type Step = (typeof STEPS)[number];

const STEP_OF: Readonly<Partial<Record<Mark['kind'], Step>>> = {
  read: 'read',
  prediction: 'predicted',
  tried: 'tried',
  compared: 'compared',
};

/** @returns the steps that were taken with each question, in their order; none for a question that is missing */
export function progressOf(
  answers: readonly OwnAnswer[],
  marks: readonly Mark[],
): ReadonlyMap<number, readonly Step[]> {
  const taken = [
    ...marks.map(({ kind, question }) => [question, STEP_OF[kind]] as const),
    ...answers.filter(({ text }) => isAnswer(text)).map(({ question }) => [question, 'answered'] as const),
  ];
  const byQuestion = Map.groupBy(taken, ([question]) => question);
  return new Map(
    Array.from(byQuestion, ([question, steps]) => [
      question,
      STEPS.filter((step) => steps.some(([, one]) => one === step)),
    ]),
  );
}

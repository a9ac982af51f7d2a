// Where the reader left off, told from the notebook.
import type { Mark, OwnAnswer } from './database.ts';

/** When something was done with a question; nothing of what comes up on other pages than its own. */
function timeOf(mark: Mark): number | undefined {
  if (mark.kind === 'prediction') return (mark.last ?? mark.first).at;
  return mark.kind === 'flaws' || mark.kind === 'recalled' ? undefined : mark.at;
}

/** @returns the question that was worked on last, the later one of two at once; undefined where there is none */
export function leftOff(answers: readonly OwnAnswer[], marks: readonly Mark[]): number | undefined {
  const done = [
    ...answers.filter(({ text }) => text.trim() !== ''),
    ...marks.map((mark) => ({ question: mark.question, at: timeOf(mark) })),
  ].flatMap(({ question, at }) => (at === undefined ? [] : [{ question, at }]));
  return done.sort((a, b) => b.at - a.at || b.question - a.question)[0]?.question;
}

// How far the reader has come: from what was marked, and what was written.
import { expect, test } from 'vitest';
import { progressOf } from './progress.ts';

const answer = (question: number, text: string) => ({ question, text, at: 1, since: 1 });

test('the steps of each question come in their order, each once', () => {
  const progress = progressOf(
    [answer(7, 'Le serveur peut encore modifier.'), answer(8, '…')],
    [
      { kind: 'compared', question: 7, at: 3, met: [] },
      { kind: 'read', question: 7, at: 1 },
      { kind: 'hints', question: 7, at: 1, taken: 2 },
      { kind: 'prediction', question: 8, first: { option: 'a', at: 1 } },
      { kind: 'tried', question: 8, at: 1 },
    ],
  );
  expect(progress.get(7)).toEqual(['read', 'answered', 'compared']);
  expect(progress.get(8)).toEqual(['predicted', 'tried']);
  expect(progress.get(9)).toBeUndefined();
  expect(progressOf([answer(1, 'Une étoile.')], []).get(1)).toEqual(['answered']);
});

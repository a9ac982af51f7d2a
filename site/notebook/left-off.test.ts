// Where the reader left off: by what was written, and by what was done.
import { expect, test } from 'vitest';
import type { Mark } from './database.ts';
import { leftOff } from './left-off.ts';

const answer = (question: number, at: number) => ({
  question,
  text: 'Le serveur lit tout.',
  at,
  since: at,
});

test.each<[string, Parameters<typeof leftOff>, number | undefined]>([
  ['nothing was done', [[], []], undefined],
  ['an answer was written last', [[answer(3, 10), answer(7, 20), answer(5, 30)], []], 5],
  ['an import wrote all at once', [[answer(3, 10), answer(9, 10), answer(5, 10)], []], 9],
  ['a question was read last', [[answer(3, 10)], [{ kind: 'read', question: 4, at: 20 }]], 4],
])('%s', (_, [answers, marks], question) => {
  expect(leftOff(answers, marks)).toBe(question);
});

test('what was done on the first page and with the cards is not where one left off', () => {
  const elsewhere: readonly Mark[] = [
    { kind: 'recalled', question: 2, at: 50, times: 1 },
    { kind: 'flaws', question: 16, found: ['a'], told: [] },
  ];
  expect(leftOff([answer(3, 10)], elsewhere)).toBe(3);
  expect(leftOff([], elsewhere)).toBeUndefined();
});

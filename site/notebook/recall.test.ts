// What is brought back from memory, and when.
import { expect, test } from 'vitest';
import type { Mark } from './database.ts';
import { dueRecall } from './recall.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const NOW = 100 * DAY;

const answered = (question: number, ago: number) => ({
  question,
  text: 'une réponse en plusieurs mots',
  at: NOW - ago,
  since: NOW - ago,
});
const read = (question: number): Mark => ({ kind: 'read', question, at: NOW });
const recalled = (question: number, times: number, ago: number): Mark => ({
  kind: 'recalled',
  question,
  times,
  at: NOW - ago,
});

test('nothing while the reader is in the first section, or has written nothing', () => {
  expect(dueRecall([], [read(9)], NOW)).toBeUndefined();
  expect(dueRecall([answered(1, DAY), answered(2, DAY)], [read(4)], NOW)).toBeUndefined();
});

test('the answer of an earlier section that is oldest, some time after it was written', () => {
  const answers = [answered(1, 30 * MINUTE), answered(2, 40 * MINUTE), answered(3, MINUTE)];
  expect(dueRecall(answers, [read(5)], NOW)).toBe(2);
  expect(dueRecall([answered(3, MINUTE)], [read(5)], NOW)).toBeUndefined();
  expect(dueRecall([{ ...answered(1, DAY), text: 'oui' }], [read(5)], NOW)).toBeUndefined();
});

test('question 14 takes up 7, and 16 takes up 5, before any other', () => {
  const answers = [answered(1, 9 * DAY), answered(5, DAY), answered(7, DAY)];
  expect(dueRecall(answers, [read(14)], NOW)).toBe(7);
  expect(dueRecall(answers, [read(16)], NOW)).toBe(5);
  expect(dueRecall(answers, [read(16), recalled(5, 1, MINUTE)], NOW)).toBe(7);
});

test('what was known waits longer and longer; what was not comes back soon', () => {
  const answers = [answered(1, 90 * DAY)];
  const due = (times: number, ago: number) => dueRecall(answers, [read(5), recalled(1, times, ago)], NOW);
  expect(due(1, DAY - MINUTE)).toBeUndefined();
  expect(due(1, DAY)).toBe(1);
  expect(due(2, 3 * DAY)).toBeUndefined();
  expect(due(9, 29 * DAY)).toBeUndefined();
  expect(due(9, 30 * DAY)).toBe(1);
  expect(due(0, 20 * MINUTE)).toBe(1);
});

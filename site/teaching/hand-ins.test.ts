// What false beliefs are common in the sheets that were handed in.
import { expect, test } from 'vitest';
import { commonBeliefs, type ReadHandIn } from './hand-ins.ts';

const sheet = (seat: string, beliefs: ReadHandIn['beliefs']): ReadHandIn => ({
  seat,
  pseudonym: seat,
  at: 0,
  answers: {},
  unplaced: [],
  beliefs,
});

test('each student counts once for a belief, the most frequent comes first, and other questions count for nothing', () => {
  const handIns = [
    sheet('a', { 10: ['ttl', 'nonce', 'ttl'] }),
    sheet('b', { 10: ['ttl'], 11: ['other'] }),
    sheet('c', {}),
  ];
  expect(commonBeliefs(handIns, 10)).toEqual([
    { id: 'ttl', count: 2 },
    { id: 'nonce', count: 1 },
  ]);
});

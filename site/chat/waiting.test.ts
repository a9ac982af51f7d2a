// What still waits to be handed out, read from the journal.
import { expect, test } from 'vitest';
import type { JournalEntry } from '#server/mallory/journal.ts';
import { waitingIn } from './waiting.ts';

const delay: JournalEntry = { seq: 1, at: 1_000, deeds: ['delay'], of: 7, seconds: 5, times: 3 };
const copy = (seq: number): JournalEntry => ({ seq, at: 0, deeds: ['replay'], of: 7, after: 1 });

test('each copy that leaves is one less, and the last one leaves nothing', () => {
  expect(waitingIn([delay])).toEqual([{ entry: 1, of: 7, changed: false, next: 6_000, left: 3 }]);
  expect(waitingIn([delay, copy(2)])).toEqual([{ entry: 1, of: 7, changed: false, next: 11_000, left: 2 }]);
  expect(waitingIn([delay, copy(2), copy(3), copy(4)])).toEqual([]);
});

test('what is given up, or left behind by one who has gone, waits no more', () => {
  expect(waitingIn([delay, { seq: 2, at: 0, deeds: ['cancel'], after: 1 }])).toEqual([]);
  expect(waitingIn([delay, { seq: 2, at: 0, deeds: ['release'] }])).toEqual([]);
  const again = { ...delay, seq: 3 };
  expect(waitingIn([delay, { seq: 2, at: 0, deeds: ['release'] }, again]).map(({ entry }) => entry)).toEqual([
    3,
  ]);
});

test('one delay is not another’s', () => {
  const other: JournalEntry = { seq: 5, at: 0, deeds: ['delay'], seconds: 1 };
  expect(waitingIn([delay, other, copy(6)])).toEqual([
    { entry: 1, of: 7, changed: false, next: 11_000, left: 2 },
    { entry: 5, of: undefined, changed: false, next: 1_000, left: 1 },
  ]);
});

test('what was altered says so', () => {
  expect(waitingIn([{ ...delay, deeds: ['delay', 'relabel'], user: 'paul' }])).toMatchObject([
    { changed: true },
  ]);
});

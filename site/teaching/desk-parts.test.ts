// What is left of the console when a lesson is over.
import { expect, test } from 'vitest';
import type { ClassState, RoomView } from '#server/class/wire.ts';
import { partsOf } from './desk-parts.ts';

const ROOM: RoomView = {
  room: 'r',
  number: 1,
  stage: undefined,
  frozen: false,
  maliceAllowed: true,
  operator: 'none',
  messages: 0,
  seats: [],
};

const left = (changes: Partial<ClassState>, rooms: readonly RoomView[] = [ROOM]) =>
  partsOf({
    rooms,
    class: {
      name: 'TP',
      ended: true,
      vote: undefined,
      revealed: {},
      keepsNotebooks: false,
      isClosed: false,
      retentionDays: 30,
      ...changes,
    },
  });

test('a lesson that is over leaves its rooms and its sheets, and a vote only where it was counted', () => {
  const vote = (tally: readonly number[] | undefined) => ({
    question: 7,
    options: 2,
    rounds: [{ votes: 3, tally }],
  });
  expect(left({ ended: false }, [])).toContain('orders');
  expect(left({})).toEqual(['rooms', 'sheets', 'close']);
  expect(left({ vote: vote(undefined) })).not.toContain('vote');
  expect(left({ vote: vote([1, 2]) })).toContain('vote');
});

test('one that was erased leaves no part that would speak of it', () => {
  expect(left({}, [])).toEqual(['close']);
});

// The rooms at a glance: who comes first, and that nothing moves under a hand.
import { expect, test } from 'vitest';
import type { RoomView, SeatView } from '#server/class/wire.ts';
import { byNeed, common, heldInPlace, idleSeats, silentMinutes, summaryOf } from './glance.ts';

const NOW = 100 * 60_000;

const seat = (changes: Partial<SeatView> = {}): SeatView => ({
  id: 's',
  pseudonym: 'ada',
  chair: 'gauche',
  present: true,
  acted: true,
  question: 1,
  stage: 'plaintext',
  wantsHelp: false,
  activeAt: NOW,
  handedInAt: undefined,
  ...changes,
});

const room = (number: number, ...seats: readonly SeatView[]): RoomView => ({
  room: `room-${number}`,
  number,
  stage: undefined,
  frozen: false,
  maliceAllowed: false,
  operator: 'none',
  messages: 0,
  seats,
});

const numbers = (rooms: readonly RoomView[]) => rooms.map(({ number }) => number);

test('who calls comes first, then who is stuck, the longest silence first, then the others by number', () => {
  const minutesAgo = (minutes: number) => seat({ activeAt: NOW - minutes * 60_000 });
  const rooms = [
    room(1, seat()),
    room(2, minutesAgo(5)),
    room(3, minutesAgo(9), seat()),
    room(4, seat({ wantsHelp: true })),
    room(5, seat({ activeAt: 0, present: false })),
  ];
  expect(numbers(byNeed(rooms, NOW))).toEqual([4, 3, 2, 1, 5]);
});

test('a short silence is none, and who is away is not silent', () => {
  expect(silentMinutes(seat({ activeAt: NOW - 3 * 60_000 }), NOW)).toBe(0);
  expect(silentMinutes(seat({ activeAt: NOW - 4 * 60_000 }), NOW)).toBe(4);
  expect(silentMinutes(seat({ activeAt: 0, present: false }), NOW)).toBe(0);
});

test('rooms stay where they were, and new ones come last', () => {
  const rooms = [room(1), room(2), room(3), room(4)];
  expect(numbers(heldInPlace(rooms, ['room-3', 'room-gone', 'room-1']))).toEqual([3, 1, 2, 4]);
});

test('the summary counts', () => {
  const rooms = [
    room(1, seat(), seat({ present: false, handedInAt: 5 })),
    room(2, seat({ wantsHelp: true })),
    room(3, seat({ wantsHelp: true, present: false })),
  ];
  expect(summaryOf(rooms)).toEqual({ seats: 4, present: 2, handedIn: 1, calling: [2] });
});

test('a state is common where no room has another', () => {
  expect(common(['fernet', 'fernet'])).toBe('fernet');
  expect(common(['fernet', 'aead'])).toBeUndefined();
  expect(common([])).toBeUndefined();
});

test('a seat may be erased together with others when its student is away for a minute and has left nothing', () => {
  const away = { present: false, acted: false, activeAt: NOW - 60_000 };
  const count = (changes: Partial<SeatView>) => idleSeats([room(1, seat({ ...away, ...changes }))], NOW);
  expect(count({})).toBe(1);
  for (const changes of [{ present: true }, { acted: true }, { activeAt: NOW - 59_999 }])
    expect(count(changes)).toBe(0);
});

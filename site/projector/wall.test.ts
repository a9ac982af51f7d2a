// The projector's wall: lines once and in order, marks between them, gaps told, and never more than it can carry.
import { describe, expect, test } from 'vitest';
import type { Mark } from '#server/class/wire.ts';
import type { LogLine } from '#server/protocol.ts';
import { MOST_CHARACTERS, MOST_KEPT, Wall, type WallEntry } from './wall.ts';

const line = (seq: number, at = seq): LogLine => ({
  seq,
  at,
  level: 'INFO',
  logger: 'ChatServer',
  text: `ligne ${seq}`,
});

const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => line(from + i));

const told = (entries: readonly WallEntry[]) =>
  entries.map((entry) => {
    if (entry.kind === 'line') return `${entry.room}:${entry.line.seq}`;
    if (entry.kind === 'mark') return `${entry.everywhere ? 'all' : entry.rooms} ${entry.what}`;
    return `${entry.room} gap ${entry.count ?? '?'}`;
  });

test('shows a room alone, or all as they come', () => {
  const wall = new Wall();
  wall.addLines({ room: 1, lines: lines(1, 2) });
  wall.addLines({ room: 2, lines: lines(1, 1) });
  wall.addLines({ room: 1, lines: lines(3, 3) });
  expect(told(wall.of('all'))).toEqual(['1:1', '1:2', '2:1', '1:3']);
  expect(told(wall.of(2))).toEqual(['2:1']);
  expect(wall.of(3)).toEqual([]);
});

test('what comes again after a cut is not shown twice, and what never came is told', () => {
  const wall = new Wall();
  wall.addLines({ room: 1, lines: lines(1, 3) });
  wall.addLines({ room: 1, lines: [...lines(2, 4), line(7)] });
  expect(told(wall.of(1))).toEqual(['1:1', '1:2', '1:3', '1:4', '1 gap 2', '1:7']);
});

test('a relay that began anew is told from one that says the same again', () => {
  const wall = new Wall();
  wall.addLines({ room: 1, lines: lines(1, 2) });
  wall.addLines({ room: 1, lines: [line(1, 50), line(2, 51)] });
  expect(told(wall.of(1))).toEqual(['1:1', '1:2', '1 gap ?', '1:1', '1:2']);
});

test('a mark stands behind the line that it came after, whichever is known first, and once', () => {
  const wall = new Wall();
  const marks = [
    { room: 1, after: 1, at: 5, what: 'fernet', everywhere: false },
    { room: 1, after: 3, at: 9, what: 'frozen', everywhere: false },
  ] as const;
  wall.addMarks(marks);
  expect(wall.of(1)).toEqual([]);
  wall.addLines({ room: 1, lines: lines(1, 2) });
  wall.addMarks([...marks, { room: 2, after: 0, at: 10, what: 'thawed', everywhere: false }]);
  wall.addLines({ room: 1, lines: lines(3, 4) });
  expect(told(wall.of('all'))).toEqual(['1:1', '1 fernet', '1:2', '2 thawed', '1:3', '1 frozen', '1:4']);
});

test('ten thousand lines leave the last thousand', () => {
  const wall = new Wall();
  for (let from = 1; from < 10_000; from += 10) wall.addLines({ room: 1, lines: lines(from, from + 9) });
  const entries = wall.of(1);
  expect(entries).toHaveLength(MOST_KEPT);
  expect(told(entries.slice(-1))).toEqual(['1:10000']);
});

test('no more characters are kept than a page can lay out, of a room and of all', () => {
  const wall = new Wall();
  for (let seq = 1; seq <= 2_000; seq += 1)
    wall.addLines({ room: 1, lines: [{ ...line(seq), text: 'A'.repeat(2_000) }] });
  for (const shown of [1, 'all'] as const) {
    const kept = wall.of(shown);
    expect(kept.length).toBe(Math.floor(MOST_CHARACTERS / 2_000));
    expect(told(kept.slice(-1))).toEqual(['1:2000']);
  }
});

describe('an order', () => {
  const mark = (room: number, at: number, what: Mark['what'], everywhere = false, after = 0) => ({
    room,
    at,
    what,
    everywhere,
    after,
  });
  const rooms = Array.from({ length: 20 }, (_, i) => i + 1);

  test('for all rooms is one row among all of them, and one in each', () => {
    const wall = new Wall();
    wall.addMarks(rooms.map((room) => mark(room, 5, 'aead', true)));
    wall.addMarks(rooms.map((room) => mark(room, 6, 'frozen', true)));
    wall.addMarks(rooms.map((room) => mark(room, 7, 'thawed', true)));
    expect(told(wall.of('all'))).toEqual(['all aead', 'all frozen', 'all thawed']);
    expect(told(wall.of(20))).toEqual(['20 aead', '20 frozen', '20 thawed']);
  });

  test('stays one row where a room’s last line comes later than the order', () => {
    const wall = new Wall();
    wall.addMarks([mark(1, 5, 'frozen', true), mark(2, 5, 'frozen', true, 2)]);
    wall.addLines({ room: 1, lines: lines(1, 1) });
    wall.addLines({ room: 2, lines: lines(1, 2) });
    expect(told(wall.of('all'))).toEqual(['all frozen', '1:1', '2:1', '2:2']);
    expect(told(wall.of(2))).toEqual(['2:1', '2:2', '2 frozen']);
  });

  test('for one room after the other is one row as long as nothing comes between', () => {
    const wall = new Wall();
    for (const room of [7, 1, 3]) wall.addMarks([mark(room, room, 'frozen')]);
    expect(told(wall.of('all'))).toEqual(['1,3,7 frozen']);
    wall.addLines({ room: 2, lines: lines(1, 1) });
    wall.addMarks([mark(2, 9, 'frozen')]);
    expect(told(wall.of('all'))).toEqual(['1,3,7 frozen', '2:1', '2 frozen']);
  });
});

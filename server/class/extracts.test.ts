// What the projector gets of a room that writes more than a wall can show, and of the rooms beside it.
import { expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import type { LogLine } from '../protocol.ts';
import { Extracts } from './extracts.ts';
import type { ProjectedLine } from './wire.ts';

const line = (seq: number, text = `ligne ${seq}`): LogLine => ({
  seq,
  at: seq,
  level: 'INFO',
  logger: 'ChatServer',
  text,
});

function start() {
  const world = handCrankedWorld();
  const shown = new Map<number, ProjectedLine[]>();
  const extracts = new Extracts(world, ({ room, lines }) =>
    shown.set(room, [...(shown.get(room) ?? []), ...lines]),
  );
  return { world, extracts, of: (room: number) => shown.get(room) ?? [] };
}

test('cuts a long line, and tells how long it was', () => {
  const { extracts, of } = start();
  extracts.add(1, [line(1, 'é'.repeat(60_000)), line(2, 'x'.repeat(2_000))]);
  expect(of(1)).toMatchObject([{ text: 'é'.repeat(2_000), bytes: 120_000 }, { text: 'x'.repeat(2_000) }]);
  expect(of(1)[1]?.bytes).toBeUndefined();
});

test('cuts no character in two', () => {
  const { extracts, of } = start();
  extracts.add(1, [line(1, `x${'🔑'.repeat(2_000)}`)]);
  expect(of(1)[0]?.text).toBe(`x${'🔑'.repeat(999)}`);
});

test('a room that floods the wall is shown its last lines now and then; its neighbour at once', () => {
  const { world, extracts, of } = start();
  const long = 'A'.repeat(60_000);
  const seconds = 40;
  let seq = 0;
  for (let i = 0; i < seconds * 30; i += 1) {
    extracts.add(1, [line(++seq, long), line(++seq)]);
    if (i % 30 === 0) {
      extracts.add(2, [line(i / 30 + 1)]);
      expect(of(2)).toHaveLength(i / 30 + 1);
    }
    world.advance(1000 / 30);
  }
  world.advance(4_000);
  const characters = of(1).reduce((sum, { text }) => sum + text.length, 0);
  expect(characters).toBeLessThan(64 * 1024 + (seconds + 4) * 4 * 1024);
  expect(of(1).length).toBeGreaterThan(60);
  expect(of(1).at(-1)?.seq).toBe(seq);
  const numbers = of(1).map((shown) => shown.seq);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('a room that has calmed down is shown at once again', () => {
  const { world, extracts, of } = start();
  for (let seq = 1; seq <= 200; seq += 1) extracts.add(1, [line(seq, 'A'.repeat(3_000))]);
  world.advance(30_000);
  extracts.add(1, [line(201)]);
  expect(of(1).at(-1)?.seq).toBe(201);
});

// A time that can be advanced: what was due meanwhile is done, in order, each at its own moment.
import { expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { BenchTime } from './time.ts';

function timeAt() {
  const world = handCrankedWorld(1_000_000);
  return { world, time: new BenchTime(world) };
}

test('runs with the device’s', () => {
  const { world, time } = timeAt();
  const ran: number[] = [];
  time.later(500, () => ran.push(time.now()));
  world.advance(499);
  expect(ran).toEqual([]);
  world.advance(1);
  expect(ran).toEqual([1_000_500]);
});

test('does what was due, in order, when it is advanced; and does it once', () => {
  const { world, time } = timeAt();
  const ran: string[] = [];
  time.later(20_000, () => ran.push(`second at ${time.now()}`));
  time.later(5_000, () => {
    ran.push(`first at ${time.now()}`);
    time.later(1_000, () => ran.push(`its own at ${time.now()}`));
  });
  time.later(40_000, () => ran.push('too late'));
  time.advance(30_000);
  expect(ran).toEqual(['first at 1005000', 'its own at 1006000', 'second at 1020000']);
  expect(time.now()).toBe(1_030_000);
  world.advance(9_999);
  expect(ran).toHaveLength(3);
  world.advance(30_001);
  expect(ran).toHaveLength(4);
});

test('shortens what is still to wait for', () => {
  const { world, time } = timeAt();
  let ran = false;
  time.later(10_000, () => {
    ran = true;
  });
  time.advance(4_000);
  world.advance(5_999);
  expect(ran).toBe(false);
  world.advance(1);
  expect(ran).toBe(true);
});

test('goes back to the device’s, and what is still to come has as long to wait as it had', () => {
  const { world, time } = timeAt();
  const ran: string[] = [];
  time.advance(60_000);
  time.later(10_000, () => ran.push('waited'));
  time.catchUp();
  expect(time.now()).toBe(1_000_000);
  time.advance(9_999);
  expect(ran).toEqual([]);
  time.advance(1);
  expect(ran).toEqual(['waited']);
  world.advance(10_000);
  expect(ran).toHaveLength(1);
});

test('stands still while something is done, unless it is advanced, and goes on after it', async () => {
  const { world, time } = timeAt();
  await time.standStill(async () => {
    world.advance(3_000);
    expect(time.now()).toBe(1_000_000);
    time.advance(5_000);
    world.advance(3_000);
    expect(time.now()).toBe(1_005_000);
  });
  expect(time.now()).toBe(1_011_000);
});

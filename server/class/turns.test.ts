// One piece of work after the other, whatever becomes of each.
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('work is done in order, one at a time, and a piece that fails stops no other', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const first = turns.take(() => done.push('first'));
  const fails = turns.take(() => {
    throw new Error('no');
  });
  const last = turns.take(() => done.push('last'));
  expect(done).toEqual([]);
  await expect(fails).rejects.toThrow('no');
  expect(await Promise.all([first, last])).toEqual([1, 2]);
  expect(done).toEqual(['first', 'last']);
});

test('after a piece of work everybody else has a turn', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const busy = (name: string) => () => {
    for (const end = performance.now() + 20; performance.now() < end; );
    done.push(name);
  };
  void turns.take(busy('long'));
  const next = turns.take(busy('next'));
  await new Promise((passed) => setTimeout(passed, 21));
  done.push('others');
  await next;
  expect(done).toEqual(['long', 'others', 'next']);
});

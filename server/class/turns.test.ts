// One piece of work after the other, whatever becomes of each, and no seat before all others.
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('work is done in order, one at a time, and a piece that fails stops no other', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const first = turns.take('a', () => done.push('first'));
  const fails = turns.take('a', () => {
    throw new Error('no');
  });
  const last = turns.take('a', () => done.push('last'));
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
  void turns.take('a', busy('long'));
  const next = turns.take('b', busy('next'));
  await new Promise((passed) => setTimeout(passed, 21));
  done.push('others');
  await next;
  expect(done).toEqual(['long', 'others', 'next']);
});

test('a seat of which much waits has one turn, then each of the others; and more than four pieces are refused', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const greedy = Array.from({ length: 6 }, (_, i) => turns.take('greedy', () => done.push(`greedy ${i}`)));
  const others = ['b', 'c'].map((seat) => turns.take(seat, () => done.push(seat)));
  const outcomes = await Promise.allSettled([...greedy, ...others]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array(4).fill('fulfilled'),
    ...Array(2).fill('rejected'),
    ...Array(2).fill('fulfilled'),
  ]);
  expect(outcomes[4]).toMatchObject({ reason: { code: 'BUSY' } });
  expect(done).toEqual(['greedy 0', 'b', 'c', 'greedy 1', 'greedy 2', 'greedy 3']);
});

test('what nobody waits for any more is not done', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let isGone = false;
  const first = turns.take('a', () => done.push('first'));
  const dropped = turns.take(
    'a',
    () => done.push('dropped'),
    () => isGone,
  );
  isGone = true;
  await first;
  await expect(dropped).rejects.toMatchObject({ code: 'BUSY' });
  expect(done).toEqual(['first']);
});

// Many values, and who is woken when some of them change.
import { effect, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { Each } from './each.ts';

/** Squares of what is asked for, but for one; and how often each watcher ran. */
function watched() {
  const odd = signal(3);
  let asked = 0;
  const each = new Each<number, number>(() => {
    const other = odd.value;
    return (key) => {
      asked += 1;
      return key === other ? -1 : key * key;
    };
  });
  const seen: number[][] = [[], [], [], [], []];
  const stops = seen.map((values, key) => effect(() => void values.push(each.at(key))));
  return { odd, seen, stops, asked: () => asked };
}

test('only those whose value has changed are woken', () => {
  const { odd, seen } = watched();
  expect(seen).toEqual([[0], [1], [4], [-1], [16]]);
  odd.value = 2;
  expect(seen).toEqual([[0], [1], [4, -1], [-1, 9], [16]]);
});

test('what nobody watches any more is not looked at any more', () => {
  const { odd, stops, asked } = watched();
  for (const stop of stops.slice(1)) stop();
  const before = asked();
  odd.value = 0;
  expect(asked() - before).toBe(1);
});

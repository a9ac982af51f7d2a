// A long list in runs: what is kept the same, and what is not.
import { expect, test } from 'vitest';
import { type Run, runsOf } from './runs.ts';

interface Entry {
  readonly name: number;
}

const entriesFrom = (first: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => ({ name: first + i }));
const cut = (list: readonly Entry[], before: readonly Run<Entry>[] = []) =>
  runsOf(list, ({ name }) => name, before, 40);
const together = (runs: readonly Run<Entry>[]) => runs.flatMap(({ entries }) => entries);
const kept = (runs: readonly Run<Entry>[], before: readonly Run<Entry>[]) =>
  runs.filter((run) => before.includes(run)).length;

test('a run is short, and together they are the list', () => {
  const list = entriesFrom(0, 100);
  const runs = cut(list);
  expect(runs.map(({ entries }) => entries.length)).toEqual([40, 40, 20]);
  expect(together(runs)).toEqual(list);
  expect(cut([])).toEqual([]);
});

test('a list that grows changes its last run alone', () => {
  const list = entriesFrom(0, 100);
  const before = cut(list);
  const runs = cut([...list, ...entriesFrom(100, 1)], before);
  expect(kept(runs, before)).toBe(2);
  expect(together(runs)).toHaveLength(101);
});

test('a list that loses its oldest while it grows keeps all runs but the first and the last', () => {
  let list = entriesFrom(0, 400);
  let before = cut(list);
  for (let next = 400; next < 1000; next += 2) {
    list = [...list.slice(2), ...entriesFrom(next, 2)];
    const runs = cut(list, before);
    expect(together(runs)).toEqual(list);
    expect(new Set(runs.map(({ key }) => key)).size).toBe(runs.length);
    expect(runs.length - kept(runs, before)).toBeLessThanOrEqual(3);
    before = runs;
  }
});

test('an entry that changes, and one that comes in the middle, change the run where they stand', () => {
  const list = entriesFrom(0, 120);
  const before = cut(list);
  const changed = list.with(40, { name: 40 }); // the first one of its run stays in it
  const runs = cut(changed, before);
  expect(kept(runs, before)).toBe(2);
  expect(runs.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  const between = cut(changed.toSpliced(60, 0, { name: 999 }), runs);
  expect(kept(between, runs)).toBe(2);
  expect(between.map(({ entries }) => entries.length)).toEqual([40, 41, 40]);
});

test('a list of other entries is cut anew', () => {
  const before = cut(entriesFrom(0, 90));
  const other = entriesFrom(1000, 90);
  expect(together(cut(other, before))).toEqual(other);
});

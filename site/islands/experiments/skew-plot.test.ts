// Where the map is drawn: what is accepted has an edge to be seen even where the network takes no time at all.
import { expect, test } from 'vitest';
import { blocksOf } from '../../experiments/zones.ts';
import { edgeOf, HEIGHT } from './skew-plot.ts';

const columns = new Map([
  [-60, undefined],
  [0, { first: 0, last: 30 }],
  [70, { first: 10, last: 100 }],
]);

test.each([0, 5, 30])('with %i s of latency, the edge lies at that age', (latency) => {
  const [first] = edgeOf(blocksOf(columns, latency)).split('M').slice(1);
  expect(first).toBe(`120 ${HEIGHT - latency - 1}h70`);
});

test('it ends where tokens are too old, and begins where they are not ahead of the receiver any more', () => {
  expect(edgeOf(blocksOf(columns, 90)).split('M').slice(1)).toEqual([
    `120 ${HEIGHT - 31}h70`,
    `190 ${HEIGHT - 91}h51`,
  ]);
  expect(edgeOf(blocksOf(new Map([[0, undefined]]), 90))).toBe('');
});

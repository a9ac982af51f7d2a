// Messages on their way: counted until they come, or until nobody is left to get them.
import { expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { Network } from './network.ts';

test('a message is under way until it comes', () => {
  const world = handCrankedWorld();
  const network = new Network(world.later);
  const came: string[] = [];
  network.carry(2_000, () => came.push('slow'));
  network.carry(1_000, () => came.push('fast'));
  expect(network.underWay.value).toBe(2);
  world.advance(1_000);
  expect([network.underWay.value, came]).toEqual([1, ['fast']]);
  world.advance(1_000);
  expect([network.underWay.value, came]).toEqual([0, ['fast', 'slow']]);
});

test('what was under way when the network was emptied is not counted among what comes after', () => {
  const world = handCrankedWorld();
  const network = new Network(world.later);
  network.carry(1_000, () => {});
  network.empty();
  network.carry(5_000, () => {});
  world.advance(1_000);
  expect(network.underWay.value).toBe(1);
});

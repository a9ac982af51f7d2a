// What a page shows is told at each change, and no more than once a second.
import { expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { type Shown, StatusTeller } from './status-teller.ts';

test('tells the first and the last of many changes, once each', () => {
  const world = handCrankedWorld();
  const told: Shown[] = [];
  const teller = new StatusTeller((shown) => told.push(shown) > 0, world.later);
  for (const stage of ['plaintext', 'hazmat', 'fernet'] as const) teller.show({ question: 7, stage });
  world.advance(999);
  expect(told).toHaveLength(1);
  world.advance(1);
  expect(told.map(({ stage }) => stage)).toEqual(['plaintext', 'fernet']);
  world.advance(5000);
  teller.show({ question: 7, stage: 'fernet' });
  expect(told).toHaveLength(2);
  teller.again();
  expect(told).toHaveLength(3);
});

test('tells nothing while the line is down, and all once it is up', () => {
  const world = handCrankedWorld();
  let isUp = false;
  const told: Shown[] = [];
  const teller = new StatusTeller((shown) => {
    if (isUp) told.push(shown);
    return isUp;
  }, world.later);
  teller.show({ question: 7, stage: 'fernet' });
  world.advance(3000);
  isUp = true;
  teller.again();
  expect(told).toEqual([{ question: 7, stage: 'fernet' }]);
});

// What a veil hides: a message by what was typed, in whatever shape it came, and a text whose author is not known yet.
import { expect, test } from 'vitest';
import type { Message } from './timeline.ts';
import { Veil } from './veil.ts';

const message = (typed?: string): Message => ({
  id: 'one',
  from: 'gauche',
  stage: 'hazmat',
  payload: '',
  fate: 'relayed',
  receipts: [],
  ...(typed === undefined ? {} : { typed }),
});

test('a veil hides a message and every reading of it, until it is lifted', () => {
  const veil = new Veil();
  expect(veil.hides(message('secret'))).toBe(false);
  veil.draw(['secret']);
  expect(veil.hides(message('secret'))).toBe(true);
  expect(veil.hides(message('secret'), 'secreu')).toBe(true);
  expect(veil.hides(message(), 'secret')).toBe(true);
  expect(veil.hides(message('autre'), 'autre')).toBe(false);
  expect(veil.hides(message())).toBe(false);
  veil.lift();
  expect(veil.hides(message('secret'))).toBe(false);
});

// Which of the held messages leave in reverse: both of two, and of more those that were chosen.
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Seen } from '#server/mallory/journal.ts';
import { Picks } from './picks.ts';

const seen = (seq: number, held: boolean): Seen => ({ seq, user: 'gauche', message: '', held });

function heldMessages(...seqs: number[]) {
  const all = signal(seqs.map((seq) => seen(seq, true)));
  return { all, picks: new Picks({ held: () => all.value.filter(({ held }) => held) }) };
}

test('of two there is nothing to choose', () => {
  const { picks } = heldMessages(3, 5);
  expect(picks.asked.value).toBe(false);
  expect(picks.reversible.value).toEqual([3, 5]);
});

test('of three, those that were chosen, in the order in which they came', () => {
  const { picks } = heldMessages(3, 5, 8);
  expect(picks.asked.value).toBe(true);
  expect(picks.reversible.value).toEqual([]);
  picks.toggle(8);
  picks.toggle(3);
  picks.toggle(5);
  picks.toggle(5);
  expect(picks.reversible.value).toEqual([3, 8]);
});

test('what has left is chosen no more', () => {
  const { all, picks } = heldMessages(1, 2, 3, 4);
  picks.toggle(1);
  picks.toggle(2);
  all.value = all.value.map((one) => (one.seq === 1 ? seen(1, false) : one));
  expect(picks.reversible.value).toEqual([2]);
});

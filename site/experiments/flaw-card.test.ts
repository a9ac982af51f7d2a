// A card: pointing, being told, running, and what goes wrong.
import { expect, test } from 'vitest';
import type { Row } from '#lab/flaws/effect.ts';
import { FlawCard } from './flaw-card.ts';

const ROWS: readonly Row[] = [{ tried: 'forged', flawed: { is: 'refused' }, repaired: { is: 'refused' } }];

test('a line is pointed at, again if need be, and once it is found nothing changes any more', () => {
  const card = new FlawCard('rethrown', async () => ROWS);
  card.point(3);
  expect(card.verdict.value).toBe('open'); // nothing was picked
  card.pick(1);
  card.point(3);
  expect(card.verdict.value).toBe('wrong');
  card.pick(3);
  expect(card.verdict.value).toBe('open');
  card.point(3);
  expect(card.isOver).toBe(true);
  card.pick(1);
  card.tell();
  expect([card.picked.value, card.verdict.value]).toEqual([3, 'found']);
});

test('another language has other lines: none is picked, and what was found stays found', () => {
  const card = new FlawCard('rethrown', async () => ROWS);
  card.pick(1);
  card.point(3);
  card.unpick();
  expect([card.picked.value, card.verdict.value]).toEqual([undefined, 'open']);
  card.tell();
  card.unpick();
  expect(card.verdict.value).toBe('told');
});

test('what was found at an earlier visit is found, until it is to be looked for again', () => {
  const card = new FlawCard('rethrown', async () => ROWS);
  card.restore('found');
  card.pick(1);
  expect([card.picked.value, card.verdict.value]).toEqual([undefined, 'found']);
  card.restore('told');
  expect(card.verdict.value).toBe('found');
  card.reset();
  card.pick(3);
  card.point(3);
  expect(card.verdict.value).toBe('found');
});

test('it is run once at a time, and again after a failure', async () => {
  let runs = 0;
  const card = new FlawCard('rethrown', async () => {
    runs += 1;
    if (runs === 1) throw new Error('offline');
    return ROWS;
  });
  await Promise.all([card.run(), card.run()]);
  expect([runs, card.failed.value, card.rows.value, card.busy.value]).toEqual([1, true, undefined, false]);
  await card.run();
  expect([runs, card.failed.value, card.rows.value]).toEqual([2, false, ROWS]);
});

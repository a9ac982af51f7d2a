// A server that is killed while students hand in has lost nothing that it acknowledged.
import { expect, test } from 'vitest';
import { handIns } from './hand-ins.ts';

test('three times', { timeout: 180_000 }, async () => {
  const { ok, figures } = await handIns(3);
  expect({ ok, ...figures }).toMatchObject({ ok: true, kills: 3, lost: 0, unwell: 0, seatsGone: 0 });
  expect(figures.acknowledged).toBeGreaterThan(0);
});

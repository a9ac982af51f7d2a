// A server that is killed while students hand in has lost nothing that it acknowledged.
import { expect, test } from 'vitest';
import { handIns } from './hand-ins.ts';

test('three times', { timeout: 180_000 }, async () => {
  const { ok, figures } = await handIns(3);
  expect(figures).toMatchObject({
    kills: 3,
    'acknowledged and lost': 0,
    'seats that did not come back after a restart': 0,
  });
  expect(ok).toBe(true);
  expect(figures['sheets acknowledged']).toBeGreaterThan(0);
});

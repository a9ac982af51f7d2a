// The pace of a count that is told now and then.
import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('nothing is known of one moment, or of a tenth of a second', () => {
  const pace = new Pace(2000);
  expect(pace.perSecond()).toBeUndefined();
  pace.add(500, 0);
  expect(pace.perSecond()).toBeUndefined();
  pace.add(500, 10);
  pace.add(599, 20);
  expect(pace.perSecond()).toBeUndefined();
});

test('it is the rise over the time', () => {
  const pace = new Pace(2000);
  pace.add(500, 100);
  pace.add(600, 1100);
  expect(pace.perSecond()).toBe(10_000);
  pace.add(1500, 2100);
  expect(pace.perSecond()).toBe(2000);
});

test('what is long past does not count', () => {
  const pace = new Pace(2000);
  for (let at = 0; at <= 10_000; at += 100) pace.add(at, at < 5000 ? at : 5000 + 3 * (at - 5000));
  expect(pace.perSecond()).toBe(3000);
});

test('of a count that is told less often than the window is long, the last two times count', () => {
  const pace = new Pace(2000);
  pace.add(0, 0);
  pace.add(4000, 1);
  expect(pace.perSecond()).toBe(0.25);
  pace.add(14_000, 2);
  expect(pace.perSecond()).toBe(0.1);
});

// A ratio of speeds is told neither from a few tries nor from a moment.
import { expect, test } from 'vitest';
import { speedRatio } from './speed-ratio.ts';

const fast = { perSecond: 40_000, tried: 9000, seconds: 0.3 };
const slow = (tried: number, seconds: number) => ({ perSecond: tried / seconds, tried, seconds });

test.each([
  ['two seconds, seven tries', slow(7, 2), undefined],
  ['nearly five seconds', slow(19, 4.9), undefined],
  ['five seconds', slow(10, 5), 20_000],
  ['five seconds of a slow device', slow(1, 5), undefined],
  ['twenty tries', slow(20, 2), 4000],
])('%s', (_, sample, ratio) => {
  expect(speedRatio(fast, sample)).toBe(ratio);
});

test('nor from a word that comes first on the list, nor before either speed is known', () => {
  expect(speedRatio({ ...fast, tried: 20 }, slow(20, 2))).toBeUndefined();
  expect(speedRatio({ ...fast, perSecond: undefined }, slow(20, 2))).toBeUndefined();
  expect(speedRatio(fast, { ...slow(20, 2), perSecond: undefined })).toBeUndefined();
});

// The bounds of a TTL between two clocks that differ.
import { describe, expect, test } from 'vitest';
import { MAX_CLOCK_SKEW_SECONDS, TTL_SECONDS } from '../stages/fernet-ttl.ts';
import { acceptedSpan, replayableFor } from './clock-skew.ts';

test('clocks that agree: the token lives for its TTL, 30 s, and not 31', () => {
  expect(acceptedSpan(0)).toEqual({ first: 0, last: 30 });
});

describe('the clock of the sender', () => {
  test.each([
    { offset: -31, span: undefined },
    { offset: -30, span: { first: 0, last: 0 } },
    { offset: -29, span: { first: 0, last: 1 } },
    { offset: 1, span: { first: 0, last: 31 } },
    { offset: 60, span: { first: 0, last: 90 } },
    { offset: 61, span: { first: 1, last: 91 } },
    { offset: 600, span: { first: 540, last: 630 } },
  ])('$offset s ahead', ({ offset, span }) => {
    expect(acceptedSpan(offset, 30)).toEqual(span);
  });
});

describe('a relay may replay', () => {
  test.each([
    { offset: -45, seconds: undefined },
    { offset: -30, seconds: 0 },
    { offset: 0, seconds: 30 },
    { offset: 45, seconds: 75 },
    { offset: 60, seconds: 90 },
    { offset: 61, seconds: 90 },
    { offset: 120, seconds: 90 },
  ])('$seconds s long with a sender $offset s ahead', ({ offset, seconds }) => {
    expect(replayableFor(offset)).toBe(seconds);
  });
  test('never longer than the TTL and the skew together, whatever the clocks', () => {
    for (let offset = -130; offset <= 130; offset += 5)
      for (const ttl of [0, 1, 30, 60])
        expect(replayableFor(offset, ttl)).toBe(
          offset + ttl < 0 ? undefined : Math.min(offset, MAX_CLOCK_SKEW_SECONDS) + ttl,
        );
    expect(TTL_SECONDS + MAX_CLOCK_SKEW_SECONDS).toBe(90);
  });
});

test('a TTL of no whole seconds is the caller’s mistake', () => {
  expect(() => acceptedSpan(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(() => acceptedSpan(0.5)).toThrow(RangeError);
});

// One message in words' terms: its payload in short, how old a token is, and when it says that it was made.
import { expect, test } from 'vitest';
import { dateOf, durationOf, summary } from './follow.ts';

const block = (data: string) => ({ data, encoding: 'base64' }) as const;

test.each([
  ['a text', 'rdv 14h', 'rdv 14h'],
  ['a token, by its text', block('Z0FBQUFB'), 'gAAAAA'],
  ['bytes that are no text, in base64', block('Af/+/Q=='), 'Af/+/Q=='],
  ['a pair, in base64', [block('AAE='), block('Ag==')] as const, 'AAE=  Ag=='],
  ['nothing', block(''), ''],
])('%s', (_, payload, expected) => {
  expect(summary(payload)).toBe(expected);
});

test.each([
  [0, 'seconds', 0, 0],
  [119, 'seconds', 119, 0],
  [120, 'minutes', 2, 0],
  [3725, 'minutes', 62, 5],
  [7261, 'hours', 2, 1],
  [172_800 + 3 * 3600, 'days', 2, 3],
] as const)('%i s are told in %s', (seconds, unit, count, rest) => {
  expect(durationOf(seconds)).toEqual({ unit, count, rest });
});

test('a timestamp is a date, unless no calendar has it', () => {
  const field = (...bytes: number[]) =>
    ({ name: 'timestamp', offset: 1, bytes: Uint8Array.from(bytes) }) as const;
  expect(dateOf(field(0, 0, 0, 0, 0x6b, 0x49, 0xd2, 0))?.toISOString()).toBe('2027-01-15T08:00:00.000Z');
  expect(dateOf(field(255, 255, 255, 255, 255, 255, 255, 255))).toBeUndefined();
});

// A payload in short.
import { expect, test } from 'vitest';
import { summary } from './follow.ts';

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

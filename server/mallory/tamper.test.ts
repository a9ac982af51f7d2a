// Bytes changed without knowing what they are.
import { expect, test } from 'vitest';
import type { Payload } from '../payload.ts';
import { tamper } from './tamper.ts';

const block = (data: string) => ({ data, encoding: 'base64' }) as const;

test.each<[string, Payload, number, number[], Payload]>([
  ['a text', 'rdv 14h', 5, [0x0c], 'rdv 18h'],
  ['a text, two bytes of one character', 'é', 0, [0, 1], 'è'],
  ['a text that is none any more', 'été', 0, [0xff], '<\ufffdté'],
  ['a text that loses its beginning to a control', 'a', 0, [0x61], '\0'],
  ['a mark of the order of bytes, which is a character like any other', '\ufeffa', 3, [3], '\ufeffb'],
  ['no text', '', 0, [1, 2, 3], ''],
  ['bytes', block('AAEC'), 1, [0xff], block('AP4C')],
  ['bytes, as far as they reach', block('AAEC'), 2, [0xff, 0xff, 0xff], block('AAH9')],
  ['bytes, beyond their end', block('AAEC'), 3, [0xff], block('AAEC')],
  ['a pair, across its middle', [block('AAA='), block('AAA=')], 1, [1, 2], [block('AAE='), block('AgA=')]],
  ['an empty first part', [block(''), block('AAA=')], 0, [1], [block(''), block('AQA=')]],
])('%s', (_, payload, offset, mask, expected) => {
  expect(tamper(payload, offset, Uint8Array.from(mask))).toEqual(expected);
});

test('twice the same mask is no mask at all, for whatever is not a text', () => {
  const mask = Uint8Array.of(1, 2, 3);
  const pair = [block('AAA='), block('/////w==')] as const;
  expect(tamper(tamper(pair, 1, mask), 1, mask)).toEqual(pair);
});

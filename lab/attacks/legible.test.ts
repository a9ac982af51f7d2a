// What passes for a text, and that the bytes of wrong keys do not.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { utf8 } from '../bytes.ts';
import { tryOpen } from '../stage.ts';
import { hazmat } from '../stages/hazmat.ts';
import { legible } from './legible.ts';

test.each(['', 'rdv 14h', 'Où ? « Là-bas »\u00a0!\n\tà 20 € 🙂', 'famille : 👩‍👩‍👧', 'שלום'])(
  '%j is',
  (text) => {
    expect(legible(utf8(text))).toBe(text);
  },
);

test.each([
  ['a zero', Uint8Array.of(0x61, 0)],
  ['an escape', utf8('\u001b[31m')],
  ['a control of the second set', utf8('a\u0085')],
  ['a character that is not assigned', utf8('\u0378')],
  ['a private one', utf8('\ue000')],
  ['no UTF-8', Uint8Array.of(0xc3, 0x28)],
])('%s is not', (_, bytes) => {
  expect(legible(bytes)).toBeUndefined();
});

test('among wrong keys whose padding fits, none gives a text', () => {
  const random = seededRandom('legible');
  const token = hazmat.seal(utf8('rdv 14h, comme hier'), hazmat.keys(random(16)), { now: NOW, random });
  const fitting = Array.from({ length: 20_000 }, () =>
    tryOpen(hazmat, token, hazmat.keys(random(16)), { now: NOW }),
  ).filter((plaintext) => plaintext !== undefined);
  expect(fitting.length).toBeGreaterThan(40);
  expect(fitting.filter((plaintext) => legible(plaintext) !== undefined)).toEqual([]);
});

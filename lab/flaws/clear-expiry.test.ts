// A date before the token is whatever the server writes; the one in the token stays as it is.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { postpone } from '../attacks/postpone.ts';
import { asciiToText, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { sha256 } from '../primitives/sha256.ts';
import { sealFernet, splitKey } from '../stages/fernet.ts';
import { receive, receiveRepaired } from './clear-expiry.ts';

const NOW = 1_800_000_000;
const YEAR = 365 * 86_400;
const keys = splitKey(sha256(utf8('soleil')));
const token = asciiToText(sealFernet(utf8('oui'), keys, { now: NOW, random: seededRandom('clear-expiry') }));
const letter = `${NOW + 30}:${token}`;

test('both keep to the date as it was sent', () => {
  for (const open of [receive, receiveRepaired]) {
    expect(open(letter, keys, NOW + 30)).toBe('oui');
    expect(() => open(letter, keys, NOW + 31)).toThrow(InvalidToken);
  }
});

test('a postponed letter passes a year later, and not once repaired; nobody needed the key', () => {
  const postponed = postpone(letter, NOW + 2 * YEAR);
  expect(postponed.slice(postponed.indexOf(':'))).toBe(letter.slice(letter.indexOf(':')));
  expect(receive(postponed, keys, NOW + YEAR)).toBe('oui');
  expect(() => receiveRepaired(postponed, keys, NOW + YEAR)).toThrow(InvalidToken);
});

test('a letter of another form is refused, not believed', () => {
  for (const open of [receive, receiveRepaired])
    for (const bad of ['', ':', `${NOW}:`, `x${letter}x`])
      expect(() => open(bad, keys, NOW + 31)).toThrow(InvalidToken);
});

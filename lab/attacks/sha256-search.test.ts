// The fast search, held against @noble: it says of a password what the audited primitives say.
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { concat, encodeBase64Url, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { hmacSha256 } from '../primitives/hmac.ts';
import { fernet, sealFernet } from '../stages/fernet.ts';
import { Sha256Search } from './sha256-search.ts';

const seed = seedOfThisRun();
const random = seededRandom(`sha256-search ${seed}`);

let drawn: number[] = [];

/** 0 to `most`, below 256 and both included. */
function upTo(most: number): number {
  if (drawn.length === 0) drawn = [...random(4096)]; // one byte at a time, the generator would take most of the test's time
  return (drawn.pop() ?? 0) % (most + 1);
}

const LETTERS = ['a', 'Z', '0', ' ', '~', '\u0000', '\u007f', 'é', '\u00a0', '€', '語', '🙂', '\ud800'];

/** A password of so many characters, of ASCII alone or of any. */
const passwordOf = (length: number, letters: number) =>
  Array.from({ length }, () => LETTERS[upTo(letters - 1)]).join('');

/** A token of random fields, signed by @noble with the key of a password. */
function signedWith(password: string, blocks: number): Uint8Array {
  const signed = concat(Uint8Array.of(0x80), random(8), random(16), random(16 * blocks));
  return concat(signed, hmacSha256(deriveKeys(fernet, password).signingKey, signed));
}

/** The same bytes with one bit of the HMAC changed. */
function withBitOfHmac(token: Uint8Array, bit: number): Uint8Array {
  const changed = token.slice();
  const at = token.length - 32 + (bit >> 3);
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

describe('a search of its own for each of thousands of tokens', { timeout: 60_000 }, () => {
  test.each([
    ['ASCII', 7],
    ['any characters', LETTERS.length],
  ])('finds the password that @noble signed with, and no other: %s', (_, letters) => {
    for (let length = 0; length <= 200; length++)
      for (let times = 0; times < 8; times++) {
        const password = passwordOf(length, letters);
        const token = signedWith(password, 1 + upTo(19));
        const search = new Sha256Search(encodeBase64Url(token));
        const said = [search.fits(`${password}.`), search.fits(password), search.fits(`.${password}`)];
        expect({ password, said }).toEqual({ password, said: [false, true, false] });
        const forged = new Sha256Search(encodeBase64Url(withBitOfHmac(token, upTo(255))));
        expect({ password, forged: forged.fits(password) }).toEqual({ password, forged: false });
      }
  });
});

test('one search tries long and short passwords in any order', () => {
  const password = passwordOf(60, LETTERS.length);
  const search = new Sha256Search(encodeBase64Url(signedWith(password, 3)));
  for (let i = 0; i < 1000; i++) {
    expect(search.fits(passwordOf(upTo(200), upTo(1) ? 7 : LETTERS.length))).toBe(false);
    expect(search.fits(password)).toBe(true);
  }
});

test.each([0, 1, 15, 16, 200, 5000])('a real token, of %d bytes', (length) => {
  const token = sealFernet(random(length), deriveKeys(fernet, 'soleil'), { now: NOW, random });
  const search = new Sha256Search(token);
  expect(search.fits('Soleil')).toBe(false);
  expect(search.fits('soleil')).toBe(true);
});

test.each([
  ['a text', 'gAAA'],
  ['a pair of bytes', [random(16), random(16)] as const],
  ['no base64url', utf8('ééé=')],
  ['fewer bytes than the fields take', encodeBase64Url(random(56))],
])('%s is the caller’s mistake', (_, token) => {
  expect(() => new Sha256Search(token)).toThrow(RangeError);
});

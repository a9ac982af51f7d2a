// Three receivers: what each of them takes, and what each refuses.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { concat, fromUtf8, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { NO_BYTES } from '../stage.ts';
import { splitKey } from '../stages/fernet.ts';
import { flip } from './bit-flip.ts';
import {
  type CheckedToken,
  coveredBytes,
  openChecked,
  sealChecked,
  type VariantName,
} from './ctr-checked.ts';
import { forge } from './forged-hash.ts';

const random = seededRandom('ctr-checked');
const keys = splitKey(random(32));
const VARIANTS: readonly VariantName[] = ['ctr', 'ctr-sha256', 'ctr-hmac'];

const seal = (variant: VariantName, text = 'rdv 14h') => sealChecked(variant, utf8(text), keys, random);
const open = (variant: VariantName, token: CheckedToken) => fromUtf8(openChecked(variant, token, keys));

describe.each(VARIANTS)('%s', (variant) => {
  test.each(['', 'rdv 14h', 'x'.repeat(1000)])('opens what it sealed: %#', (text) => {
    expect(open(variant, seal(variant, text))).toBe(text);
  });
  test('sends a counter block, whole blocks and a check of 32 bytes, or none', () => {
    const { counterBlock, ciphertext, check } = seal(variant);
    expect([counterBlock.length, ciphertext.length, check.length]).toEqual([
      16,
      16,
      variant === 'ctr' ? 0 : 32,
    ]);
  });
  test('refuses a cut counter block or ciphertext, even with the check that goes with it', () => {
    const token = seal(variant);
    for (const cut of [
      { ...token, counterBlock: token.counterBlock.subarray(1) },
      { ...token, ciphertext: token.ciphertext.subarray(1) },
    ]) {
      const checked = forge(variant, cut, 0, NO_BYTES, NO_BYTES, keys.signingKey);
      expect(() => openChecked(variant, checked, keys)).toThrow(InvalidToken);
    }
  });
  test('refuses a counter block that lent a byte to the ciphertext: the check covers both alike', () => {
    const { counterBlock, ciphertext, check } = seal(variant);
    const shifted = { counterBlock: counterBlock.subarray(0, -1), check };
    const lent = { ...shifted, ciphertext: concat(counterBlock.subarray(-1), ciphertext) };
    expect(() => openChecked(variant, lent, keys)).toThrow(InvalidToken);
  });
  test('refuses a check of another length', () => {
    const token = seal(variant);
    const longer = { ...token, check: Uint8Array.of(...token.check, 0) };
    expect(() => openChecked(variant, longer, keys)).toThrow(InvalidToken);
  });
  test('tells a change by accident, unless it checks nothing', () => {
    const token = seal(variant);
    const changed = { ...token, ciphertext: flip(token.ciphertext, 5, utf8('4'), utf8('8')) };
    if (variant === 'ctr') expect(open(variant, changed)).toBe('rdv 18h');
    else expect(() => openChecked(variant, changed, keys)).toThrow(InvalidToken);
  });
  test('covers the counter block and the whole ciphertext', () => {
    const token = seal(variant, 'x'.repeat(40));
    expect(coveredBytes(token)).toEqual(concat(token.counterBlock, token.ciphertext));
    expect(coveredBytes(token)).toHaveLength(16 + 48);
  });
});

test('weak on purpose: bare CTR and the plain hash take a forgery, the HMAC does not', () => {
  const taken = VARIANTS.filter((variant) => {
    try {
      return open(variant, forge(variant, seal(variant), 5, utf8('4'), utf8('8'))) === 'rdv 18h';
    } catch {
      return false;
    }
  });
  expect(taken).toEqual(['ctr', 'ctr-sha256']);
});

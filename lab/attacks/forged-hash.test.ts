// A hash that anybody computes protects from accidents alone.
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { fromUtf8, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { splitKey } from '../stages/fernet.ts';
import { openChecked, sealChecked, type VariantName } from './ctr-checked.ts';
import { forge } from './forged-hash.ts';

const random = seededRandom(seedOfThisRun());
const keys = splitKey(random(32));

/** The token of "rdv 14h" as the attacker makes it say "rdv 18h". */
const forged = (variant: VariantName, guessedKey?: Uint8Array) =>
  forge(variant, sealChecked(variant, utf8('rdv 14h'), keys, random), 5, utf8('4'), utf8('8'), guessedKey);

describe('"rdv 14h" becomes "rdv 18h"', () => {
  test.each(['ctr', 'ctr-sha256'] as const)('under %s, without any key', (variant) => {
    expect(fromUtf8(openChecked(variant, forged(variant), keys))).toBe('rdv 18h');
  });
  test('under an HMAC with the very signing key, which the attacker has not', () => {
    expect(fromUtf8(openChecked('ctr-hmac', forged('ctr-hmac', keys.signingKey), keys))).toBe('rdv 18h');
  });
});

describe('an HMAC refuses', () => {
  test('a check under no key, and under as many guessed keys as one likes', () => {
    expect(() => openChecked('ctr-hmac', forged('ctr-hmac'), keys)).toThrow(InvalidToken);
    for (let i = 0; i < 200; i++)
      expect(() => openChecked('ctr-hmac', forged('ctr-hmac', random(16)), keys)).toThrow(InvalidToken);
  });
  test('a plain hash in its place', () => {
    expect(() => openChecked('ctr-hmac', forged('ctr-sha256'), keys)).toThrow(InvalidToken);
  });
});

test('the sender’s token is left as it was', () => {
  const token = sealChecked('ctr-sha256', utf8('rdv 14h'), keys, random);
  forge('ctr-sha256', token, 5, utf8('4'), utf8('8'));
  expect(fromUtf8(openChecked('ctr-sha256', token, keys))).toBe('rdv 14h');
});

// The second stage: unreadable, and nobody's signature.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW, stageContract } from '../../test/stage-contract.ts';
import { flip } from '../attacks/bit-flip.ts';
import { findPassword, keyTable } from '../attacks/dictionary.ts';
import { eavesdrop } from '../attacks/eavesdrop.ts';
import { fromUtf8, toHex, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { InvalidToken } from '../errors.ts';
import { hazmat } from './hazmat.ts';

stageContract(hazmat);

const keys = deriveKeys(hazmat, 'soleil', CHEAP);
const random = seededRandom('hazmat');

/** A pair, as this stage always seals. */
function seal(text: string): readonly [Uint8Array, Uint8Array] {
  const token = hazmat.seal(utf8(text), keys, { now: NOW, random });
  if (typeof token === 'string' || token instanceof Uint8Array) throw new Error('no pair');
  return token;
}

test('the key has the cost and the size that the lab asks for', () => {
  expect(hazmat.derivation).toMatchObject({ kdf: 'pbkdf2', iterations: 480_000, length: 16 });
  expect(deriveKeys(hazmat, 'soleil', CHEAP).encryptionKey).toHaveLength(16);
});

test('the token is a counter block of 16 bytes and whole blocks of ciphertext', () => {
  const [counterBlock, ciphertext] = seal('rdv 14h');
  expect(counterBlock).toHaveLength(16);
  expect(ciphertext).toHaveLength(16);
  expect(seal('x'.repeat(16))[1]).toHaveLength(32);
  expect(eavesdrop(hazmat, [counterBlock, ciphertext])).toBeUndefined();
});

test('a counter block is never used twice', () => {
  const blocks = new Set(Array.from({ length: 1000 }, () => toHex(seal('a')[0])));
  expect(blocks.size).toBe(1000);
});

test('a wrong key is refused as bad padding, but for about one in 256', () => {
  const [counterBlock, ciphertext] = seal('rdv 14h');
  let accepted = 0;
  for (let i = 0; i < 2000; i++) {
    const wrong = { ...keys, encryptionKey: random(16) };
    try {
      hazmat.open([counterBlock, ciphertext], wrong, { now: NOW });
      accepted += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidToken);
    }
  }
  expect(accepted).toBeLessThan(30); // 7.8 expected
});

describe('weak on purpose', () => {
  test('CTR accepts a flipped bit: "rdv 14h" becomes "rdv 18h" without the key', () => {
    const [counterBlock, ciphertext] = seal('rdv 14h');
    const forged = flip(ciphertext, 5, utf8('4'), utf8('8'));
    expect(fromUtf8(hazmat.open([counterBlock, forged], keys, { now: NOW }))).toBe('rdv 18h');
  });

  test('the constant salt lets one table of keys open the tokens of all rooms', () => {
    const table = keyTable(hazmat, ['azerty', 'soleil', 'motdepasse'], CHEAP);
    expect(findPassword(hazmat, seal('rdv 14h, comme hier'), { now: NOW }, table)).toBe('soleil');
    const elsewhere = deriveKeys(hazmat, 'motdepasse', CHEAP);
    const other = hazmat.seal(utf8('un autre salon, un autre jour'), elsewhere, { now: 0, random });
    expect(findPassword(hazmat, other, { now: 0 }, table)).toBe('motdepasse');
  });
});

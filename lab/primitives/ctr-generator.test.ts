// The generator of AES in counter mode beside printed vectors: all follows from the seed, and nothing without it.
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { aesCtr } from './aes-ctr.ts';
import { CtrGenerator, SEED_BYTES } from './ctr-generator.ts';

const take = (generator: CtrGenerator, count: number) =>
  Array.from({ length: count }, () => generator.next());

const hexOf = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, '0')).join('');

// McGrew and Viega, "The Galois/Counter Mode of Operation", test case 1: under the key of zeros, H = E(0) and
// E(K, Y0), the encryption of 1.
const ZERO_SEED = '66e94bd4ef8a2c3b884cfa59ca342b2e58e2fccefa7e3061367f1d57a4e7455a';

describe('its words', () => {
  test('are the encryptions of 0 and 1, four words each', () => {
    expect(hexOf(take(new CtrGenerator(new Uint8Array(SEED_BYTES)), 8))).toBe(ZERO_SEED);
  });
  test('are the key stream of counter mode from 0, beyond the first 256 blocks too', () => {
    const seed = fromHex('2b7e151628aed2a6abf7158809cf4f3c') ?? new Uint8Array();
    const words = take(new CtrGenerator(seed), 1200);
    expect(hexOf(words)).toBe(toHex(aesCtr(seed, new Uint8Array(16), new Uint8Array(4 * 1200))));
  });
  test('follow from the seed alone, wherever one begins to listen', () => {
    const seed = new Uint8Array(SEED_BYTES).fill(7);
    const words = take(new CtrGenerator(seed), 700);
    for (const skipped of [1, 3, 4, 624, 634]) {
      const generator = new CtrGenerator(seed);
      generator.skip(skipped);
      expect(take(generator, 10)).toEqual(words.slice(skipped, skipped + 10));
    }
  });
  test('are all others when one bit of the seed is another', () => {
    const words = new Set(take(new CtrGenerator(new Uint8Array(SEED_BYTES)), 64));
    for (let bit = 0; bit < 8 * SEED_BYTES; bit++) {
      const seed = new Uint8Array(SEED_BYTES);
      seed[bit >> 3] = 0x80 >> (bit & 7);
      expect(take(new CtrGenerator(seed), 64).filter((word) => words.has(word))).toEqual([]);
    }
  });
});

test('a seed of another size is told to the caller, and a change to it afterwards changes nothing', () => {
  expect(() => new CtrGenerator(new Uint8Array(15))).toThrow(RangeError);
  const seed = new Uint8Array(SEED_BYTES);
  const generator = new CtrGenerator(seed);
  seed.fill(1);
  expect(hexOf(take(generator, 8))).toBe(ZERO_SEED);
});

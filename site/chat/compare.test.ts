// Two tokens side by side: what is said to be the same, what differs, and what the XOR of two ciphertexts shows.
import { describe, expect, test } from 'vitest';
import { flip } from '#lab/attacks/bit-flip.ts';
import { concat, fromHex, toHex, utf8, xor } from '#lab/bytes.ts';
import { pad } from '#lab/primitives/pkcs7.ts';
import { type Field, layOut, NO_BYTES, type Random, type StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import { seededRandom } from '../../test/random.ts';
import { changedBytes, differsAt, isIdentical, linesOf, pairsOf, starterOf, xorOf } from './compare.ts';

const random = seededRandom('compare');
const keys = { signingKey: random(16), encryptionKey: random(16) };

function fieldsOf(stage: StageName, text: string, source: Random = random): readonly Field[] {
  const { seal, fields } = stages[stage];
  return fields(seal(utf8(text), keys, { now: 1_800_000_000, random: source }));
}

const pairCalled = (pairs: ReturnType<typeof pairsOf>, name: string) => {
  const found = pairs.find((one) => one.name === name);
  if (!found) throw new Error(`no pair ${name}`);
  return found;
};
const hex = (bytes: string) => fromHex(bytes) ?? NO_BYTES;
const pairOf = (first: string, second: string) =>
  pairCalled(pairsOf(layOut([['hmac', hex(first)]]), layOut([['hmac', hex(second)]])), 'hmac');

describe('the fields of two tokens', () => {
  test('of one stage stand in its order, and each says whether it is the same', () => {
    const pairs = pairsOf(fieldsOf('fernet', 'rdv 14h'), fieldsOf('fernet', 'rdv 18h'));
    expect(pairs.map(({ name }) => name)).toEqual(['version', 'timestamp', 'iv', 'ciphertext', 'hmac']);
    expect(pairs.map(isIdentical)).toEqual([true, true, false, false, false]);
  });

  test('of two stages are compared as far as their names match', () => {
    const pairs = pairsOf(fieldsOf('hazmat', 'rdv 14h'), fieldsOf('fernet', 'rdv 14h'));
    expect(pairs.map(({ name, first, second }) => [name, first?.length, second?.length])).toEqual([
      ['counterBlock', 16, undefined],
      ['ciphertext', 16, 16],
      ['version', undefined, 1],
      ['timestamp', undefined, 8],
      ['iv', undefined, 16],
      ['hmac', undefined, 32],
    ]);
    expect(isIdentical(pairCalled(pairs, 'version'))).toBe(false);
    expect(starterOf(pairs)).toBeUndefined();
  });

  test('differ byte by byte, and where one is longer', () => {
    const pair = pairOf('00112233', '0011ff33aabb');
    expect([pair.length, pair.different]).toEqual([6, 1]);
    expect(Array.from({ length: 6 }, (_, at) => differsAt(pair, at))).toEqual([
      false,
      false,
      true,
      false,
      true,
      true,
    ]);
    expect(changedBytes([pair, pairOf('00', '00')])).toBe(3);
    expect(changedBytes([pairOf('', '')])).toBe(0);
  });
});

describe('what the lines show', () => {
  test('one line where the two are the same, two where they are not', () => {
    expect(linesOf(pairOf('0a1b', '0a1b'), 99)).toEqual([{ what: 'both', cells: ['0a', '1b'] }]);
    expect(linesOf(pairOf('0a1b', '0aff00'), 99)).toEqual([
      { what: 'first', cells: ['0a', '1b', ''] },
      { what: 'second', cells: ['0a', 'ff', '00'] },
    ]);
    expect(linesOf(pairOf('0a1b', '0aff00'), 1)[0]?.cells).toEqual(['0a']);
  });

  test('of two ciphertexts the XOR too, in hexadecimal and as a text', () => {
    const first = layOut([['ciphertext', hex('00ff4120')]]);
    const second = layOut([['ciphertext', hex('41ff4100')]]);
    const lines = linesOf(pairCalled(pairsOf(first, second), 'ciphertext'), 99);
    expect(lines.map(({ what }) => what)).toEqual(['first', 'second', 'xor', 'text']);
    expect(lines[2]?.cells).toEqual(['41', '00', '00', '20']);
    expect(lines[3]?.cells).toEqual(['A', '·', '·', ' ']);
  });

  test('no XOR of a ciphertext and its copy, nor of anything else', () => {
    const copy = pairsOf(
      fieldsOf('hazmat', 'a', () => new Uint8Array(16)),
      fieldsOf('hazmat', 'a', () => new Uint8Array(16)),
    );
    expect(copy.map(xorOf)).toEqual([undefined, undefined]);
    expect(xorOf(pairOf('00', '01'))).toBeUndefined();
  });
});

describe('the XOR of two ciphertexts', () => {
  test('under one counter block is that of the two padded texts: the key stream cancels out', () => {
    const block = random(16);
    const pairs = pairsOf(
      fieldsOf('hazmat', 'rdv 14h', () => block),
      fieldsOf('hazmat', 'RDV 14h', () => block),
    );
    const starter = starterOf(pairs);
    expect(starter?.name).toBe('counterBlock');
    expect(starter && isIdentical(starter)).toBe(true);
    const texts = xor(pad(utf8('rdv 14h')), pad(utf8('RDV 14h')));
    expect(toHex(xorOf(pairCalled(pairs, 'ciphertext')) ?? NO_BYTES)).toBe(toHex(texts));
  });

  test('under two is told to be under two; a Fernet token begins with its IV', () => {
    const hazmat = starterOf(pairsOf(fieldsOf('hazmat', 'a'), fieldsOf('hazmat', 'b')));
    expect(hazmat && isIdentical(hazmat)).toBe(false);
    expect(starterOf(pairsOf(fieldsOf('fernet', 'a'), fieldsOf('fernet-ttl', 'b')))?.name).toBe('iv');
  });

  test('of a message and what was made of it on its way is what was XORed onto it', () => {
    const fields = fieldsOf('hazmat', 'rdv 14h');
    const [counterBlock = NO_BYTES, ciphertext = NO_BYTES] = fields.map(({ bytes }) => bytes);
    const forged = flip(ciphertext, 5, utf8('4'), utf8('8'));
    const pairs = pairsOf(fields, stages.hazmat.fields([counterBlock, forged]));
    expect(changedBytes(pairs)).toBe(1);
    const expected = concat(new Uint8Array(5), xor(utf8('4'), utf8('8')), new Uint8Array(10));
    expect(toHex(xorOf(pairCalled(pairs, 'ciphertext')) ?? NO_BYTES)).toBe(toHex(expected));
  });
});

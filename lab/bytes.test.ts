// Bytes as text: strict readers, exact writers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asciiToText,
  concat,
  decodeBase64Url,
  encodeBase64Url,
  equal,
  fromBase64,
  fromHex,
  fromUtf8,
  isBase64,
  toBase64,
  toHex,
  utf8,
  xor,
} from './bytes.ts';

const url = (text: string) => decodeBase64Url(utf8(text));

describe('base64', () => {
  // Source: RFC 4648 §10
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes %j as %j and reads it back', (text, base64) => {
    expect(toBase64(utf8(text))).toBe(base64);
    expect(fromBase64(base64)).toEqual(utf8(text));
    expect(url(base64)).toEqual(utf8(text));
  });

  test('agrees with Node on any bytes, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const node = Buffer.from(bytes);
        expect(toBase64(bytes)).toBe(node.toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(asciiToText(encodeBase64Url(bytes)).replaceAll('=', '')).toBe(node.toString('base64url'));
        expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each([
    ['no padding', 'Zg'],
    ['half the padding', 'Zg='],
    ['too much padding', 'Zm9v===='],
    ['padding alone', '===='],
    ['padding in the middle', 'Zg==Zg=='],
    ['stray bits before ==', 'Zh=='],
    ['stray bits before =', 'Zm9='],
    ['white space', 'Zm9v\n'],
    ['a space within', 'Zm 9v'],
    ['a foreign character', 'Zm9!'],
    ['a character beyond ASCII', 'Zm9é'],
    ['one character', 'Z'],
  ])('refuses %s', (_, text) => {
    expect(fromBase64(text)).toBeUndefined();
    expect(isBase64(text)).toBe(false);
    expect(url(text)).toBeUndefined();
  });

  test('keeps the two alphabets apart', () => {
    expect(fromBase64('_-8=')).toBeUndefined();
    expect(url('/+8=')).toBeUndefined();
    expect(url('_-8=')).toEqual(fromBase64('/+8='));
  });

  test('isBase64 says what fromBase64 does', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'Ag/+-_= \n'), maxLength: 12 });
    fc.assert(
      fc.property(nearly, (text) => isBase64(text) === (fromBase64(text) !== undefined)),
      { numRuns: 2000 },
    );
  });
});

describe('hex', () => {
  test('writes lower case and reads both', () => {
    expect(toHex(Uint8Array.of(0, 15, 255))).toBe('000fff');
    expect(fromHex('000fFf')).toEqual(Uint8Array.of(0, 15, 255));
  });
  test.each(['0', '0g', ' 00', '0x00'])('refuses %j', (text) => expect(fromHex(text)).toBeUndefined());
});

describe('UTF-8', () => {
  test('keeps a byte order mark and refuses what is none', () => {
    expect(fromUtf8(utf8('\ufeffé'))).toBe('\ufeffé');
    expect(fromUtf8(Uint8Array.of(0xc0, 0x80))).toBeUndefined();
    expect(fromUtf8(Uint8Array.of(0xff))).toBeUndefined();
  });
});

describe('combining and comparing', () => {
  test('concat, xor, equal', () => {
    expect(concat(utf8('a'), utf8(''), utf8('bc'))).toEqual(utf8('abc'));
    expect(xor(utf8('14h'), utf8('18'))).toEqual(Uint8Array.of(0, '4'.charCodeAt(0) ^ '8'.charCodeAt(0)));
    expect(equal(utf8('abc'), utf8('abc'))).toBe(true);
    expect(equal(utf8('abc'), utf8('abd'))).toBe(false);
    expect(equal(utf8('abc'), utf8('ab'))).toBe(false);
  });
});

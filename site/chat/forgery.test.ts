// What the reader types over a message's bytes, and what becomes of it.
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { draftOf, editableFields, withDraft, withGuess } from './forgery.ts';

const block = (data: string) => ({ data, encoding: 'base64' }) as const;
const PAIR = [block('AAAAAAAAAAAAAAAAAAAAAA=='), block('/////////////////////w==')] as const;

describe('a field as a draft', () => {
  test('is a text, where the field is one, and else pairs of hexadecimal digits', () => {
    expect(editableFields('plaintext', 'été').map(draftOf)).toEqual(['été']);
    expect(editableFields('hazmat', PAIR).map(({ name }) => name)).toEqual(['counterBlock', 'ciphertext']);
    expect(draftOf({ name: 'iv', offset: 0, bytes: Uint8Array.of(0, 255, 16) })).toBe('00 ff 10');
  });

  test('goes back into the message, with or without its spaces', () => {
    expect(withDraft('plaintext', 'avant', 'text', 'après')).toBe('après');
    const changed = [PAIR[0], block('AQI=')];
    expect(withDraft('hazmat', PAIR, 'ciphertext', '01 02')).toEqual(changed);
    expect(withDraft('hazmat', PAIR, 'ciphertext', '0102')).toEqual(changed);
    expect(withDraft('hazmat', PAIR, 'ciphertext', '')).toEqual([PAIR[0], block('')]);
  });

  test.each(['0', 'zz', '0x00', 'pas des octets'])('that is no hexadecimal makes no message: %s', (draft) => {
    expect(withDraft('hazmat', PAIR, 'ciphertext', draft)).toBeUndefined();
  });
});

describe('a guess', () => {
  test('changes the bytes by the difference of what is supposed and what is wanted', () => {
    expect(withGuess('00 00 00', 2, '4', '8')).toBe('00 0c 00');
    expect(withGuess(draftOf({ name: 'ciphertext', offset: 0, bytes: utf8('14h') }), 1, '14h', '18h')).toBe(
      '31 38 68',
    );
  });

  test.each([
    [0, '4', '8'],
    [4, '4', '8'],
    [3, '14', '18'],
    [1.5, '4', '8'],
    [Number.NaN, '4', '8'],
    [1, '', ''],
    [1, 'é', 'e'],
  ])('that does not fit changes nothing: byte %s, "%s" for "%s"', (ordinal, supposed, wanted) => {
    expect(withGuess('00 00 00', ordinal, supposed, wanted)).toBeUndefined();
  });
});

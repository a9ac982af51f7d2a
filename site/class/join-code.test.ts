// The code of a class, as it is printed, typed and linked.
import { expect, test } from 'vitest';
import { codeIn, isCode, isSeatKey, plainCode } from './join-code.ts';

test.each(['abc-def-ghj', 'ABC DEF GHJ', ' abcdefghj', 'abc.def-ghj\n'])('reads %j', (typed) => {
  expect(plainCode(typed)).toBe('abcdefghj');
});

test('takes the code out of an address', () => {
  expect(codeIn('#code=abcdefghj')).toBe('abcdefghj');
  expect(codeIn('#code=')).toBeUndefined();
  expect(codeIn('#texte')).toBeUndefined();
});

test('knows what cannot be a code, or the key of a seat', () => {
  expect(isCode('abcdefghj')).toBe(true);
  for (const wrong of ['', 'abc', 'abcdefghjk', 'abcdéfghj'])
    expect([wrong, isCode(wrong)]).toEqual([wrong, false]);
  const key = `abcd2345.${'0f'.repeat(16)}`;
  expect(isSeatKey(key)).toBe(true);
  for (const wrong of ['', key.slice(1), key.slice(0, -1), 'abcdefghj'])
    expect([wrong, isSeatKey(wrong)]).toEqual([wrong, false]);
});

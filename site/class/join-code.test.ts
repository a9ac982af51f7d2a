// The code of a class, as it is printed, typed and linked.
import { expect, test } from 'vitest';
import { codeIn, plainCode } from './join-code.ts';

test.each(['abc-def-ghj', 'ABC DEF GHJ', ' abcdefghj', 'abc.def-ghj\n'])('reads %j', (typed) => {
  expect(plainCode(typed)).toBe('abcdefghj');
});

test('takes the code out of an address', () => {
  expect(codeIn('#code=abcdefghj')).toBe('abcdefghj');
  expect(codeIn('#code=')).toBeUndefined();
  expect(codeIn('#texte')).toBeUndefined();
});

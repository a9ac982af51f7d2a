// Code packed into one text comes out as it went in, and its lines are known again.
import { expect, test } from 'vitest';
import { type Line, namesOf, pack, unpack } from './packed-code.ts';

const lines: readonly Line[] = [
  [
    ['const ', 'keyword'],
    ['é = ', 'plain'],
    ["'🙂'", 'string'],
  ],
  [],
  [['  };', 'plain']],
  [],
];

test('comes out as it went in, empty lines too', () => {
  expect(unpack(pack(lines))).toEqual(lines);
});

test('refuses code that holds a mark itself', () => {
  expect(() => pack([[['a\ue003b', 'plain']]])).toThrow(RangeError);
});

test('a line has its own name, the same wherever it stands', () => {
  const names = namesOf(lines);
  expect(new Set(names).size).toBe(lines.length);
  expect(namesOf(lines.slice(1, 3))).toEqual(names.slice(1, 3));
});

// What is marked as changed, and what is not.
import { expect, test } from 'vitest';
import { changedBytes, changedCharacters, type Piece } from './changes.ts';

/** Pieces as a text, the changed ones in brackets. */
const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

test.each([
  ['00 ff 10', '00 ff 10'],
  ['00 FF 10', '00 FF 10'],
  ['00 fe 10', '00 [fe] 10'],
  ['01 fe 10', '[01] [fe] 10'],
  ['01fe10', '[01fe]10'],
  ['00 ff 10 20', '00 ff 10 [20]'],
  ['00 f', '00 [f]'],
  ['zz ff', 'zz [ff]'],
  ['', ''],
])('bytes 00 ff 10, as %j', (hex, expected) => {
  const pieces = changedBytes(hex, Uint8Array.of(0, 255, 16));
  expect(shown(pieces)).toBe(expected);
  expect(pieces.map(({ text }) => text).join('')).toBe(hex); // nothing is lost between the marks
});

test.each([
  ['rdv 14h', 'rdv 14h'],
  ['rdv 18h', 'rdv 1[8]h'],
  ['rdv 14h !', 'rdv 14h[ !]'],
  ['rdv', 'rdv'],
  ['𝐫dv 14h', '[𝐫]dv 14h'],
])('"rdv 14h", as %j', (text, expected) => {
  expect(shown(changedCharacters(text, 'rdv 14h'))).toBe(expected);
});

test('a long text is marked at its beginning alone, and none of it is lost', () => {
  const hex = '01 '.repeat(60_000).trim();
  const pieces = changedBytes(hex, new Uint8Array(60_000));
  expect(pieces.length).toBeLessThan(10_000);
  expect(pieces.map(({ text }) => text).join('')).toBe(hex);
  const text = 'y'.repeat(60_000);
  expect(changedCharacters(text, 'x'.repeat(60_000)).map((piece) => piece.text.length)).toEqual([
    4096,
    60_000 - 4096,
  ]);
});

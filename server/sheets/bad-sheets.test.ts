// Files that are no sheets: what is refused, and that nothing freezes, overflows or reaches a prototype.
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { decodeSheet } from './decode-sheet.ts';
import { readSheet } from './read-sheet.ts';
import { MAX_SHEET_BYTES } from './sheet.ts';

describe('bytes', () => {
  test('that are too many are refused before anything is read', () => {
    expect(decodeSheet(new Uint8Array(MAX_SHEET_BYTES + 1).fill(97))).toEqual({ refusal: 'too-large' });
    expect(decodeSheet(new Uint8Array(MAX_SHEET_BYTES).fill(97))).toHaveProperty('text');
  });

  test.each([
    ['random', seededRandom(seedOfThisRun())(4096)],
    ['zeros', new Uint8Array(512)],
    ['a PNG’s beginning', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ['a zip’s beginning, which is a .docx’s', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 8, 0, 8, 0, 0xe9, 0x8d)],
    ['UTF-16 without its mark', Uint8Array.from([...utf8('Question 1')].flatMap((byte) => [byte, 0]))],
  ])('that are no text are refused: %s', (_, bytes) =>
    expect(decodeSheet(bytes)).toEqual({ refusal: 'binary' }),
  );

  test.each([
    ['UTF-8', utf8('été')],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('été'))],
    ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0xe9, 0, 0x74, 0, 0xe9, 0)],
    ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0, 0xe9, 0, 0x74, 0, 0xe9)],
    ['Latin-1', Uint8Array.of(0xe9, 0x74, 0xe9)],
  ])('are read as %s', (_, bytes) => expect(decodeSheet(bytes)).toEqual({ text: 'été' }));

  test('that hold a stray control character are text', () => {
    expect(decodeSheet(utf8('2. Dans le journal : \u001b[31mrouge\u001b[0m'))).toHaveProperty('text');
  });
});

/** Many times the text, as much as may be read. */
const full = (text: string) => text.repeat(Math.floor(MAX_SHEET_BYTES / text.length));

describe('a text of any shape', () => {
  // Measured alone each takes three seconds at most; what freezes takes minutes, and a busy machine is no reason to fail.
  test.each([
    ['100,000 nested quotes', `1. ${'> '.repeat(100_000)}x`],
    ['100,000 nested lists', `1. ${'- '.repeat(100_000)}x`],
    [
      'lists nested line by line',
      Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
    ],
    ['quotes', full('>')],
    ['white space', full(' ')],
    ['empty lines', full('\n')],
    ['fences that nothing closes', full('```a\n')],
    ['fences of two kinds', full('```\n~~~~\n')],
    ['backticks', full('`')],
    ['asterisks', full('**1. a*')],
    ['headings', full('# a\n')],
    ['almost a section', full('## Chifrementz\n')],
    ['almost several numbers', full('1 et 2, ')],
    ['underlines', full('Q1 ____________________________________________\n')],
    ['one number', full('Question 3\n')],
    ['the list of the last section', `## Regard critique\n${full('1. x\n')}`],
    ['announced lists', full('x :\n1. a\n')],
    ['HTML', full('<div><script>alert(1)</script>')],
    ['what belongs to nobody', `## Hors questions\n${full('- x\n')}`],
  ])('does not freeze: %s', { timeout: 60_000 }, (_, text) => {
    const begin = performance.now();
    readSheet(text);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  test('names no prototype', () => {
    const { answers } = readSheet('Question __proto__ : x\n\n__proto__. y\n\n3. constructor');
    expect([...answers]).toEqual([[3, 'constructor']]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

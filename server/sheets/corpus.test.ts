// A corpus of sheets, written by hand with what must come of each; and no word lost, in them and in random mixtures of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf, wordsOfSheet } from '../../test/sheet-words.ts';
import { decodeSheet } from './decode-sheet.ts';
import { readByHand } from './read-by-hand.ts';
import { readSheet } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const files = readdirSync(CORPUS).filter((file) => !file.endsWith('.json'));

function textIn(file: string): string {
  const decoded = decodeSheet(readFileSync(join(CORPUS, file)));
  if ('refusal' in decoded) throw new Error(`${file}: ${decoded.refusal}`);
  return decoded.text;
}

describe('the corpus', () => {
  test('holds at least forty sheets', () => expect(files.length).toBeGreaterThanOrEqual(40));

  test.each(files)('%s is read as its author meant it', (file) => {
    const expected: unknown = JSON.parse(readFileSync(join(CORPUS, file.replace(/\.\w+$/, '.json')), 'utf8'));
    const { answers, unplaced } = readSheet(textIn(file));
    expect({ answers: Object.fromEntries(answers), unplaced }).toEqual(expected);
  });

  test.each(files)('%s loses no word', (file) => {
    const text = textIn(file);
    expect(wordsOfSheet(readSheet(text))).toEqual(wordsOf(text));
  });
});

describe('random mixtures of the corpus', () => {
  const pool = files.flatMap((file) => textIn(file).split(/\r\n?|\n/));
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.stringMatching(/^ {0,6}[-*>#`~=_|Q(]{0,6} ?\d{0,3}[.):a]{0,2} ?\w{0,4}\??$/) },
  );
  const mixture = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

  test('lose no word', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        expect(wordsOfSheet(readSheet(text))).toEqual(wordsOf(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('are the same when they were read, exported and read again', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { title, answers, unplaced } = readSheet(text);
        const again = readSheet(writeSheet({ title, answers, unplaced }));
        expect([again.title, again.answers, again.unplaced]).toEqual([title, answers, unplaced]);
      }),
      { numRuns: 1000 },
    );
  });

  test('lose no word when an export of theirs was changed by hand', () => {
    fc.assert(
      fc.property(mixture, line, fc.nat(), (text, added, place) => {
        const lines = writeSheet(readSheet(text)).split('\n');
        const changed = lines.toSpliced(place % lines.length, 0, added).join('\n');
        expect(wordsOfSheet(readByHand(changed))).toEqual(wordsOf(changed));
      }),
      { numRuns: 1000 },
    );
  });
});

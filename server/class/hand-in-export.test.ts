// What the teacher takes along: any text unchanged, names that are good on any system, and no formulas.
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { anyText } from '../../test/store-contract.ts';
import { sheetBeliefs } from '../sheets/sheet-beliefs.ts';
import { exportOf, type NamedHandIn } from './hand-in-export.ts';
import { fileNames } from './hand-in-file-names.ts';
import { sheetReader } from './hand-in-reading.ts';

vi.setConfig({ testTimeout: 60_000 }); // what is random may be long

const read = sheetReader(sheetBeliefs());
const reader = ({ sheet }: NamedHandIn) => read(sheet);
const textOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'CON',
    'aux.md',
    '../../etc/passwd',
    'C:\\x',
    '=1+1',
    '__proto__',
    '-rf',
    ' ',
    '.',
    'é',
    'e\u0301',
    'É',
  ),
);
const anyFormula = fc.constantFrom(
  '=1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '1. =cmd|x',
  '1.\t=1',
  '"=1"',
);
const anyHandIn: fc.Arbitrary<NamedHandIn> = fc.record({
  seat: fc.uuid(),
  key: fc.uuid(),
  at: fc.integer({ min: 0, max: 8.64e15 }),
  pseudonym: fc.oneof(anyName, anyFormula),
  sheet: fc.oneof(
    anyText,
    anyFormula,
    fc.array(anyFormula).map((lines) => lines.map((line, at) => `${at + 1}. ${line}`).join('\n')),
  ),
});
const anyClass = fc.array(anyHandIn, { maxLength: 6 });

/** Reads a table as RFC 4180 has it, strictly, but for what separates its cells. */
function cellsOf(csv: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < csv.length) {
    const row: string[] = [];
    for (let isLast = false; !isLast; ) {
      const cell = /"((?:[^"]|"")*)"|[^",;\r\n]*/y;
      cell.lastIndex = at;
      const [whole = '', quoted] = cell.exec(csv) ?? [];
      at += whole.length;
      row.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
      isLast = csv[at] !== separator;
      if (!isLast) at += 1;
    }
    if (csv.slice(at, at + 2) !== '\r\n') throw new Error(`no end of a record at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

test('any text comes out of the zip unchanged, each in a file of its own', () => {
  fc.assert(
    fc.property(anyClass, (handIns) => {
      const files = unzipSync(exportOf('zip', handIns, reader));
      expect(Object.values(files).map((bytes) => textOf(bytes))).toEqual(handIns.map(({ sheet }) => sheet));
    }),
  );
});

test('any text comes out of the JSON unchanged', () => {
  fc.assert(
    fc.property(anyClass, (handIns) => {
      const all = JSON.parse(textOf(exportOf('json', handIns, reader))).handIns;
      const kept = handIns.map(({ seat, pseudonym, at, sheet }) => ({ seat, pseudonym, at, sheet }));
      expect(all).toMatchObject(kept);
    }),
  );
});

describe('the table', () => {
  test.each([
    ['csv', ',', '\ufeffpseudonym,at,question,answer,beliefs\r\n'],
    ['fr.csv', ';', '\ufeffpseudonyme;date;question;réponse;idées fausses\r\n'],
  ] as const)(
    '%s can be read, has all the answers, and no cell begins as a formula',
    (format, separator, head) => {
      fc.assert(
        fc.property(anyClass, (handIns) => {
          const csv = textOf(exportOf(format, handIns, reader));
          expect(csv.startsWith(head)).toBe(true);
          const [, ...rows] = cellsOf(csv.slice(1), separator);
          expect(rows.every((row) => row.length === 5)).toBe(true);
          const answers = handIns
            .map(reader)
            .flatMap(({ answers, unplaced }) => [
              ...Array.from({ length: 16 }, (_, index) => answers[String(index + 1)] ?? ''),
              ...unplaced,
            ]);
          const plain = (text = '') => text.replace(/'|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]/g, '');
          expect(rows.map(([, , , answer]) => plain(answer))).toEqual(answers.map(plain));
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }),
      );
    },
  );

  test.each([
    ['x;=1+1', "x;'=1+1"],
    ['x; @SUM(A1)', "x; '@SUM(A1)"],
    ['a\n=HYPERLINK("http://x";"y")\nb', 'a\n\'=HYPERLINK("http://x";"y")\nb'],
    ["a\n- cmd|'/C calc'!A0\nb", "a\n'- cmd|'/C calc'!A0\nb"],
    ['liste :\n- un\n- deux ; trois', 'liste :\n- un\n- deux ; trois'],
  ])('%j is harmless where another sign ends a cell', (answer, shown) => {
    const handIn = { seat: 's', key: 'k', at: 0, pseudonym: 'Léa', sheet: '' };
    const read = () => ({ file: '', answers: { 1: answer }, unplaced: [], beliefs: {} });
    const rows = cellsOf(textOf(exportOf('csv', [handIn], read)).slice(1));
    expect(rows[1]?.[3]).toBe(shown);
  });

  test.each([
    ['x,=1+1', "x,'=1+1"],
    ["x, -cmd|'/C calc'!A0", "x, '-cmd|'/C calc'!A0"],
    ['x;=1+1', 'x;=1+1'],
    ['-1 ; deux', "'-1 ; deux"],
  ])('with semicolons, %j is harmless where the comma ends a cell', (answer, shown) => {
    const handIn = { seat: 's', key: 'k', at: 0, pseudonym: 'Léa', sheet: '' };
    const read = () => ({ file: '', answers: { 1: answer }, unplaced: [], beliefs: {} });
    const rows = cellsOf(textOf(exportOf('fr.csv', [handIn], read)).slice(1), ';');
    expect(rows[1]?.[3]).toBe(shown);
  });

  test('has a row for each question, and the beliefs in words', () => {
    const sheet = '1. Étoile\n10. C’est l’homme du milieu.\n';
    const handIn = { seat: 's', key: 'k', at: 0, pseudonym: 'Léa', sheet: `Bonjour\n\n${sheet}` };
    const rows = cellsOf(textOf(exportOf('csv', [handIn], reader)).slice(1));
    expect(rows).toHaveLength(1 + 16 + 1);
    expect(rows[1]).toEqual(['Léa', '1970-01-01T00:00:00.000Z', '1', 'Étoile', '']);
    expect(rows[10]?.slice(2)).toEqual(['10', 'C’est l’homme du milieu.', 'C’est l’homme du milieu.']);
    expect(rows[17]?.slice(2)).toEqual(['', 'Bonjour', '']);
  });
});

describe('names of files', () => {
  test.each([
    ['Léa', 'Léa'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['C:\\Windows', 'C__Windows'],
    ['nul', '_nul'],
    ['COM1.txt', '_COM1.txt'],
    ['console', 'console'],
    ['-rf', '_rf'],
    ['.bashrc', '_bashrc'],
    ['a. . .', 'a_'],
    ['', '_'],
    ['\u202egpj.exe', '_gpj.exe'],
    ['a\0b\n', 'a_b_'],
    ['é'.repeat(100), 'é'.repeat(60)],
  ])('%j is %j', (pseudonym, name) => expect(fileNames([pseudonym])).toEqual([name]));

  test('are good anywhere, and no two are the same', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 30 }), (pseudonyms) => {
        const names = fileNames(pseudonyms);
        expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[^\\/:*?"<>|\p{C}]{1,80}$/u);
          expect(name).not.toMatch(/^[.\s-]|[.\s]$/);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        }
      }),
    );
  });
});

// Files that are handed in: what was exported comes back, and what is none of ours is refused and does nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { anyWhole } from '../../test/any-notebook.ts';
import { FORMAT, MAX_NOTEBOOK_BYTES } from './notebook-file.ts';
import { notebookFile, ownSheet, sheetFile } from './own-sheet.ts';
import { readFile } from './read-file.ts';
import { EMPTY, type Whole } from './whole.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name = 'copie.md') =>
  readFile({ name, bytes: typeof text === 'string' ? encode(text) : text });
const refusalOf = (text: string | Uint8Array, name?: string) => {
  const found = read(text, name);
  return 'refusal' in found ? found.refusal : 'read';
};

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('what was exported comes back:', () => {
  test('all of a notebook, from answers.json', () => {
    fc.assert(
      fc.property(anyWhole, (whole) => {
        const found = read(notebookFile(whole).text, 'answers.json');
        expect(plain('incoming' in found && found.incoming.whole)).toEqual(plain(whole));
        const answers = 'incoming' in found ? found.incoming.answers : new Map();
        expect([...answers].sort()).toEqual(
          whole.answers.map(({ question, text }) => [question, text]).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('every answer, every piece of evidence and every passage without a question, from ANSWERS.md', () => {
    fc.assert(
      fc.property(anyWhole, (whole) => {
        const found = read(sheetFile(whole, 'TP').text);
        // Without a word, or with a control character for each nine others, it is no sheet.
        fc.pre(!('refusal' in found && /^(?:empty|binary)$/.test(found.refusal)));
        // A file holds no half of a surrogate pair.
        const whole8 = (text: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(encode(text));
        const { title, answers, unplaced } = ownSheet(whole, 'TP');
        expect('incoming' in found && found.incoming).toMatchObject({
          title,
          answers: new Map(Array.from(answers, ([question, text]) => [question, whole8(text)])),
          unplaced: unplaced.map(whole8),
          whole: undefined,
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** A notebook's file that is right but for what is changed. */
const file = (change: object = {}) =>
  JSON.stringify({ ...plain(JSON.parse(notebookFile(EMPTY).text)), ...change });
const answer = { question: 1, text: 'lu', at: 1, since: 1 };

describe('a notebook’s file', () => {
  test('may hold more than is asked for, whatever it is called', () => {
    const hostile = file({ answers: [{ ...answer, more: {} }], more: [] }).replace(
      '{',
      '{"__proto__":{"polluted":true,"answers":[]},"constructor":{"prototype":{"polluted":true}},',
    );
    const found = read(hostile, 'answers.json');
    expect('incoming' in found && found.incoming.answers).toEqual(new Map([[1, 'lu']]));
    expect('incoming' in found && found.incoming.whole?.answers).toEqual([answer]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: true }).polluted).toBeUndefined(); // asks for what nothing should have
  });

  test('that gives a thing by its prototype only does not give it', () => {
    expect(refusalOf('{"__proto__":{"format":"tp-chat-chiffre/notebook","version":1}}')).toBe('foreign');
    expect(
      refusalOf(file({ answers: [JSON.parse('{"__proto__":{"question":1,"text":"x","at":1,"since":1}}')] })),
    ).toBe('damaged');
  });

  test.each<[string, object]>([
    ['no list of answers', { answers: {} }],
    ['an answer that is none', { answers: ['texte'] }],
    ['a text that is none', { answers: [{ ...answer, text: ['x'] }] }],
    ['a question that is none', { answers: [{ ...answer, question: 17 }] }],
    ['a question between two', { answers: [{ ...answer, question: 1.5 }] }],
    ['a question by another name', { answers: [{ ...answer, question: '1' }] }],
    ['a date that no calendar has', { answers: [{ ...answer, at: 1e300 }] }],
    ['two answers to one question', { answers: [answer, { ...answer, text: 'autre' }] }],
    ['a mark of an unknown kind', { marks: [{ kind: 'toString', question: 1, at: 1 }] }],
    ['a bet without a first', { marks: [{ kind: 'prediction', question: 1 }] }],
    ['evidence without a text', { evidence: [{ question: 1, at: 1, kind: 'line', data: '' }] }],
    ['an attack that is none', { matrix: { version: 2, runs: [{ attack: '__proto__', stage: 'aead' }] } }],
    ['more than anybody makes', { unplaced: Array.from({ length: 20_000 }, () => 'x') }],
    ['no version', { version: undefined }],
    ['a version that is none', { version: '2' }],
    ['a version before the first', { version: 0 }],
    ['a title that is none', { title: null }],
  ])('with %s is refused', (_, change) => expect(refusalOf(file(change))).toBe('damaged'));

  test('of a newer workbook is said to be one, whatever it holds', () => {
    expect(refusalOf(file({ version: 2 }))).toBe('newer');
    expect(refusalOf(file({ version: 3, answers: 'elsewhere' }))).toBe('newer');
  });

  const MEBIBYTE = 1024 * 1024;
  test.each<[string, (text: string) => object]>([
    ['an answer', (text) => ({ answers: [answer, { ...answer, question: 2, text }] })],
    ['a version', (text) => ({ versions: [{ ...answer, text }] })],
    ['a piece of evidence', (text) => ({ evidence: [{ question: 1, at: 1, kind: 'line', text, data: '' }] })],
    ['a passage without a question', (text) => ({ unplaced: ['', text] })],
  ])('with %s of more than a mebibyte is refused for that', (_, withText) => {
    expect(refusalOf(file(withText('m'.repeat(MEBIBYTE))))).toBe('read');
    expect(refusalOf(file(withText('m'.repeat(MEBIBYTE + 1))))).toBe('long-text');
    expect(refusalOf(file(withText('é'.repeat(MEBIBYTE / 2 + 1))))).toBe('long-text');
  });

  test('with an empty answer beside a written one keeps the written one', () => {
    const found = read(file({ answers: [answer, { ...answer, text: '' }] }));
    expect('incoming' in found && found.incoming.whole?.answers).toEqual([answer]);
  });

  test('with runs of another matrix leaves these out', () => {
    const found = read(file({ matrix: { version: 1, runs: ['?'] } }));
    expect('incoming' in found && found.incoming.whole?.runs).toEqual([]);
  });

  test('that was cut off is refused, wherever', () => {
    const whole: Whole = { ...EMPTY, answers: [answer], versions: [{ ...answer, id: 1 }] };
    const text = notebookFile(whole).text.trimEnd();
    for (let end = text.indexOf(FORMAT) + FORMAT.length; end < text.length; end++)
      expect(refusalOf(text.slice(0, end))).toBe('damaged');
  });
});

describe('refused with its reason:', () => {
  const png = Uint8Array.of(
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    0x0d,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    0,
    1,
  );
  test.each<[string, string, string | Uint8Array, string?]>([
    ['a picture', 'binary', png],
    ['a word processor’s file', 'binary', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0)],
    ['rich text', 'binary', '{\\rtf1\\ansi Ma copie}'],
    ['a page', 'code', '<!DOCTYPE html><html><script>alert(1)</script>'],
    ['a page behind a mark and spaces', 'code', '\ufeff\n  <HTML>'],
    ['a picture made of text', 'code', '<svg onload="alert(1)">'],
    ['a program by its name', 'code', 'alert(1)', 'copie.js'],
    ['a program by its first line', 'code', '#!/bin/sh\nrm -rf /'],
    ['another JSON', 'foreign', '{"answers":{"1":"x"}}'],
    ['a list', 'foreign', '[1,2,3]'],
    ['nothing', 'empty', ''],
    ['nothing but spaces', 'empty', ' \r\n\t\n'],
    ['a sheet above a mebibyte', 'too-large', 'mot '.repeat(300_000)],
    ['64 MB', 'too-large', new Uint8Array(64 * 1024 * 1024)],
  ])('%s', (_, refusal, text, name) => expect(refusalOf(text, name)).toBe(refusal));
});

test('nesting out of all reason does no harm', () => {
  for (const open of ['[', '{"a":', '{"format":"tp-chat-chiffre/notebook","answers":[['])
    expect(['too-large', 'damaged', 'foreign', 'read']).toContain(refusalOf(open.repeat(100_000)));
  expect(refusalOf(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toMatch(/foreign|read/);
});

test('a sheet written by hand is read, and keeps what has no place', () => {
  const found = read('Groupe 3\r\n\r\n1) Une étoile.\r\n2) Tout.\r\n');
  expect('incoming' in found && [...found.incoming.answers.values()]).toEqual(['Une étoile.', 'Tout.']);
  expect(JSON.stringify('incoming' in found && found.incoming)).toContain('Groupe 3');
});

test('any bytes are read or refused, and none throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(utf8), fc.string().map(encode)),
      (bytes) => {
        const found = readFile({ name: 'x', bytes });
        expect(Object.keys(found)).toHaveLength(1);
      },
    ),
    { numRuns: 1000 },
  );
});

test('the largest notebook that is taken is that of a reader who has written a great deal', () => {
  const text = 'mot '.repeat(2500);
  const versions = Array.from({ length: 320 }, (_, i) => ({
    ...answer,
    question: 1 + (i % 16),
    text,
    id: i + 1,
  }));
  const answers = Array.from({ length: 16 }, (_, i) => ({ ...answer, question: i + 1, text }));
  expect(encode(notebookFile({ ...EMPTY, answers, versions }).text).length).toBeLessThan(
    MAX_NOTEBOOK_BYTES / 2,
  );
});

// What a viewer makes of an exported sheet: no word of it is taken for HTML, code stays code, and each text comes back.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { escapeHeading, escapeHtml, unescapeHeading, unescapeHtml } from './escape-html.ts';
import { readExported } from './read-exported.ts';
import { writeSheet, writeUnescaped } from './write-sheet.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

const nodesOf = (node: Node): Node[] => [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
const nodesIn = (markdown: string) => nodesOf(fromMarkdown(markdown));
const htmlIn = (markdown: string) => nodesIn(markdown).filter(({ type }) => type === 'html');
const shown = (markdown: string) =>
  nodesIn(markdown)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
const sheetOf = (text: string, number = 7) => ({
  title: 'TP',
  answers: new Map([
    [number, text],
    [16, 'fin'],
  ]),
  unplaced: [text],
});

describe('what looks like HTML is shown as it was written:', () => {
  test.each([
    'Le jeton <token> est rejoué par <serveur>.',
    'Rappel <!-- à revoir',
    'Rappel <!-- à revoir --> ensuite',
    '<script>alert(1)</script>',
    'La balise <script> est exécutée.',
    '<textarea> reste ouvert',
    'on écrit <style> dans le message',
    '<pre>\n\nencore',
    '</div>\nencore',
    '<?php echo 1 ?>',
    '<![CDATA[ x ]]>',
    '<!DOCTYPE html>',
    '- un\n- <b>deux</b>',
    '> <i>cité</i>',
    'un <b\nclass="x">mot</b>',
    '`a\n<b>',
    '`a\nb` <c> `d',
    '| `a | <b>` |\n| - | - |',
    '- ```\n  <b>\n  ```\n\n<script>',
    '> ```\n<script>',
    '- a\n  ```\nb <script>\n  ```',
    'x\n    ```\n    <b>\n\n    ```',
    '- a\n\n      <b>',
  ])('%j', (text) => {
    expect(htmlIn(escapeHtml(text))).toEqual([]);
    expect(htmlIn(writeSheet(sheetOf(text)))).toEqual([]);
    const letters = (words: string) => words.replace(/[^\p{L}\d]/gu, '');
    if (!/```/.test(text)) expect(letters(shown(escapeHtml(text)))).toBe(letters(text));
  });
});

describe('stays as it was written:', () => {
  test.each([
    'a < b, 3 <4, x <- y, <3',
    '<https://example.org/a?b=c>, <mailto:prof@example.org>, <prof@example.org>',
    'le code `<token>`, ``un ` <b>``',
    '```html\n<script>alert(1)</script>\n```',
    '~~~\n<b>\n\n</b>\n~~~',
    '- un\n  ```\n  <b>\n  ```\n- deux',
    '1. un\n\n   ```\n   <b>\n   ```',
    'mot\n\n    <b>code</b>\n\nmot',
    '```\n<b> jamais fermé',
  ])('%j', (text) => {
    expect(escapeHtml(text)).toBe(text);
    expect(htmlIn(text)).toEqual([]);
  });
});

test.each(['\\<b>', '&lt;b>', '&#60;b>', '&#060;b>', '\\\\\\<b>', '\\&lt;b>'])(
  'what was escaped already is shown alike, and comes back: %s',
  (text) => {
    expect(shown(escapeHtml(text))).toBe(shown(text));
    expect(unescapeHtml(escapeHtml(text))).toBe(text);
  },
);

const FRAGMENTS = [
  ...[
    '<b>',
    '</b>',
    '<',
    '>',
    '<!--',
    '-->',
    '<?',
    '<script>',
    '<a:b>',
    '<a:`>',
    '<a@b.c>',
    '&lt;',
    '&#60;',
    '&#060;',
  ],
  ...[
    '\\',
    '\\<',
    '`',
    '``',
    '```',
    '~~~',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '  ',
    '\t',
    '- ',
    '1. ',
    '> ',
    '# ',
    '|',
    '---',
  ],
  ...['mot', 'b', '/', '!', '"', '[', '](', ')', ':', '\r', '\u00a0', '[^1]: '],
];
const anyMarkdown = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

test('no text holds HTML when it is exported', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyMarkdown, fc.integer({ min: 1, max: 15 }), (text, number) => {
      const title = text.replace(/[\n\r]/g, ' ').trim();
      expect(htmlIn(writeSheet({ ...sheetOf(text, number), title }))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('every text comes back', () => {
  fc.assert(
    fc.property(anyMarkdown, (text) => {
      expect(unescapeHtml(escapeHtml(text))).toBe(text);
      const line = text.replaceAll('\n', ' ');
      expect(unescapeHeading(escapeHeading(line))).toBe(line);
    }),
    { numRuns: 5000 },
  );
});

test('a sheet that an older workbook has exported is read as it was', () => {
  fc.assert(
    fc.property(anyMarkdown, (text) => {
      const sheet = sheetOf(text);
      const old = writeUnescaped(sheet);
      // Where nothing had to be escaped, or by chance all that had to be was, the two cannot be told apart.
      if (unescapeHtml(text) === text)
        expect(readExported(old)).toMatchObject(text === '' ? { title: 'TP' } : sheet);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['backslashes', '\\'.repeat(2 ** 20)],
  ['marks', '<a '.repeat(2 ** 18)],
  ['backticks', Array.from({ length: 1400 }, (_, i) => '`'.repeat(i)).join(' ')],
  ['pairs of backticks', '`<a>` '.repeat(2 ** 17)],
  ['links that never end', '<a:'.repeat(2 ** 18)],
  ['addresses that never end', '<a@'.repeat(2 ** 18)],
  ['zeros', '&#'.repeat(2 ** 18) + '0'.repeat(2 ** 19)],
  ['fences', '```\n'.repeat(2 ** 18)],
  ['spaces', ' '.repeat(2 ** 20)],
])('a mebibyte of %s takes some seconds at most', (_, text) => {
  const begin = performance.now();
  escapeHtml(`${text}<b>`);
  expect(performance.now() - begin).toBeLessThan(10_000);
});

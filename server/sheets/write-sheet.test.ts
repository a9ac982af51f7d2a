// Exporting a sheet and reading it again: every character comes back, and it reads as Markdown.
import fc from 'fast-check';
import { type HastNode, markdownToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { decodeSheet } from './decode-sheet.ts';
import { readByHand } from './read-by-hand.ts';
import { readExported } from './read-exported.ts';
import { readSheet } from './read-sheet.ts';
import { asides, QUESTIONS, type Sheet } from './sheet.ts';
import { fencedBlock, writeSheet } from './write-sheet.ts';

const TITLE = 'TP chat chiffré';
const oneAnswer = (text: string): Sheet => ({ title: TITLE, answers: new Map([[7, text]]), unplaced: [] });
const partsOf = ({ title, answers, unplaced }: Sheet) => ({ title, answers: [...answers].sort(), unplaced });

/** What is most likely to be taken for the frame of a sheet. */
const FRAGMENTS = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '    ',
  '\t',
  '\u00a0',
  '\u2028',
  '# Titre',
  '## Chiffrement',
  '## Hors questions',
  '### Question 3',
  '1. ',
  '7. ',
  '8.',
  '16. fin',
  '- ',
  '* * *',
  '---',
  '===',
  '```',
  '~~~',
  '```py\nx = 1\n```',
  '> cité',
  '| a | b |',
  '**3.** ',
  'Q5 : ',
  '<script>',
  '\\<b>',
  '&lt;b>',
  '&#060;b>',
  '__proto__',
  '`',
  'mot',
  'été ?',
  '\\',
  '🙂',
  '\0',
];
const nasty = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const answered = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: QUESTIONS }),
    anyText.filter((text) => text !== ''),
  ),
);
const title = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\r]/g, ' ').trim());
const anySheet = fc.record({
  title,
  answers: answered.map((entries) => new Map(entries)),
  unplaced: fc.array(anyText, { maxLength: 4 }),
});

test('has the lab’s own form', () => {
  const answers = new Map([
    [1, 'Une étoile.\n\nLe serveur est au centre.'],
    [10, `Le rejeu :\n\n${fencedBlock('INFO:ChatServer:gauche send message : `rdv`', 'log')}`],
  ]);
  expect(writeSheet({ title: TITLE, answers, unplaced: ['Groupe 3'] })).toBe(
    [
      '# TP chat chiffré',
      '## Introduction',
      '1. Une étoile.\n\n   Le serveur est au centre.',
      '2.\n\n3.\n\n4.',
      '## Chiffrement',
      '5.\n\n6.\n\n7.\n\n8.',
      '## Authenticated Symmetric Encryption',
      '9.',
      '10. Le rejeu :\n\n    ```log\n    INFO:ChatServer:gauche send message : `rdv`\n    ```',
      '11.',
      '## TTL',
      '12.\n\n13.\n\n14.\n\n15.',
      '## Regard critique',
      '16.',
      '## Hors questions',
      '- Groupe 3\n',
    ].join('\n\n'),
  );
});

test('heads in English what belongs to no question, where the workbook is in English; both are read', () => {
  const sheet = { ...oneAnswer('Replay.'), unplaced: ['Group 3'] };
  const text = writeSheet({ ...sheet, aside: asides.en });
  expect(text).toContain('\n\n## Outside the questions\n\n- Group 3\n');
  expect(partsOf(readSheet(text))).toEqual(partsOf(sheet));
  expect(partsOf(readByHand(text))).toEqual(partsOf(sheet));
});

describe('export, then import', () => {
  test('is the identity, for any text', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        expect(partsOf(readSheet(writeSheet(sheet)))).toEqual(partsOf(sheet));
      }),
      { numRuns: 3000 },
    );
  });

  test('is the identity through a file', () => {
    const unmostlyControl = anySheet.filter((sheet) => !/[\0-\x08]/.test(writeSheet(sheet)));
    fc.assert(
      fc.property(unmostlyControl, (sheet) => {
        expect(decodeSheet(utf8(writeSheet(sheet)))).toEqual({ text: writeSheet(sheet) });
      }),
      { numRuns: 500 },
    );
  });

  test('keeps each line of a text whose lines end otherwise on the way', () => {
    const sheet = oneAnswer('un\n\n1. deux\n2. trois\n\n```\n8. code\n```');
    expect(partsOf(readSheet(writeSheet(sheet).replaceAll('\n', '\r\n')))).toEqual(partsOf(sheet));
  });

  test('leaves no answer where there is none', () => {
    const empty = { title: '', answers: new Map(), unplaced: [] };
    expect(partsOf(readSheet(writeSheet(empty)))).toEqual(partsOf(empty));
  });

  test('asks for a text that was not changed since', () => {
    expect(readExported(`${writeSheet(oneAnswer('Rejouer.'))}\nP.-S. : voir le 10.`)).toBeUndefined();
  });
});

const blocks = [
  'mot',
  '# Titre',
  '## Chiffrement',
  '### Question 3',
  '1. un\n2. deux',
  '7. sept',
  '8. huit',
  '- a\n  - b\n    1. c',
  '> 9. cité',
  '```py\n6. code\n\n   x = 1\n```',
  '~~~\n## TTL\n~~~',
  '| a | b |\n| - | - |',
  'Q5 : non',
  '**3.** gras',
  'fin :',
];
const markdown = fc
  .array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('\n\n'));

/** What a viewer makes of Markdown, without the white space between its elements. */
function seen(node: HastNode): unknown {
  if (node.type === 'text') return node.value.trim() === '' ? [] : node.value;
  if (node.type !== 'root' && node.type !== 'element') return node.type;
  const children = node.children
    .map((child) => seen(child as HastNode))
    .filter((child) => !Array.isArray(child) || child.length > 0); // as the parser made them
  return node.type === 'root' ? children : [node.tagName, ...children];
}

test('a viewer shows an answer in its sheet as it shows it alone', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const sheet = seen(
        markdownToHast(writeSheet({ title: TITLE, answers: new Map([[6, text]]), unplaced: [] })),
      );
      expect(sheet).toContainEqual([
        'ol',
        ['li'],
        ['li', ...[seen(markdownToHast(text))].flat()],
        ['li'],
        ['li'],
      ]);
    }),
    { numRuns: 300 },
  );
});

test('an export that was changed elsewhere still gives an answer as it was, lists and headings and code included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: QUESTIONS }), markdown, (number, text) => {
      const exported = writeSheet({
        title: TITLE,
        answers: new Map([[number, text]]),
        unplaced: ['Groupe 3'],
      });
      const changed = exported.replace('## Introduction', 'Relu par moi.\n\n## Introduction');
      const { answers, unplaced } = readByHand(changed);
      expect([...answers]).toEqual([[number, text]]);
      expect(unplaced).toEqual(['Relu par moi.', 'Groupe 3']);
    }),
    { numRuns: 1000 },
  );
});

test('evidence holds whatever fences it quotes', () => {
  expect(fencedBlock('a')).toBe('```\na\n```');
  expect(fencedBlock('```\n````\n', 'log')).toBe('`````log\n```\n````\n\n`````');
});

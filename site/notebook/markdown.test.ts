// What an answer's Markdown is drawn as, and what it never becomes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Drawing, shallowestHeading } from './drawing.ts';
import { readMarkdown } from './markdown.ts';

const p = (...children: readonly Drawing[]) => ({ tag: 'p', children });

/** All texts of a drawing, end to end. */
const textOf = (drawings: readonly Drawing[]): string =>
  drawings.map((one) => (typeof one === 'string' ? one : textOf(one.children))).join('');

const linksOf = (drawings: readonly Drawing[]): string[] =>
  drawings.flatMap((one) => {
    if (typeof one === 'string') return [];
    return [...(one.tag === 'a' ? [one.href] : []), ...linksOf(one.children)];
  });

const depthOf = (drawings: readonly Drawing[]): number =>
  Math.max(0, ...drawings.map((one) => (typeof one === 'string' ? 0 : 1 + depthOf(one.children))));

test('paragraphs, emphasis, code, lists, headings, quotes and rules are drawn', () => {
  expect(readMarkdown('# Titre\n\nUn *mot*, **un autre**\\\net `du code`.\n\n---')).toEqual([
    { tag: 'heading', level: 1, children: ['Titre'] },
    p(
      'Un ',
      { tag: 'em', children: ['mot'] },
      ', ',
      { tag: 'strong', children: ['un autre'] },
      { tag: 'br', children: [] },
      'et ',
      { tag: 'code', children: ['du code'] },
      '.',
    ),
    { tag: 'hr', children: [] },
  ]);
  expect(readMarkdown('3. trois\n   - dedans\n\n> cité')).toEqual([
    {
      tag: 'ol',
      start: 3,
      children: [
        {
          tag: 'li',
          children: [p('trois'), { tag: 'ul', children: [{ tag: 'li', children: [p('dedans')] }] }],
        },
      ],
    },
    { tag: 'blockquote', children: [p('cité')] },
  ]);
});

test('headings keep their levels', () => {
  const drawn = readMarkdown('## Un\n\n### Deux\n\n> #### Trois');
  expect(drawn[0]).toEqual({ tag: 'heading', level: 2, children: ['Un'] });
  expect(drawn[1]).toEqual({ tag: 'heading', level: 3, children: ['Deux'] });
  expect(shallowestHeading(drawn)).toBe(2);
  expect(shallowestHeading(readMarkdown('> #### Trois'))).toBe(4);
  expect(shallowestHeading(readMarkdown('mot'))).toBe(1);
});

test('a table is one, with what its cells hold', () => {
  const cell = (tag: 'th' | 'td', ...children: readonly Drawing[]) => ({ tag, children });
  const row = (...children: readonly Drawing[]) => ({ tag: 'tr', children });
  expect(readMarkdown('| étape | lu |\n| - | :-: |\n| CTR | **non** |\n| `aead` |')).toEqual([
    {
      tag: 'table',
      children: [
        { tag: 'thead', children: [row(cell('th', 'étape'), cell('th', 'lu'))] },
        {
          tag: 'tbody',
          children: [
            row(cell('td', 'CTR'), cell('td', { tag: 'strong', children: ['non'] })),
            row(cell('td', { tag: 'code', children: ['aead'] })),
          ],
        },
      ],
    },
  ]);
  expect(readMarkdown('| a |\n| - |')).toEqual([
    { tag: 'table', children: [{ tag: 'thead', children: [row(cell('th', 'a'))] }] },
  ]);
});

test('evidence keeps its lines and its signs', () => {
  const log = 'INFO:ChatServer:gauche send message : *rdv*\nINFO:ChatServer:message send to droite';
  expect(readMarkdown(`\`\`\`log\n${log}\n\`\`\``)).toEqual([{ tag: 'pre', children: [log] }]);
});

describe('stands there as it was written:', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![un schéma](https://example.org/pixel.png)',
    '[ici](javascript:alert(1))',
    '[ici](JaVaScRiPt:alert(1))',
    '[ici](data:text/html,x)',
    '[ici](//example.org)',
    '[ici](../autre)',
    '<javascript:alert(1)>',
    'un <b>mot</b> et un <!-- commentaire -->',
    '[ref]: https://example.org',
  ])('%s', (markdown) => {
    expect(textOf(readMarkdown(markdown))).toBe(markdown);
    expect(linksOf(readMarkdown(markdown))).toEqual([]);
  });
});

test('a link to the web or to mail is one', () => {
  expect(readMarkdown('[la norme](https://example.org/a?b=c), <mailto:prof@example.org>')).toEqual([
    p({ tag: 'a', href: 'https://example.org/a?b=c', children: ['la norme'] }, ', ', {
      tag: 'a',
      href: 'mailto:prof@example.org',
      children: ['mailto:prof@example.org'],
    }),
  ]);
});

test('what is nested out of all reason is drawn flat from there on', () => {
  const drawn = readMarkdown(`${'> '.repeat(500)}au fond`);
  expect(depthOf(drawn)).toBeLessThan(40);
  expect(textOf(drawn)).toContain('au fond');
});

test('no text throws, loses a word, or becomes a link to anything else', { timeout: 60_000 }, () => {
  const parts = [
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '\n',
    '- ',
    '1. ',
    '# ',
    '|',
    '| - |',
    'mot',
    'javascript:',
    'http://a',
  ];
  const nasty = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (markdown) => {
      const drawn = readMarkdown(markdown);
      for (const href of linksOf(drawn)) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
      const words = (text: string) => text.split('mot').length;
      // A fence's own line says which language it is in; that is not drawn.
      if (!/`{3}/.test(markdown))
        expect(words(textOf(drawn) + linksOf(drawn).join(' '))).toBeGreaterThanOrEqual(words(markdown));
    }),
    { numRuns: 1000 },
  );
});

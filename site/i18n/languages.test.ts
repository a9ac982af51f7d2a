// What one language has, the other has too: sentences, their places for values, prose, answers and pages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeFiles, importsOf, ROOT } from '../../test/imports.ts';
import { addressOf, classPlaces, places } from './addresses.ts';
import { allSentences } from './all-sentences.ts';
import { langs } from './langs.ts';
import { type Part, spoken } from './spoken.ts';

/** What gauche and droite write is French in both languages, and told in English beside it. */
const FRENCH_MESSAGE = /“(?:vire|rdv|plutôt) [^”]*”/g;

const parts = Object.keys(allSentences)
  .filter((file) => /\bfr\.json$/.test(file))
  .map((file) => (file === './fr.json' ? 'site' : file.replace(/^\.\/(.*)\.fr\.json$/, '$1')) as Part); // as spoken.ts names them

/** The places for values in a sentence, in any order. */
const holes = (sentence: string) => Array.from(sentence.matchAll(/\{\w+\}/g), ([hole]) => hole).sort();

const filesBelow = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort();

test('no file of sentences is in one language alone', () => {
  expect(parts.length).toBeGreaterThan(20);
  expect(Object.keys(allSentences)).toHaveLength(parts.length * langs.length);
});

describe.each(parts)('%s', (part) => {
  const [fr, en] = [spoken('fr', part), spoken('en', part)];

  test('has the same keys, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
  });

  test('has places for the same values', () => {
    for (const [key, sentence] of Object.entries(fr))
      expect({ key, holes: holes(en[key] ?? '') }).toEqual({ key, holes: holes(sentence) });
  });

  test('is translated', () => {
    const words = /\p{Ll}{3,}\P{L}+\p{Ll}{3,}/u; // two of them, and no name
    const same = Object.keys(fr).filter(
      (key) => fr[key] === en[key] && words.test((fr[key] ?? '').replaceAll(/\{\w+\}/g, '')),
    );
    expect(same.filter((key) => key !== 'site.name')).toEqual([]);
  });

  test('wears the quotes and the spaces of its language', () => {
    for (const sentence of Object.values(en))
      expect(sentence.replace('TP chat chiffré', '').replaceAll(FRENCH_MESSAGE, '')).not.toMatch(
        /[«»éèêàçùôîœ\u00a0\u202f]|'|"| [:;!?]/,
      );
    for (const sentence of Object.values(fr)) expect(sentence).not.toMatch(/[“”'"]| [:;!?]/);
  });
});

test.each([
  ['site/content', '.mdx'],
  ['answers', '.md'],
])('%s has the same files in every language', (folder, ending) => {
  const [fr, en] = langs.map((lang) => filesBelow(join(folder, lang), ending));
  expect(en).toEqual(fr);
  expect(fr?.length).toBeGreaterThan(15);
});

test('a question sets the bench alike in every language: its conversation is one', () => {
  const [fr, en] = langs.map((lang) =>
    filesBelow(join('site/content', lang), '.mdx')
      .filter((file) => !file.startsWith('pages/'))
      .map((file) => {
        const front = readFileSync(join(ROOT, 'site/content', lang, file), 'utf8').split('---\n')[1] ?? '';
        return front
          .split('\n')
          .filter((line) => /^(?:number|section|stage|from|message|clock): /.test(line));
      }),
  );
  expect(en).toEqual(fr);
  expect(fr?.flat().length).toBeGreaterThan(16 * 4);
});

test('every page has a route in every language', () => {
  const routes = filesBelow('site/pages', '.astro');
  for (const lang of langs)
    for (const place of [...places, ...classPlaces]) {
      const address = addressOf('', lang, place);
      const file = address === '' || address === 'en/' ? `${address}index` : address.slice(0, -1);
      expect(routes).toContain(`${file}.astro`);
    }
  // Besides them: the questions, twice, and the page for what is not found.
  expect(routes).toHaveLength((places.length + classPlaces.length + 1) * langs.length + 1);
});

describe('an experiment comes with all that it says', () => {
  const code = codeFiles();
  const reached = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const imported of importsOf(file, code.get(file) ?? ''))
      if (code.has(imported)) reached(imported, seen);
    return seen;
  };
  const table = code.get('site/islands/experiment-views.ts') ?? '';
  const rows = Array.from(
    table.matchAll(/import\('\.\/(experiments\/\w+\.tsx)'\)([^\]]*)/g),
    ([, view = '', rest = '']) => ({
      view,
      told: Array.from(rest.matchAll(/'([\w/-]+)'/g), ([, part]) => part),
    }),
  );

  test('there are sixteen', () => expect(rows).toHaveLength(16));

  test.each(rows)('$view', ({ view, told }) => {
    const said = [...reached(`site/islands/${view}`)].flatMap((file) =>
      Array.from((code.get(file) ?? '').matchAll(/\bvocabulary(?:<[^>]*>)?\(([^)]*)\)/g)).flatMap(
        ([, list = '']) => Array.from(list.matchAll(/'([\w/-]+)'/g), ([, part]) => part),
      ),
    );
    const own = said.filter((part) => part !== 'site' && part !== 'experiment'); // the page and the frame bring those
    expect(new Set(own)).toEqual(new Set(told));
  });
});

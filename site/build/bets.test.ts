// The bets of all questions, as a class votes on them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { langs } from '../i18n/langs.ts';
import { betOf } from './bets.ts';

const CONTENT = join(import.meta.dirname, '../content');
const betsIn = (lang: (typeof langs)[number]) =>
  readdirSync(join(CONTENT, lang))
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => betOf(lang, readFileSync(join(CONTENT, lang, file), 'utf8')));

test('every question has one, with as many options in each language', () => {
  const [first, ...others] = langs.map((lang) => betsIn(lang));
  expect(first).toHaveLength(16);
  for (const bets of others)
    expect(bets.map(({ options }) => options.length)).toEqual(first?.map(({ options }) => options.length));
});

test('options stand in the order of the page, whose ids are the same in each language', () => {
  const idsIn = (lang: string, file: string) =>
    Array.from(
      readFileSync(join(CONTENT, lang, file), 'utf8').matchAll(/<Option id="([^"]+)"/g),
      ([, id]) => id,
    );
  for (const file of readdirSync(join(CONTENT, 'fr')).filter((name) => name.endsWith('.mdx')))
    for (const lang of langs) expect(idsIn(lang, file), `${lang}/${file}`).toEqual(idsIn('fr', file));
});

test('is plain text, with French spaces', () => {
  const mdx =
    '<Predict question="Quoi ?">\n  <Option id="a">Oui : ça.</Option>\n  <Option id="b">Non.</Option>\n';
  expect(betOf('fr', mdx)).toEqual({ question: 'Quoi\u202f?', options: ['Oui\u00a0: ça.', 'Non.'] });
  expect(() => betOf('fr', 'rien')).toThrow('no bet');
  expect(() => betOf('fr', mdx.replace('Non.', '`Non`'))).toThrow('more than a line');
});

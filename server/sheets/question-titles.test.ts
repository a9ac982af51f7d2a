// The titles of the questions, held against the pages of the workbook in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { titledQuestion } from './question-titles.ts';
import { readSheet } from './read-sheet.ts';
import { QUESTIONS } from './sheet.ts';

const CONTENT = join(import.meta.dirname, '../../site/content');

test.each(['fr', 'en'])('each title of the workbook in %s names its question', (language) => {
  const files = readdirSync(join(CONTENT, language)).filter((name) => name.endsWith('.mdx'));
  const titles = files.map((name) => {
    const text = readFileSync(join(CONTENT, language, name), 'utf8');
    return [Number(/^number: (\d+)$/m.exec(text)?.[1]), /^title: "(.*)"$/m.exec(text)?.[1] ?? ''] as const;
  });
  expect(titles).toHaveLength(QUESTIONS);
  expect(titles.map(([, title]) => titledQuestion(title))).toEqual(titles.map(([number]) => number));

  const sheet = titles.map(([number, title]) => `## ${title}\n\nLe texte ${number}`).join('\n\n');
  const { answers, unplaced } = readSheet(sheet);
  expect(unplaced).toEqual([]);
  expect([...answers]).toEqual(titles.map(([number]) => [number, `Le texte ${number}`]));
});

test('a sentence that only resembles a title names none', () => {
  expect(titledQuestion('Quelle propriété manque encore à Fernet ?')).toBeUndefined();
  expect(titledQuestion('urandom est un bon choix')).toBeUndefined();
});

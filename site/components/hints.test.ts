// Each question has three hints in each language, from where to look to nearly the answer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { langs } from '../i18n/langs.ts';

const CONTENT = join(import.meta.dirname, '../content');

function hintsOf(file: string): readonly string[] {
  const front = readFileSync(file, 'utf8').split('---\n')[1] ?? '';
  const { hints } = parse(front) as { readonly hints: readonly string[] }; // content.config.ts checks it
  return hints;
}

const sentences = (hint: string) => hint.split(/(?<=[.?!])\s+(?=\p{Lu})/u).length;

describe.each(langs)('in %s', (lang) => {
  const folder = join(CONTENT, lang);
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'));

  test('there are sixteen questions', () => expect(files).toHaveLength(16));

  test.each(files)('%s has three short ones, the last of which concludes', (file) => {
    const hints = hintsOf(join(folder, file));
    expect(hints).toHaveLength(3);
    expect(new Set(hints).size).toBe(3);
    for (const hint of hints) expect(sentences(hint)).toBeLessThanOrEqual(3);
    const concludes = hints.map((hint) => /^(?:Donc|So)\b/.test(hint));
    expect(concludes).toEqual([false, false, true]);
  });
});

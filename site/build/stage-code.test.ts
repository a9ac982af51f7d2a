// The code that is shown of each stage is the code that runs: every line of it stands in its source, in that order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stageNames } from '#lab/stages.ts';
import { codeLanguages, unpack } from '../chat/packed-code.ts';
import { excerpt, pythonBody } from './excerpt.ts';
import { codeOf, highlight, stageCode } from './stage-code.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const written = (text: string) => text.split('\n').filter((line) => line !== '');

describe.each(stageNames)('the code of %s', (stage) => {
  test('in TypeScript: lines of its source, sealing and opening, few enough to be read', () => {
    const source = new Set(read(`lab/stages/${stage}.ts`).split('\n'));
    const shown = written(codeOf(stage, 'ts'));
    expect(shown.filter((line) => !source.has(line))).toEqual([]);
    expect(shown.length).toBeGreaterThan(9);
    expect(shown.length).toBeLessThan(38);
    expect(shown.join('\n')).toMatch(/\bopen(?:By|ing)?\b/);
  });

  test('in Python: all of the module but its docstring', () => {
    const source = read(`site/code/${stage}.py`);
    const shown = written(codeOf(stage, 'py'));
    expect(shown).toEqual(written(source.replace(/^"""[^"]+"""\n/, '')));
    expect(shown.filter((line) => /^def (?:encrypt|decrypt)\(/.test(line))).toHaveLength(2);
    expect(shown.length).toBeLessThan(34);
  });

  test.each(codeLanguages)('is the same after it was highlighted and packed (%s)', async (language) => {
    const code = codeOf(stage, language);
    const packed = (await stageCode())[language][stage];
    const text = unpack(packed).map((line) => line.map(([piece]) => piece).join(''));
    expect(text.join('\n')).toBe(code);
  });
});

test('says what is a keyword, and what a string', async () => {
  const [line] = await highlight("const salt = utf8('tp');", 'ts');
  expect(line).toContainEqual(['const ', 'keyword']);
  expect(line).toContainEqual(["'tp'", 'string']);
  const [python] = await highlight('import os  # why', 'py');
  expect(python?.at(0)).toEqual(['import', 'keyword']);
  expect(python?.at(-1)).toEqual(['# why', 'comment']);
});

describe('an excerpt', () => {
  const source = [
    'const key = 1;',
    '// WEAK: not shown',
    'export const stage: Stage = {',
    '  name: "x", // shown',
    '  /** not shown */',
    '  keys: () => ({',
    '    a: 1,',
    '  }),',
    '  open: openBy(',
    '    steps,',
    '  ),',
    '};',
    'const keys = 2;',
  ].join('\n');

  test('holds the pieces in the order asked for, without the members that are left out', () => {
    expect(excerpt(source, [{ name: 'keys' }, { name: 'stage', without: ['keys'] }])).toBe(
      'const keys = 2;\n\nexport const stage: Stage = {\n  name: "x", // shown\n  open: openBy(\n    steps,\n  ),\n};',
    );
  });

  test('holds the first line, the members that are asked for, and the last', () => {
    expect(excerpt(source, [{ name: 'stage', only: ['keys'] }])).toBe(
      'export const stage: Stage = {\n  keys: () => ({\n    a: 1,\n  }),\n};',
    );
  });

  test('takes no longer name for the one it looks for', () => {
    expect(excerpt(source, [{ name: 'key' }])).toBe('const key = 1;');
  });

  test('fails loudly for what is not there, and for what has no end', () => {
    expect(() => excerpt(source, [{ name: 'seal' }])).toThrow('no declaration of "seal"');
    expect(() => excerpt(source, [{ name: 'stage', without: ['seal'] }])).toThrow('begins with "seal"');
    expect(() => excerpt('const a = {', [{ name: 'a' }])).toThrow('has no end');
    expect(() => pythonBody('import os\n')).toThrow('docstring');
  });
});

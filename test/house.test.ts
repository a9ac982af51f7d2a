// What machines can see of the house: types, lint, format, the lock, and the sentences that are there for nothing.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeFiles, ROOT } from './imports.ts';

/** Runs a tool of node_modules. @returns what it printed, for a test that fails to show it */
function run(tool: string, ...args: string[]): { status: number | null; output: string } {
  const command = join(ROOT, 'node_modules/.bin', tool);
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, output: stdout + stderr };
}

const clean = { status: 0, output: expect.anything() };

test('the types of .astro, .ts and .tsx hold', { timeout: 300_000 }, () => {
  expect(run('astro', 'check')).toMatchObject(clean);
  expect(run('tsc', '--noEmit')).toMatchObject(clean);
});

test('lint and format hold', { timeout: 60_000 }, () => {
  expect(run('biome', 'ci')).toMatchObject(clean);
  expect(run('prettier', '--check', 'site/content/**/*.mdx')).toMatchObject(clean);
});

test('the README shows what the bench measured last', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toMatch(
    /<!-- bench -->\s+\| what \| measured [\s\S]+\n\d{4}-\d\d-\d\d, [\s\S]+<!-- \/bench -->/,
  );
});

test('the lock names no registry', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

describe('sentences', () => {
  const folder = join(ROOT, 'site/i18n');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const code = [...codeFiles()].filter(([file]) => file.startsWith('site/')).map(([, text]) => text);
  const literal = new Set(
    code.flatMap((text) => Array.from(text.matchAll(/["']([\w-]+\.[\w. -]+)["']/g), ([, key]) => key)),
  );
  const patterns = code.flatMap((text) =>
    Array.from(
      text.matchAll(/`([\w-]+\.(?:[\w.-]+\.)?)\$\{[^}]+\}((?:\.[\w-]+)?)`/g),
      ([, start = '', end = '']) => ({
        start,
        end,
      }),
    ),
  );

  test.each(files)('of %s are all said somewhere', (file) => {
    const keys: string[] = Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const unsaid = keys.filter(
      (key) =>
        !literal.has(key) && !patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end)),
    );
    expect(unsaid).toEqual([]);
  });
});

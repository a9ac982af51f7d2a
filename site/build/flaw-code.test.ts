// Find the flaw: what is shown is what runs, one line of it is wrong, and the Python is wrong in the same way.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { toHex } from '#lab/bytes.ts';
import type { Cell, Row } from '#lab/flaws/effect.ts';
import { keyOf, keyOfRepaired } from '#lab/flaws/few-iterations.ts';
import { flawNames, runFlaw } from '#lab/flaws.ts';
import { seededRandom } from '../../test/random.ts';
import { codeLanguages, unpack } from '../chat/packed-code.ts';
import { codesOf, flawCodes, linesOnlyIn } from './flaw-code.ts';

// A Python starts, all code is highlighted, and some keys are slow on purpose.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const written = (text: string) => text.split('\n').filter((line) => line !== '');

const world = {
  now: 1_800_000_000,
  random: seededRandom('flaws'),
  milliseconds: () => performance.now(),
};

describe.each(flawNames)('%s', (name) => {
  test.each(codeLanguages)('is a few lines of its source, wrong in one of them (%s)', (language) => {
    const source = new Set(
      read(language === 'ts' ? `lab/flaws/${name}.ts` : `site/code/flaws/${name}.py`).split('\n'),
    );
    const { flawed, repaired } = codesOf(name, language);
    expect(written(flawed).filter((line) => !source.has(line))).toEqual([]);
    expect(written(flawed).length).toBeGreaterThan(3);
    expect(written(flawed).length).toBeLessThan(14);
    expect(linesOnlyIn(flawed, repaired)).toHaveLength(1);
    expect(linesOnlyIn(repaired, flawed).length).toBeLessThan(2);
    expect(flawed + repaired).not.toMatch(/repaired/i);
  });
});

test('the page gets each code as it is, with the place of its line', async () => {
  for (const [name, code] of await flawCodes())
    for (const language of codeLanguages) {
      const { flawed, repaired } = codesOf(name, language);
      const textOf = (packed: string) =>
        unpack(packed)
          .map((line) => line.map(([piece]) => piece).join(''))
          .join('\n');
      expect(textOf(code[language].flawed)).toBe(flawed);
      expect(textOf(code[language].repaired)).toBe(repaired);
      expect([code[language].wrong]).toEqual(linesOnlyIn(flawed, repaired));
    }
});

describe('in Python', () => {
  let told: Readonly<Record<string, readonly (readonly unknown[])[]>> = {};
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-I', 'test/flaw_code_peer.py'], {
      cwd: ROOT,
    });
    told = JSON.parse(stdout);
  });

  const pairs = (rows: readonly Row[]) => rows.map(({ flawed, repaired }) => [flawed, repaired]);

  test('every card is tried', () => expect(Object.keys(told).sort()).toEqual([...flawNames].sort()));

  test.each([
    'future-date',
    'short-ttl',
    'clear-expiry',
    'character-count',
    'error-as-text',
    'rethrown',
  ] as const)('%s comes to the same', (name) => expect(told[name]).toEqual(pairs(runFlaw(name, world))));

  test('a hyphen fails where here it cuts the text', () => {
    const failed: Cell = { is: 'failed' };
    const expected = pairs(runFlaw('split-hyphen', world)).map(([flawed, repaired], i) => [
      i < 2 ? flawed : failed,
      repaired,
    ]);
    expect(told['split-hyphen']).toEqual(expected);
  });

  test('two salts make two keys, one counter block the XOR of two texts, a log a key', () => {
    expect(told['unsent-salt']).toEqual(pairs(runFlaw('unsent-salt', world)).slice(2));
    expect(told['fixed-block']).toEqual([[true, false]]);
    expect(told['logged-key']).toEqual([[{ is: 'shown', text: 'rdv 14h' }, { is: 'failed' }]]);
  });

  test('the keys are the same', () => {
    const salt = new Uint8Array(16);
    expect(told['few-iterations']).toEqual([
      [toHex(keyOf('soleil', salt)), toHex(keyOfRepaired('soleil', salt))],
    ]);
  });
});

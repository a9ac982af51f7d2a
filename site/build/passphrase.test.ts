// The passphrase of sealed answers: made once, and found again by the person who built the site.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { passphraseOf, whereIsPassphrase } from './passphrase.ts';

const folder = mkdtempSync(join(tmpdir(), 'passphrase-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('it is made once, and lies where the build says', () => {
  const environment = { DATA_DIR: join(folder, 'data') };
  const passphrase = passphraseOf(environment);
  expect(passphraseOf(environment)).toBe(passphrase);
  const [, file = ''] = /est dans (\/.+)$/.exec(whereIsPassphrase(environment)) ?? [];
  expect(readFileSync(file, 'utf8').trim()).toBe(passphrase);
});

test('one that was given is named, and not repeated', () => {
  const environment = { ANSWERS_PASSPHRASE: 'une phrase à moi' };
  expect(passphraseOf(environment)).toBe('une phrase à moi');
  expect(whereIsPassphrase(environment)).toContain('ANSWERS_PASSPHRASE');
  expect(whereIsPassphrase(environment)).not.toContain('une phrase à moi');
});

// A class whose disk fails: a clear answer, nothing lost that was acknowledged, and a server that lives on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { LESSON, serveClass } from '../../test/class-over-http.ts';
import { onDiskOfItsOwn } from '../../test/disk-of-its-own.ts';
import { SqliteStore } from '../store/sqlite.ts';
import { DEFAULT_QUOTAS, StoreError } from '../store/store.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a disk that is full, a folder that is read-only, and a store that was closed', () => {
  const output = onDiskOfItsOwn('1m', join(import.meta.dirname, '../../test/class-on-bad-disk.ts'));
  const { complaint, ...rest } = JSON.parse(output);
  expect(rest).toEqual({
    told: {
      'at first': 200,
      'disk full': 507,
      'disk full, reading': 200,
      'disk full, health': 200,
      'with room again': 200,
      'store closed': 503,
      'store closed, health': 200,
    },
    acknowledged: ['1', '2'],
    kept: ['1', '2'],
    check: [],
    files: ['class.sqlite'],
  });
  expect(complaint).toMatch(/^StoreError: .*class\.sqlite ne peut pas être (?:écrit|ouvert)/);
});

test('a store that has its quota refuses until the teacher erases, and is whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const store = new SqliteStore(join(folder, 'class.sqlite'), {
    ...DEFAULT_QUOTAS,
    all: 2 ** 19,
    share: 2 ** 19,
  });
  const failures: unknown[] = [];
  const school = await serveClass(store, ['Léa', 'Tom'], { failed: (error) => failures.push(error) });
  try {
    const sheet = 'é'.repeat(100_000);
    expect((await school.handIn('Léa', '1', sheet)).status).toBe(200);
    const full = await school.handIn('Tom', '1', sheet);
    const again = await school.handIn('Tom', '2', sheet);
    expect([full.status, again.status]).toContain(507);
    expect((await (await school.ask('Léa', 'GET', 'hand-in')).json()).sheet).toBe(sheet);
    expect((await school.ask('Tom', 'PUT', 'notebook', { body: 'x'.repeat(2 ** 19) })).status).toBe(507);
    expect((await school.ask('teacher', 'DELETE', `seats/${encodeURIComponent('Léa')}`)).status).toBe(200);
    expect((await school.handIn('Tom', '3', sheet)).status).toBe(200);
    expect(store.handInOf(LESSON, 'Tom')?.sheet).toBe(sheet);
    expect([store.check(), failures]).toEqual([[], []]);
    store.close();
    expect((await school.handIn('Tom', '4', sheet)).status).toBe(503);
    expect(failures).toEqual([expect.any(StoreError)]);
  } finally {
    school.stop();
    rmSync(folder, { recursive: true });
  }
});

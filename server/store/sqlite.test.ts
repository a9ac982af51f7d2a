// The store in a file: the contract of stores, what is on the disk, and files that are not for it.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lesson, seat, sheetOf, storeContract } from '../../test/store-contract.ts';
import { SqliteStore } from './sqlite.ts';
import { StoreError } from './store.ts';

const root = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
let folder = '';
let file = '';
const moveOn = () => {
  folder = join(root, String(++folders));
  file = join(folder, 'lessons.sqlite');
};
beforeEach(moveOn);

storeContract('in a file', (quotas) => {
  moveOn();
  return new SqliteStore(file, quotas);
});

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const onDisk = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

/** Opens a store, uses it and closes it. */
function withStore<T>(use: (store: SqliteStore) => T): T {
  const store = new SqliteStore(file);
  try {
    return use(store);
  } finally {
    store.close();
  }
}

/** What opening it says. */
function complaint(): string {
  try {
    return withStore(() => 'nothing');
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return String(error);
  }
}

test('what was kept is there when it is opened again', () => {
  withStore((store) => {
    store.saveLesson(lesson('a'));
    store.saveSeats([seat('a', 'ali')]);
    store.handIn(sheetOf('a', 'ali', '1'));
  });
  withStore((store) => {
    expect([store.lessons(), store.seats('a'), store.handIns('a')]).toEqual([
      [lesson('a')],
      [seat('a', 'ali')],
      [sheetOf('a', 'ali', '1')],
    ]);
  });
});

test('nobody else on the machine may read it', () => {
  const old = process.umask(0);
  try {
    withStore((store) => {
      store.saveLesson(lesson('a'));
      expect([mode(folder), ...readdirSync(folder).map((name) => mode(join(folder, name)))]).toEqual([
        '700',
        '600',
        '600',
      ]);
    });
    chmodSync(file, 0o644);
    withStore(() => expect(mode(file)).toBe('600'));
  } finally {
    process.umask(old);
  }
});

test('a commit is on the disk before it is told, and what is deleted is written over', () => {
  withStore((store) => {
    store.saveLesson(lesson('a'));
    store.saveSeats([seat('a', 'ali')]);
    store.handIn(sheetOf('a', 'ali', '1', 'SECRET'));
    expect(onDisk().includes('SECRET')).toBe(true); // in the log, with the process alive
  });
});

describe('what is erased is off the disk, while the store is open:', () => {
  const SECRET = 'PSEUDONYM-AND-ANSWER';
  const full = (store: SqliteStore) => {
    store.saveLesson(lesson('a', { state: `${SECRET}-lesson` }));
    store.saveSeats([seat('a', 'ali', `${SECRET}-seat`), seat('a', 'zoé')]);
    for (let key = 0; key < 40; key++)
      store.handIn(sheetOf('a', 'ali', String(key), `${SECRET} `.repeat(2_000)));
    store.saveNotebook('a', 'ali', SECRET.repeat(3_000));
    expect(onDisk().includes(SECRET)).toBe(true);
  };

  test('a seat', () =>
    withStore((store) => {
      full(store);
      store.saveLesson(lesson('a'));
      store.eraseSeat('a', 'ali');
      expect(onDisk().includes(SECRET)).toBe(false);
      expect(store.check()).toEqual([]);
    }));

  test('a lesson', () =>
    withStore((store) => {
      full(store);
      store.eraseLesson('a');
      expect(onDisk().includes(SECRET)).toBe(false);
    }));

  test('a lesson whose time has come', () =>
    withStore((store) => {
      full(store);
      expect(store.eraseExpired(9_000)).toBe(1);
      expect(onDisk().includes(SECRET)).toBe(false);
    }));

  test('notebooks', () =>
    withStore((store) => {
      store.saveLesson(lesson('a'));
      store.saveSeats([seat('a', 'ali')]);
      store.saveNotebook('a', 'ali', SECRET.repeat(3_000));
      store.eraseNotebooks('a');
      expect(onDisk().includes(SECRET)).toBe(false);
    }));
});

describe('it says clearly that a file is', () => {
  test('held by another process; when that has gone, by nobody', { timeout: 30_000 }, () => {
    const other = () =>
      spawnSync(
        process.execPath,
        [
          '--no-warnings',
          '--input-type=module',
          '--eval',
          `import { SqliteStore } from ${JSON.stringify(join(import.meta.dirname, 'sqlite.ts'))};
           try { new SqliteStore(${JSON.stringify(file)}).close(); console.log('open'); }
           catch (error) { console.log(error.name, error.message); }`,
        ],
        { encoding: 'utf8' },
      ).stdout;
    withStore((store) => {
      expect(other()).toMatch(/^StoreError .*lessons\.sqlite sert déjà à un autre serveur/);
      store.saveLesson(lesson('a'));
    });
    expect(other()).toBe('open\n');
  });

  test('of a newer version, and leaves it as it is', () => {
    withStore(() => {});
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(7, 60); // the user version; sqlite.org/fileformat.html §1.3
    writeFileSync(file, bytes);
    expect(complaint()).toMatch(/version plus récente de ce programme \(7.; celle-ci connaît 1\)/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('no database, and leaves it as it is', () => {
    withStore(() => {});
    writeFileSync(file, 'no database '.repeat(1_000));
    expect(complaint()).toContain('n’est pas une base de cours, ou est abîmé');
    expect(readFileSync(file, 'utf8')).toBe('no database '.repeat(1_000));
  });

  test('another program’s', () => {
    withStore(() => {});
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(0, 60);
    writeFileSync(file, bytes);
    expect(complaint()).toContain('la base d’un autre programme');
  });

  test('no file', () => {
    file = root;
    expect(complaint()).toMatch(/StoreError: .*(?:ouvert|écrit)/);
  });
});

test('a damaged page is found by the check, and told by who reads it', () => {
  withStore((store) => {
    store.saveLesson(lesson('a'));
    store.saveSeats([seat('a', 'ali')]);
    for (let key = 0; key < 50; key++) store.handIn(sheetOf('a', 'ali', String(key), 'x'.repeat(9_000)));
  });
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
  withStore((store) => {
    expect(store.check().length).toBeGreaterThan(0);
    expect(() => store.seats('a')).toThrow(StoreError);
  });
});

// A class whose disk fills up, becomes read-only, and is well again: prints, as JSON, what its students are told.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteStore } from '#server/store/sqlite.ts';
import { LESSON, serveClass } from './class-over-http.ts';

const disk = process.argv[2] ?? '';
const open = () => new SqliteStore(join(disk, 'class.sqlite'));
const remount = (how: string) => execFileSync('mount', ['-o', `remount,${how}`, disk]);
const SHEET = 'é'.repeat(20_000);

const store = open();
const school = await serveClass(store, ['Léa', 'Tom']);
const told: Record<string, number> = {};
const acknowledged: string[] = [];

async function handIn(name: string, key: string): Promise<void> {
  const { status } = await school.handIn('Léa', key, SHEET);
  told[name] = status;
  if (status === 200) acknowledged.push(key);
}

await handIn('at first', '1');
try {
  writeFileSync(join(disk, 'filler'), Buffer.alloc(2 ** 26));
} catch {} // it is full now
await handIn('disk full', '2');
told['disk full, reading'] = (await school.ask('teacher', 'GET', 'hand-ins')).status;
told['disk full, health'] = (await fetch(`http://127.0.0.1:${school.port}/healthz`)).status;
rmSync(join(disk, 'filler'));
await handIn('with room again', '2');

// No file may be open for writing when a disk becomes read-only: the store is one that opens it so.
store.close();
await handIn('store closed', '3');
told['store closed, health'] = (await fetch(`http://127.0.0.1:${school.port}/healthz`)).status;
school.stop();
remount('ro');
let complaint = 'none';
try {
  open().close();
} catch (error) {
  complaint = String(error);
}
remount('rw');

const again = open();
const kept = acknowledged.filter((key) => {
  const { sheet } = again.handIn({ lesson: LESSON, seat: 'Léa', key, sheet: '', at: 0 });
  return sheet === SHEET;
});
const check = again.check();
again.eraseLesson(LESSON);
again.close();
console.log(JSON.stringify({ told, acknowledged, kept, complaint, check, files: readdirSync(disk) }));
process.exit(0);

// Kills a server again and again while students hand in: what was acknowledged is there, and the lesson goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteStore } from '#server/store/sqlite.ts';
import { LESSON, passOf } from '../../test/class-over-http.ts';
import type { SoakResult } from './result.ts';

const STUDENTS = Array.from({ length: 20 }, (_, index) => `student-${index + 1}`);
/** A server lives until it has acknowledged so many at most, and a moment longer. */
const MOST_IN_A_LIFE = 60;
const MOMENT_MS = 30;
const LONGEST_LIFE_MS = 10_000;
const BETWEEN_HAND_INS_MS = 50;

interface Student {
  readonly name: string;
  hands: number;
  /** by their keys, the receipts that came */
  readonly acknowledged: Map<string, string>;
  /** the key of what was sent, and not acknowledged: its page sends it once more */
  open: string | undefined;
}

interface Tally {
  acknowledged: number;
  repeated: number;
  lost: number;
  unwell: number;
  seatsGone: number;
}

/** What is handed in under a key: from a few bytes to some KiB, and not all of it ASCII. */
function sheetOf(key: string): string {
  const length = (Number(key.split('-').at(-1)) * 37) % 120;
  return `# ${key}\n\n1. Étoile 😀\n${`${key} « ici » \\ "\n`.repeat(length)}`;
}

async function startServer(folder: string): Promise<{ process: ChildProcess; port: number }> {
  const file = join(import.meta.dirname, 'hand-in-server.ts');
  const child = spawn(process.execPath, ['--no-warnings', file, folder, ...STUDENTS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const port = Number(String(line));
  if (child.exitCode !== null || !port) throw new Error('the server did not start again');
  return { process: child, port };
}

async function handIn(student: Student, port: number, tally: Tally): Promise<boolean> {
  const key = student.open ?? `${student.name}-${++student.hands}`;
  const isRepeated = student.open !== undefined;
  student.open = key;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/tp/class/hand-in`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${passOf(student.name)}`, 'Idempotency-Key': key },
      body: JSON.stringify({ sheet: sheetOf(key) }),
    });
    const receipt = await response.text();
    if (response.status === 429) return true;
    if (response.status !== 200) throw new Error(`${response.status} ${receipt}`);
    student.acknowledged.set(key, receipt);
    student.open = undefined;
    tally.acknowledged += 1;
    if (isRepeated) tally.repeated += 1;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // what fetch throws when its line is cut
    throw error;
  }
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** One life of the server, to its sudden end. */
async function live(folder: string, students: readonly Student[], tally: Tally): Promise<void> {
  const server = await startServer(folder);
  const ended = once(server.process, 'exit');
  const working = students.map(async (student) => {
    while (await handIn(student, server.port, tally)) await wait(Math.random() * BETWEEN_HAND_INS_MS);
  });
  const enough = tally.acknowledged + Math.random() * MOST_IN_A_LIFE;
  const end = Date.now() + LONGEST_LIFE_MS;
  while (tally.acknowledged < enough && Date.now() < end) await wait(1);
  await wait(Math.random() * MOMENT_MS);
  server.process.kill('SIGKILL');
  await ended;
  await Promise.all(working);
}

/** Looks at the file that a server has left. @param since - by student, how many receipts were looked at before */
function examine(
  folder: string,
  students: readonly Student[],
  tally: Tally,
  since: (name: string) => number,
) {
  const store = new SqliteStore(join(folder, 'class.sqlite'));
  try {
    tally.unwell += store.check().length;
    const seats = store.seats(LESSON).map(({ id }) => id);
    tally.seatsGone += students.filter(({ name }) => !seats.includes(name)).length;
    for (const { name, acknowledged } of students)
      for (const [key, receipt] of [...acknowledged].slice(since(name))) {
        // A key that is known gives what it was kept with; one that is not would now be kept with nothing.
        const kept = store.handIn({ lesson: LESSON, seat: name, key, sheet: '', at: 0 });
        if (kept.sheet !== sheetOf(key) || kept.at !== JSON.parse(receipt).at) tally.lost += 1;
      }
  } finally {
    store.close();
  }
}

/** @param kills - how often the server is killed */
export async function handIns(kills: number): Promise<SoakResult> {
  const folder = mkdtempSync(join(tmpdir(), 'hand-ins-'));
  const tally: Tally = { acknowledged: 0, repeated: 0, lost: 0, unwell: 0, seatsGone: 0 };
  const students = STUDENTS.map(
    (name): Student => ({ name, hands: 0, acknowledged: new Map(), open: undefined }),
  );
  try {
    for (let kill = 0; kill < kills; kill++) {
      const before = new Map(students.map(({ name, acknowledged }) => [name, acknowledged.size]));
      await live(folder, students, tally);
      const isLast = kill === kills - 1;
      examine(folder, students, tally, (name) => (isLast ? 0 : (before.get(name) ?? 0)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { acknowledged, lost, unwell, seatsGone } = tally;
  const ok = acknowledged > 0 && lost + unwell + seatsGone === 0;
  const figures = {
    kills,
    'students who hand in': STUDENTS.length,
    'sheets acknowledged': acknowledged,
    'of them, sent once more after a kill': tally.repeated,
    'acknowledged and lost': lost,
    'faults that PRAGMA integrity_check found': unwell,
    'seats gone': seatsGone,
  };
  return { name: 'hand-ins, kill -9 at random moments', ok, figures };
}

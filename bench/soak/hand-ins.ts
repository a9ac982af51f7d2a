// Kills a server again and again while students hand in: what was acknowledged is there, and the lesson goes on.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { SqliteStore } from '#server/store/sqlite.ts';
import { runServer, type Server } from '../../test/running-server.ts';
import type { SoakResult } from './result.ts';

const NAMES = Array.from({ length: 20 }, (_, index) => `élève ${index + 1}`);
/** A server lives until it has acknowledged so many at most, and a moment longer. */
const MOST_IN_A_LIFE = 60;
const MOMENT_MS = 30;
const LONGEST_LIFE_MS = 10_000;
const BETWEEN_HAND_INS_MS = 50;

interface Student {
  readonly pass: string;
  readonly seat: string;
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

/** The class itself, as a teacher starts it, and starts it again; with open answers it is built once. */
const startClass = (folder: string) =>
  runServer(['--class', '--lesson', 'Endurance', '--data', folder], { ANSWERS: 'open' });

/** Says one thing to the class. @returns what it answers: a seat, or a refusal */
async function ask(server: Server, frame: object): Promise<{ type: string; pass?: string; seat?: string }> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/relay`);
  await once(socket, 'open');
  socket.send(JSON.stringify(frame));
  for (;;) {
    const [data] = await once(socket, 'message');
    const news = JSON.parse(String(data));
    if (news.type !== 'seated' && news.type !== 'refused') continue;
    socket.close(1000);
    return news;
  }
}

async function joinAll(server: Server): Promise<readonly Student[]> {
  const code = /#code=([a-z0-9]+)/.exec(server.output())?.[1];
  const students: Student[] = [];
  for (const pseudonym of NAMES) {
    const { pass = '', seat = '' } = await ask(server, { type: 'join', code, pseudonym });
    students.push({ pass, seat, hands: 0, acknowledged: new Map(), open: undefined });
  }
  return students;
}

async function handIn(student: Student, url: string, tally: Tally): Promise<boolean> {
  const key = student.open ?? `${student.seat}-${++student.hands}`;
  const isRepeated = student.open !== undefined;
  student.open = key;
  try {
    const response = await fetch(`${url}class/hand-in`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${student.pass}`, 'Idempotency-Key': key },
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
async function live(server: Server, students: readonly Student[], tally: Tally): Promise<void> {
  const ended = once(server.process, 'exit');
  const working = students.map(async (student) => {
    while (await handIn(student, server.url, tally)) await wait(Math.random() * BETWEEN_HAND_INS_MS);
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
  since: (seat: string) => number,
) {
  const store = new SqliteStore(join(folder, 'class.sqlite'));
  try {
    tally.unwell += store.check().length;
    const lesson = store.lessons()[0]?.id ?? '';
    for (const { seat, acknowledged } of students)
      for (const [key, receipt] of [...acknowledged].slice(since(seat))) {
        // A key that is known gives what it was kept with; one that is not would now be kept with nothing.
        const kept = store.handIn({ lesson, seat, key, sheet: '', at: 0 });
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
  try {
    let server = await startClass(folder);
    const students = await joinAll(server);
    for (let kill = 1; kill <= kills; kill++) {
      const before = new Map(students.map(({ seat, acknowledged }) => [seat, acknowledged.size]));
      await live(server, students, tally);
      examine(folder, students, tally, (seat) => (kill === kills ? 0 : (before.get(seat) ?? 0)));
      server = await startClass(folder);
      // Each comes back to the own seat of the lesson that goes on.
      for (const { pass, seat } of students)
        if ((await ask(server, { type: 'join', pass })).seat !== seat) tally.seatsGone += 1;
    }
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { acknowledged, lost, unwell, seatsGone } = tally;
  const ok = acknowledged > 0 && lost + unwell + seatsGone === 0;
  const figures = {
    kills,
    'students who hand in': NAMES.length,
    'sheets acknowledged': acknowledged,
    'of them, sent once more after a kill': tally.repeated,
    'acknowledged and lost': lost,
    'faults that PRAGMA integrity_check found': unwell,
    'seats that did not come back after a restart': seatsGone,
  };
  return { name: 'hand-ins, kill -9 at random moments', ok, figures };
}

// Keeps each build of the site that the tests had made, by its settings: dist/ holds one, and making it takes half a minute.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../server/config.ts';
import { wantedRecord } from '../site/build/record.ts';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const RECORD = join(ROOT, '.build/record.json');
const KEPT = join(ROOT, '.build/kept');
const PASSPHRASE = 'answers-passphrase.txt';

/** Who listens here builds, and has dist/ for itself, among all processes; one that is killed holds up nobody. */
const LOCK_PORT = 8676;
const ASK_AGAIN_MS = 50;

function copy(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

export interface KeptBuild {
  /** the same files as in dist/, which stay when the next one is laid out there */
  readonly dist: string;
  /** whether it was made, and of what the sources are now */
  isThere(): boolean;
  /** Puts it into dist/, and what opens its answers into the data folder. */
  layOut(dataFolder: string): void;
  /** Takes what is in dist/ in its place. */
  take(dataFolder: string): void;
}

/** @throws Error where a server that is started so would not build at all */
export function keptBuild(words: readonly string[], environment: NodeJS.ProcessEnv): KeptBuild {
  const config = readConfig([...words], environment);
  if (!config) throw new Error('nothing is built for somebody who asks for help');
  const { answers, base, siteUrl, passphrase } = config;
  const wanted = JSON.stringify(wantedRecord({ ANSWERS: answers, BASE_PATH: base, SITE_URL: siteUrl }));
  const settings = JSON.stringify([answers, base, siteUrl, passphrase]);
  const folder = join(KEPT, createHash('sha256').update(settings).digest('hex').slice(0, 12));
  const dist = join(folder, 'dist');
  const record = join(folder, 'record.json');
  return {
    dist,
    isThere: () => existsSync(record) && readFileSync(record, 'utf8') === wanted,
    layOut(dataFolder) {
      rmSync(RECORD, { force: true });
      rmSync(DIST, { recursive: true, force: true });
      cpSync(dist, DIST, { recursive: true });
      copy(join(folder, PASSPHRASE), join(dataFolder, PASSPHRASE));
      copy(record, RECORD); // at last: half a build has none
    },
    take(dataFolder) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(DIST, dist, { recursive: true });
      copy(join(dataFolder, PASSPHRASE), join(folder, PASSPHRASE));
      copy(RECORD, record);
    },
  };
}

/** Does some work while no other test builds the site, or changes dist/. */
export async function withoutOtherBuilds<Result>(work: () => Promise<Result>): Promise<Result> {
  const lock = createServer();
  for (;;) {
    try {
      lock.listen(LOCK_PORT, '127.0.0.1');
      await once(lock, 'listening'); // an error instead is thrown from here
      break;
    } catch {
      await sleep(ASK_AGAIN_MS);
    }
  }
  try {
    return await work();
  } finally {
    lock.close();
    await once(lock, 'close');
  }
}

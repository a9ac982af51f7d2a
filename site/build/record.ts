// Remembers what the built site was made of, outside of what is served.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** Without it, the next start builds. */
export const RECORD = join(ROOT, '.build/record.json');
const SOURCES = ['site', 'lab', 'server', 'answers', 'astro.config.mjs', 'package-lock.json'];
const NO_SOURCE = /\.test\.ts$|\/e2e\//;

/** Of two equal records the built sites are equal, but for the secrets of sealed answers. */
export interface BuildRecord {
  readonly answers: string;
  readonly base: string;
  readonly siteUrl: string;
  /** a hash over the paths and contents of all sources */
  readonly sources: string;
}

function filesBelow(path: string): string[] {
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !NO_SOURCE.test(file))
    .sort();
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow))
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

/** What a build under this environment would be recorded as. */
export function wantedRecord(environment: NodeJS.ProcessEnv): BuildRecord {
  return {
    answers: environment.ANSWERS || 'open',
    base: environment.BASE_PATH || '/',
    siteUrl: environment.SITE_URL || '',
    sources: hashOfSources(),
  };
}

/** Whether `dist/` holds what this environment asks for. */
export function isBuilt(environment: NodeJS.ProcessEnv): boolean {
  if (!existsSync(RECORD) || !existsSync(join(ROOT, 'dist/index.html'))) return false;
  return readFileSync(RECORD, 'utf8') === JSON.stringify(wantedRecord(environment));
}

/** An Astro integration: no record while a build runs, and a new one when it is done. */
export function recordBuild() {
  return {
    name: 'record-build',
    hooks: {
      'astro:build:start': () => rmSync(RECORD, { force: true }),
      'astro:build:done': () => {
        mkdirSync(join(ROOT, '.build'), { recursive: true });
        writeFileSync(RECORD, JSON.stringify(wantedRecord(process.env)));
      },
    },
  };
}

// Writes the service worker beside the built pages, with the list of all that it is to keep.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Build } from '../offline/worker.ts';

const SOURCE = join(import.meta.dirname, '../offline/worker.ts');

/** At the base, for a worker only serves what lies beside it and below. */
const FILE = 'worker.js';

/** What only the server can say, what is never fetched, the pages that are nothing without a class, and the worker itself. */
const NOT_KEPT =
  /^(?:prof\/|journal\/|en\/teacher\/|en\/journal\/|relay\.json|pagefind\/wasm\.unknown\.pagefind|worker\.js)$/;

/** Where a file of the folder is found on a host: a page by its folder. */
const addressOf = (file: string) => encodeURI(file.split(sep).join('/')).replace(/(^|\/)index\.html$/, '$1');

/** All that a build keeps: some 300 files, 4.3 MB, of which gzip leaves a third on the way. */
export function filesToKeep(folder: string): Build['files'] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[\\/]/, ''),
    )
    .filter((file) => !NOT_KEPT.test(addressOf(file)))
    .sort();
  const hashes = files.map((file) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    return [addressOf(file), hash] as const;
  });
  return Object.fromEntries(hashes);
}

/** The worker's whole text: its function as plain JavaScript, and the call with this build. */
export function workerScript(base: string, files: Build['files']): string {
  const code = stripTypeScriptTypes(readFileSync(SOURCE, 'utf8')).replace(/^export function/m, 'function');
  const version = createHash('sha256').update(code).update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return `${code}\nwork(self, ${JSON.stringify({ version, base, files } satisfies Build)});\n`;
}

/** An Astro integration, to be run when all else has been written. @param base - the path that the site is built for */
export function offlineWorker(base: string) {
  return {
    name: 'offline-worker',
    hooks: {
      'astro:build:done': ({ dir }: { readonly dir: URL }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, FILE), workerScript(base, filesToKeep(folder)));
      },
    },
  };
}

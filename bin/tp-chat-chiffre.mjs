#!/usr/bin/env node
// Starts the server from a package: `npx --package=tp-chat-chiffre-….tgz tp-chat-chiffre --class`.
// Node strips no types below node_modules, and the site is not built there either; nor would npm keep to the lock for a package
// that is itself installed. So the workbook is copied into the user's cache, once for each package, and installed there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKED = join(dirname(fileURLToPath(import.meta.url)), 'workbook');
const CACHE = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache');

/** What npm is run with: npx says where its own is. */
const NPM = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/** A folder for this package and no other: `files.json` holds a hash of each file. */
function ownFolder() {
  const files = readFileSync(join(PACKED, 'files.json'));
  return join(CACHE, 'tp-chat-chiffre', createHash('sha256').update(files).digest('hex').slice(0, 16));
}

/** Copies and installs the workbook, all of it or nothing. */
function installIn(folder) {
  if (existsSync(folder)) return;
  console.log('Installation du cahier (une seule fois)…');
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  cpSync(PACKED, half, { recursive: true });
  const [program, ...words] = [...NPM, 'ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // What npx was told is not meant for this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?:config_package|package_|lifecycle_)/.test(name)),
  );
  const { status } = spawnSync(program, words, {
    cwd: half,
    env,
    stdio: ['ignore', 2, 2],
    shell: program === 'npm',
  });
  if (status !== 0) {
    rmSync(half, { recursive: true });
    console.error('Le cahier n’a pas pu être installé (voir ci-dessus).');
    process.exit(1);
  }
  renameSync(half, folder);
}

/** The Node that the project runs on: npm brings it, whatever the one is that runs npm. */
function nodeIn(folder) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const all = Object.keys(optionalDependencies).map((name) =>
    join(folder, 'node_modules', name, 'bin', program),
  );
  return all.find((path) => existsSync(path)) ?? process.execPath;
}

const workbook = ownFolder();
installIn(workbook);
const words = [join(workbook, 'server/main.ts'), ...process.argv.slice(2)];
const server = spawn(nodeIn(workbook), words, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));

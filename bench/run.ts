// `npm run bench`: measures everything that has a limit, prints the table, and keeps it in the README.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { markdownTable, type Row } from './table.ts';

const PEERS = join(import.meta.dirname, 'peers');
const README = join(import.meta.dirname, '../README.md');
const MARKS = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;

/** Installs what the project is measured beside, in a folder of its own. */
function installPeers(): void {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  console.log('Installing the peers …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
  if (status !== 0) throw new Error(`Could not install the peers. Run: npm ci --prefix ${PEERS}`);
}

/** The versions of Node to try ciphers on: the project's, and the one before, whose node:crypto was another. */
function nodes(): string[] {
  const before = ['x64', 'arm64'].map((cpu) => join(PEERS, `node_modules/node-linux-${cpu}/bin/node`));
  return [process.execPath, ...before.filter((path) => existsSync(path))];
}

/** Runs a bench that prints its rows, in a process of its own. */
function benchOf(file: string, node = process.execPath): Row[] {
  const output = execFileSync(node, ['--no-warnings', join(import.meta.dirname, file)]);
  return JSON.parse(output.toString());
}

installPeers();
// Only now: these modules import the peers.
const { benchPages } = await import('./pages.ts');
const { benchRelay } = await import('./relay.ts');

const rows: Row[] = [];
for (const [name, bench] of [
  ['the relay', benchRelay],
  ['Fernet', () => nodes().flatMap((node) => benchOf('fernet.ts', node))],
  ['the dictionary', () => benchOf('dictionary.ts')],
  ['the pages', benchPages],
] as const) {
  console.log(`Measuring ${name} …`);
  rows.push(...(await bench()));
}

const today = new Date().toISOString().slice(0, 10);
const caption = `${today}, ${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform}.`;
const result = `${markdownTable(rows)}\n\n${caption}`;
console.log(`\n${result}`);
const readme = readFileSync(README, 'utf8');
if (!MARKS.test(readme)) throw new Error(`${README} has no place for the table`);
writeFileSync(README, readme.replace(MARKS, `$1\n\n${result}\n\n$2`));

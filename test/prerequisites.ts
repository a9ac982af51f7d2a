// Brings what the tests need beside npm's packages: Debian's Chromium and Python's `cryptography`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Need {
  readonly debianPackage: string;
  isThere(): boolean;
}

const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const needs: readonly Need[] = [
  { debianPackage: 'chromium', isThere: () => existsSync('/usr/bin/chromium') },
  {
    debianPackage: 'python3-cryptography',
    isThere: () => runs('/usr/bin/python3', '-c', 'import cryptography'),
  },
];

/** Installs what is missing where this user may; else throws one line that says what to run. */
export default function setup(): void {
  const missing = needs.filter((need) => !need.isThere()).map((need) => need.debianPackage);
  if (missing.length === 0) return;
  const install = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`The tests need ${missing.join(' and ')}. Run: sudo sh -c '${install}'`);
  console.log(`Installing ${missing.join(' and ')} from Debian's packages …`);
  const { status } = spawnSync('sh', ['-c', install], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`Could not install ${missing.join(' and ')}. Run as root: ${install}`);
}

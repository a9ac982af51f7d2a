// Builds the site where what is there is not what the environment asks for; tells its parent what opens the answers.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { answersMode, isSealedWith } from './answers.ts';
import { passphraseOf } from './passphrase.ts';
import { isBuilt } from './record.ts';

const ROOT = join(import.meta.dirname, '../..');

const passphrase = answersMode(process.env) === 'sealed' ? passphraseOf(process.env) : undefined;

if (!isBuilt(process.env) || (passphrase !== undefined && !isSealedWith(passphrase))) {
  console.log('Construction du cahier (une seule fois)…');
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const { status } = spawnSync(process.execPath, [astro, 'build', '--silent'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
if (passphrase !== undefined) process.send?.(passphrase);
process.disconnect?.();

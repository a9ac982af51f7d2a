// `npm run package`: packs the workbook, so that npx starts it anywhere; prints the name of the file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const STAGE = join(ROOT, '.build/package');
const WORKBOOK = join(STAGE, 'workbook');
const PACKED =
  /^(?:answers|lab|server|site)\/|^(?:astro\.config\.mjs|tsconfig\.json|package(?:-lock)?\.json|LICENSE)$/;
const LEFT_OUT = /\.test\.ts$|^site\/e2e\/|^server\/sheets\/(?:belief-sets|corpus)\//;

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
const files = tracked.filter((file) => PACKED.test(file) && !LEFT_OUT.test(file));

rmSync(STAGE, { recursive: true, force: true });
const hashes = files.map((file) => {
  mkdirSync(join(WORKBOOK, dirname(file)), { recursive: true });
  cpSync(join(ROOT, file), join(WORKBOOK, file));
  return [
    file,
    createHash('sha256')
      .update(readFileSync(join(ROOT, file)))
      .digest('hex'),
  ];
});
writeFileSync(join(WORKBOOK, 'files.json'), JSON.stringify(Object.fromEntries(hashes), undefined, 1));
for (const file of ['README.md', 'LICENSE']) cpSync(join(ROOT, file), join(STAGE, file));
cpSync(join(ROOT, 'bin/tp-chat-chiffre.mjs'), join(STAGE, 'tp-chat-chiffre.mjs'));

const { name, version, license, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const manifest = {
  name,
  version,
  license,
  description,
  type: 'module',
  bin: { [name]: 'tp-chat-chiffre.mjs' },
  engines: { node: '>=20' },
};
writeFileSync(join(STAGE, 'package.json'), JSON.stringify(manifest, undefined, 2));
execFileSync('npm', ['pack', STAGE, '--silent', '--pack-destination', ROOT], { cwd: ROOT, stdio: 'inherit' });

// The passphrase of sealed answers: given, or made once and kept in the data folder.
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// 32 letters and digits that are not mistaken for each other: 5 bits each, 100 bits in all.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 4;

function makePassphrase(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** `ANSWERS_PASSPHRASE`; else the one in the data folder (`DATA_DIR`, or ./data), which is made if it is not there. */
export function passphraseOf(environment: NodeJS.ProcessEnv): string {
  if (environment.ANSWERS_PASSPHRASE) return environment.ANSWERS_PASSPHRASE;
  const folder = resolve(environment.DATA_DIR || 'data');
  const file = join(folder, 'answers-passphrase.txt');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const passphrase = makePassphrase();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${passphrase}\n`, { mode: 0o600 });
  return passphrase;
}

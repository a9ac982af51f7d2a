// The passphrase of sealed answers: given, or made once and kept in the data folder.
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AnswersMode } from '../notebook/model-answer.ts';

// 32 letters and digits that are not mistaken for each other: 5 bits each, 100 bits in all.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 4;

function makePassphrase(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

const fileIn = ({ DATA_DIR }: NodeJS.ProcessEnv) =>
  join(resolve(DATA_DIR || 'data'), 'answers-passphrase.txt');

/** `ANSWERS_PASSPHRASE`; else the one in the data folder (`DATA_DIR`, or ./data), which is made if it is not there. */
export function passphraseOf(environment: NodeJS.ProcessEnv): string {
  if (environment.ANSWERS_PASSPHRASE) return environment.ANSWERS_PASSPHRASE;
  const file = fileIn(environment);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const passphrase = makePassphrase();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${passphrase}\n`, { mode: 0o600 });
  return passphrase;
}

/** For the person who builds the site: where the passphrase is. It is not told itself, since a build's log is kept. */
export function whereIsPassphrase(environment: NodeJS.ProcessEnv): string {
  return environment.ANSWERS_PASSPHRASE
    ? 'Réponses scellées : la phrase de passe est celle d’ANSWERS_PASSPHRASE.'
    : `Réponses scellées : la phrase de passe est dans ${fileIn(environment)}`;
}

/** An Astro integration. Under `--silent`, as the server builds, it says nothing: the server prints the passphrase. */
export function sayWherePassphraseIs(answers: AnswersMode) {
  return {
    name: 'answers',
    hooks: {
      'astro:build:done': ({ logger }: { logger: { info(line: string): void } }) => {
        if (answers === 'sealed') logger.info(whereIsPassphrase(process.env));
      },
    },
  };
}

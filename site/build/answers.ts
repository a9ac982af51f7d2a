// What of the model answers is shipped: open, sealed by a passphrase, or nothing at all.
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asciiToText, toHex, utf8 } from '#lab/bytes.ts';
import { fernet, formatKey, sealFernet } from '#lab/stages/fernet.ts';
import type { Belief } from '#server/sheets/beliefs.ts';
import type { Lang } from '../i18n/langs.ts';
import {
  type AnswersMode,
  bundleDerivation,
  type ModelAnswer,
  type ModelBelief,
  normalisePassphrase,
  openBundle,
  type SealedBundle,
} from '../notebook/model-answer.ts';

const KEYS_FILE = join(import.meta.dirname, '../../dist/answers/keys.json');
const ITERATIONS = 480_000;
const random = (length: number) => new Uint8Array(randomBytes(length));

/** @throws Error for a mode that is none */
export function answersMode(environment: NodeJS.ProcessEnv): AnswersMode {
  const mode = environment.ANSWERS || 'open';
  if (mode === 'open' || mode === 'sealed' || mode === 'none') return mode;
  throw new Error(`ANSWERS is ${mode}, and not open, sealed or none`);
}

/** The key of a bundle, 32 bytes. */
function bundleKey(bundle: Omit<SealedBundle, 'token'>, passphrase: string): Uint8Array {
  const { salt, iterations, length } = bundleDerivation(bundle);
  return new Uint8Array(pbkdf2Sync(normalisePassphrase(passphrase), salt, iterations, length, 'sha256'));
}

function seal(value: unknown, key: Uint8Array): string {
  const now = Math.floor(Date.now() / 1000);
  return asciiToText(sealFernet(utf8(JSON.stringify(value)), fernet.keys(key), { now, random }));
}

/** A belief as `answers/` has it: with the cues of its own language alone. */
type WrittenBelief = Omit<ModelBelief, 'cues'> & Belief;

/**
 * A student may answer in French and read the page in English: each language's answer is shipped with the cues of all.
 * @param everywhere - the beliefs of the same question, in each language
 */
export function withAllCues(
  beliefs: readonly WrittenBelief[],
  everywhere: readonly { readonly lang: Lang; readonly beliefs: readonly Belief[] }[],
): ModelBelief[] {
  const cuesOf = (id: string, lang: Lang) =>
    everywhere.find((answer) => answer.lang === lang)?.beliefs.find((belief) => belief.id === id)?.cues ?? [];
  return beliefs.map((belief) => ({
    ...belief,
    cues: { fr: cuesOf(belief.id, 'fr'), en: cuesOf(belief.id, 'en') },
  }));
}

/** The files below `answers/`, by their names without `.json`, as the mode asks for. */
export function shippedFiles(
  mode: AnswersMode,
  answers: ReadonlyMap<string, ModelAnswer>,
  passphrase: () => string,
): ReadonlyMap<string, unknown> {
  if (mode === 'none') return new Map();
  return mode === 'open' ? answers : sealAll(answers, passphrase());
}

/** Which question an answer is to: its name ends with it in every language. */
const questionOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/** Seals each answer with the key of its question, which is one in all languages, and all keys with the passphrase. */
function sealAll(answers: ReadonlyMap<string, ModelAnswer>, passphrase: string): Map<string, unknown> {
  const files = new Map<string, unknown>();
  const keys: Record<string, string> = {};
  const drawn = new Map<string, Uint8Array>();
  for (const [name, answer] of answers) {
    const key = drawn.get(questionOf(name)) ?? random(32);
    drawn.set(questionOf(name), key);
    keys[name] = formatKey(fernet.keys(key));
    files.set(name, { token: seal(answer, key) });
  }
  const parameters = { salt: toHex(random(16)), iterations: ITERATIONS };
  const token = seal(keys, bundleKey(parameters, passphrase));
  return files.set('keys', { ...parameters, token } satisfies SealedBundle);
}

/** Whether the bundle in `dist/` was sealed with this passphrase. */
export function isSealedWith(passphrase: string): boolean {
  if (!existsSync(KEYS_FILE)) return false;
  const bundle: SealedBundle = JSON.parse(readFileSync(KEYS_FILE, 'utf8'));
  return openBundle(bundle, formatKey(fernet.keys(bundleKey(bundle, passphrase)))) !== undefined;
}

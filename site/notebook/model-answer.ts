// A model answer as it is shipped: open, or as a Fernet token whose key lies in a bundle that a passphrase opens.
import { fromHex, fromUtf8, utf8 } from '#lab/bytes.ts';
import { type Pbkdf2, tryOpen } from '#lab/stage.ts';
import { fernet, parseKey } from '#lab/stages/fernet.ts';
import type { SpokenBelief } from '#server/sheets/own-language.ts';
import type { Prose } from './prose.ts';

export type AnswersMode = 'open' | 'sealed' | 'none';

/** A false belief with its refutation, in the language for which the answer was fetched; its cues are in all of them, for `ownLanguageFinder`. */
export interface ModelBelief extends SpokenBelief {
  readonly belief: string;
  /** why one believes it */
  readonly tempting: string;
  readonly contradicted: string;
  /** the idea to keep */
  readonly keep: string;
  /** the question whose experiment shows the contradiction */
  readonly shown: number;
}

export interface ModelAnswer {
  readonly prose: readonly Prose[];
  /** what a good answer contains, each in a sentence */
  readonly criteria: readonly string[];
  readonly beliefs: readonly ModelBelief[];
}

/** What `answers/7.json` holds. */
export type ShippedAnswer = ModelAnswer | { readonly token: string };

/** What `answers/keys.json` holds: the keys of all answers, by question, in a token of their own. */
export interface SealedBundle {
  /** hexadecimal, 16 random bytes */
  readonly salt: string;
  readonly iterations: number;
  readonly token: string;
}

/** Fernet keys by the number of their question. */
export type AnswerKeys = Readonly<Record<string, string>>;

/** How a passphrase becomes the key of a bundle: unlike the lab's, with a salt of its own and a cost. */
export function bundleDerivation({ salt, iterations }: Omit<SealedBundle, 'token'>): Pbkdf2 {
  return { kdf: 'pbkdf2', salt: fromHex(salt) ?? new Uint8Array(0), iterations, length: 32 };
}

/** White space around a passphrase comes from copying it. */
export function normalisePassphrase(text: string): string {
  return text.trim().normalize('NFC');
}

function openJson(token: string, keyText: string): unknown {
  const keys = parseKey(keyText);
  const plaintext = keys && tryOpen(fernet, utf8(token), keys, { now: 0 });
  const text = plaintext && fromUtf8(plaintext);
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param key - the bundle's key as text. @returns undefined where the key does not open it */
export function openBundle({ token }: SealedBundle, key: string): AnswerKeys | undefined {
  return openJson(token, key) as AnswerKeys | undefined; // the token is authentic: the build made it
}

/** @returns undefined where the keys do not open it */
export function openAnswer(token: string, key: string | undefined): ModelAnswer | undefined {
  return openJson(token, key ?? '') as ModelAnswer | undefined; // likewise
}

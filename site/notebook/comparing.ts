// Fetches a model answer, and the keys of sealed ones once a passphrase has opened them.
import { formatKey, splitKey } from '#lab/stages/fernet.ts';
import { deriveInPage } from '../chat/keyring.ts';
import { answerName } from '../i18n/addresses.ts';
import { type Lang, langs } from '../i18n/langs.ts';
import {
  type AnswerKeys,
  bundleDerivation,
  type ModelAnswer,
  normalisePassphrase,
  openAnswer,
  openBundle,
  type SealedBundle,
  type ShippedAnswer,
} from './model-answer.ts';

const KEYS_NAME = 'tp-chat-chiffre:answer-keys';

async function fetchJson<T>(base: string, name: string): Promise<T> {
  const response = await fetch(`${base}answers/${name}.json`);
  if (!response.ok) throw new Error(`answers/${name}.json: ${response.status}`);
  return response.json();
}

/** Told to the window when keys have come that nobody here has asked for. */
export const KEYS_CAME = 'answerkeys';

/** Keeps keys that a teacher has handed out: to all, one question after the other. */
export function takeKeys(handedOut: Readonly<Record<string, string>>): void {
  const kept = keptKeys();
  const keys = Object.entries(handedOut)
    .filter(([, key]) => key !== '')
    .flatMap(([question, key]) => langs.map((lang) => [answerName(lang, Number(question)), key] as const));
  if (keys.every(([name, key]) => kept[name] === key)) return;
  keepKeys({ ...kept, ...Object.fromEntries(keys) });
  dispatchEvent(new CustomEvent(KEYS_CAME));
}

/** The keys that this tab has opened. */
export function keptKeys(): AnswerKeys {
  try {
    return JSON.parse(sessionStorage.getItem(KEYS_NAME) ?? '{}');
  } catch {
    return {};
  }
}

function keepKeys(keys: AnswerKeys): void {
  try {
    sessionStorage.setItem(KEYS_NAME, JSON.stringify(keys));
  } catch {
    // The passphrase will be asked for again on the next page.
  }
}

/**
 * @param base - the path that the site was built for
 * @returns the model answer; undefined where it is sealed and its key is not known
 * @throws Error where it cannot be fetched
 */
export async function fetchAnswer(
  base: string,
  lang: Lang,
  question: number,
): Promise<ModelAnswer | undefined> {
  const name = answerName(lang, question);
  const shipped = await fetchJson<ShippedAnswer>(base, name);
  return 'token' in shipped ? openAnswer(shipped.token, keptKeys()[name]) : shipped;
}

/** @returns whether the passphrase opened the bundle. @throws Error where it cannot be fetched */
export async function unseal(base: string, passphrase: string): Promise<boolean> {
  const bundle = await fetchJson<SealedBundle>(base, 'keys');
  const bytes = await deriveInPage(bundleDerivation(bundle), normalisePassphrase(passphrase));
  const keys = openBundle(bundle, formatKey(splitKey(bytes)));
  if (keys) keepKeys(keys);
  return keys !== undefined;
}

// The keys of each stage and password: derived once, by the browser's PBKDF2 where it has one, else by the lab's.
import { toHex } from '#lab/bytes.ts';
import { deriveQuickly } from '#lab/derive-quickly.ts';
import { type Derivation, type Keys, NO_BYTES, type Stage, saltedWith } from '#lab/stage.ts';
import { browserDerives, deriveByBrowser } from './browser-pbkdf2.ts';
import type { DeriveAnswer, DeriveRequest } from './derive.worker.ts';
import workerUrl from './derive.worker.ts?worker&url';
import { scriptUrl } from './trusted-types.ts';

const waiting = new Map<number, (bytes: Uint8Array) => void>();
let worker: Worker | undefined;
let requests = 0;

function startWorker(): Worker {
  const started = new Worker(scriptUrl(workerUrl), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<DeriveAnswer>) => {
    waiting.get(data.id)?.(data.bytes);
    waiting.delete(data.id);
  });
  return started;
}

function byWorker(derivation: Derivation, password: string): Promise<Uint8Array> {
  worker ??= startWorker();
  requests += 1;
  const request: DeriveRequest = { id: requests, derivation, password };
  return new Promise((resolve) => {
    waiting.set(request.id, resolve);
    worker?.postMessage(request);
  });
}

/** Derives key bytes without holding the page up. The result is the same in whichever way it is reached. */
export function deriveInPage(derivation: Derivation, password: string): Promise<Uint8Array> {
  if (derivation.kdf === 'scrypt') return byWorker(derivation, password);
  if (derivation.kdf !== 'pbkdf2') return Promise.resolve(deriveQuickly(derivation, password));
  return browserDerives(password) ? deriveByBrowser(derivation, password) : byWorker(derivation, password);
}

export class Keyring {
  readonly #derive: typeof deriveInPage;
  readonly #keys = new Map<string, Promise<Keys>>();

  constructor(derive = deriveInPage) {
    this.#derive = derive;
  }

  /**
   * The keys of a stage under a password; asked for twice, derived once.
   * @param salt - of the session or the token, at a stage whose key has one
   */
  keysFor(stage: Stage, password: string, salt: Uint8Array = NO_BYTES): Promise<Keys> {
    const name = `${stage.derivation.kdf} ${toHex(salt)} ${password}`;
    const known = this.#keys.get(name);
    if (known) return known;
    const keys = this.#derive(saltedWith(stage.derivation, salt), password).then((bytes) =>
      stage.keys(bytes),
    );
    this.#keys.set(name, keys);
    return keys;
  }
}

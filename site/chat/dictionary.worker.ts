// One of the workers of a dictionary attack: tries its share of the list on a token, and tells how far it is.
import { legible } from '#lab/attacks/legible.ts';
import { Sha256Search } from '#lab/attacks/sha256-search.ts';
import { candidateAt, sharedSlices } from '#lab/attacks/wordlist.ts';
import { deriveBytes } from '#lab/derive.ts';
import { type Token, tryOpen } from '#lab/stage.ts';
import { hazmat } from '#lab/stages/hazmat.ts';
import { browserDerives, deriveByBrowser } from './browser-pbkdf2.ts';

/** How the key of the token is made: by one hash (the Fernet stages), or by 480,000 rounds of two (AES-CTR). */
export type Kdf = 'sha256' | 'pbkdf2';

export interface SearchRequest {
  readonly kdf: Kdf;
  readonly token: Token;
  /** which worker this is, from 0, and of how many */
  readonly worker: number;
  readonly workers: number;
  /** how many candidates they try in all, from the beginning of the list */
  readonly count: number;
}

export interface Progress {
  /** candidates tried so far by this worker, the one that was found included */
  readonly tried: number;
  /** this worker's clock, in milliseconds */
  readonly at: number;
  /** nothing follows it */
  readonly found?: string;
  /** no candidate of this worker's share is left */
  readonly done?: true;
}

export type SearchReport = Progress | 'failed';

const REPORT_EVERY_MS = 100;
/** candidates between two looks at the clock: a millisecond's work, or thirty on a slow phone */
const SLICE = 1024;

function report(tried: number, end: Pick<Progress, 'found' | 'done'> = {}): void {
  const progress: SearchReport = { tried, at: performance.now(), ...end };
  postMessage(progress);
}

function searchBySha256({ token, worker, workers, count }: SearchRequest): void {
  const search = new Sha256Search(token);
  let tried = 0;
  let next = performance.now() + REPORT_EVERY_MS;
  for (const [from, to] of sharedSlices(worker, workers, SLICE, count)) {
    for (let i = from; i < to; i++) {
      const password = candidateAt(i);
      tried += 1;
      if (!search.fits(password)) continue;
      report(tried, { found: password });
      return;
    }
    if (performance.now() < next) continue;
    report(tried);
    next = performance.now() + REPORT_EVERY_MS;
  }
  report(tried, { done: true });
}

async function searchByPbkdf2({ token, worker, workers, count }: SearchRequest): Promise<void> {
  const { derivation } = hazmat;
  if (derivation.kdf !== 'pbkdf2') throw new TypeError('the stage hazmat has another derivation');
  if (hazmat.fields(token)[0]?.name !== 'counterBlock')
    throw new RangeError('token: one came that is none of the stage hazmat');
  let tried = 0;
  for (const [at] of sharedSlices(worker, workers, 1, count)) {
    const password = candidateAt(at);
    const key = browserDerives(password)
      ? await deriveByBrowser(derivation, password)
      : deriveBytes(derivation, password);
    tried += 1;
    const plaintext = tryOpen(hazmat, token, hazmat.keys(key), { now: 0 }); // this stage asks no clock
    if (plaintext && legible(plaintext) !== undefined) {
      report(tried, { found: password });
      return;
    }
    report(tried); // each one may have taken seconds
  }
  report(tried, { done: true });
}

addEventListener('message', async ({ data }: MessageEvent<SearchRequest>) => {
  try {
    report(0);
    await (data.kdf === 'sha256' ? searchBySha256(data) : searchByPbkdf2(data));
  } catch {
    const failed: SearchReport = 'failed';
    postMessage(failed);
  }
});

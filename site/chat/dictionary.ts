// An offline dictionary attack on one token, in workers of its own, and how it goes.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { candidateCount } from '#lab/attacks/wordlist.ts';
import type { Token } from '#lab/stage.ts';
import type { Kdf, SearchReport, SearchRequest } from './dictionary.worker.ts';
import workerUrl from './dictionary.worker.ts?worker&url';
import { Pace } from './pace.ts';
import { scriptUrl } from './trusted-types.ts';

/** `found` and `exhausted` come by themselves, `stopped` by {@link DictionaryRun.stop}; nothing changes after any of them. */
export type RunState = 'running' | 'found' | 'exhausted' | 'stopped' | 'failed';

export interface RunOptions {
  /** 1 to {@link MOST_WORKERS}; as many as the device has processors unless told another */
  readonly workers?: number;
  /** how many candidates to try, from the beginning of the list; all unless told another */
  readonly count?: number;
  readonly startWorker?: () => Worker;
}

export const MOST_WORKERS = 4;
const PUBLISH_EVERY_MS = 100;

/** What the speed is taken over: a slow derivation gives a few counts a minute. */
const WINDOW_MS: Readonly<Record<Kdf, number>> = { sha256: 2000, pbkdf2: 60_000 };

const startOwnWorker = () => new Worker(scriptUrl(workerUrl), { type: 'module' });

/** What one worker has told. */
interface Share {
  readonly pace: Pace;
  tried: number;
  done: boolean;
}

/** A run begins when it is made. Whoever made it stops it before letting go of it. */
export class DictionaryRun {
  readonly total: number;
  readonly state: Signal<RunState> = signal('running');
  /** candidates tried so far, by all workers */
  readonly tried: Signal<number> = signal(0);
  /** seconds since the beginning, the start of the workers included */
  readonly seconds: Signal<number> = signal(0);
  /** candidates a second, lately; undefined until it is known */
  readonly perSecond: Signal<number | undefined> = signal();
  /** at this speed, for what is left of the list; undefined until the speed is known */
  readonly secondsLeft: ReadonlySignal<number | undefined> = computed(() => {
    const perSecond = this.perSecond.value;
    return perSecond ? (this.total - this.tried.value) / perSecond : undefined;
  });
  readonly found: Signal<string | undefined> = signal();
  readonly #workers: Worker[] = [];
  readonly #shares: Share[] = [];
  readonly #start = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;

  /** @param token - of the stage `hazmat` for `pbkdf2`, of a Fernet stage for `sha256`; with another one the run has failed */
  constructor(kdf: Kdf, token: Token, options: RunOptions = {}) {
    const { workers = navigator.hardwareConcurrency, count = candidateCount } = options;
    this.total = Math.min(count, candidateCount);
    this.#timer = setInterval(() => this.#publish(), PUBLISH_EVERY_MS);
    const many = Math.max(1, Math.min(workers || 1, MOST_WORKERS)); // some browsers do not tell
    try {
      for (let i = 0; i < many; i++)
        this.#begin(options.startWorker ?? startOwnWorker, {
          kdf,
          token,
          worker: i,
          workers: many,
          count: this.total,
        });
    } catch {
      this.#end('failed');
    }
  }

  /** Ends the run at once, in the middle of a candidate if need be. */
  stop(): void {
    this.#end('stopped');
  }

  #begin(startWorker: () => Worker, request: SearchRequest): void {
    const worker = startWorker();
    const share: Share = { pace: new Pace(WINDOW_MS[request.kdf]), tried: 0, done: false };
    this.#workers.push(worker);
    this.#shares.push(share);
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReport>) => this.#hear(share, data));
    for (const event of ['error', 'messageerror'] as const)
      worker.addEventListener(event, () => this.#end('failed'));
    worker.postMessage(request);
  }

  #hear(share: Share, report: SearchReport): void {
    if (this.state.value !== 'running') return;
    if (report === 'failed') {
      this.#end('failed');
      return;
    }
    share.tried = report.tried;
    share.pace.add(report.at, report.tried);
    share.done = report.done === true;
    if (report.found !== undefined) this.#end('found', report.found);
    else if (this.#shares.every(({ done }) => done)) this.#end('exhausted');
  }

  #end(state: RunState, found?: string): void {
    if (this.state.value !== 'running') return;
    clearInterval(this.#timer);
    for (const worker of this.#workers) worker.terminate();
    batch(() => {
      this.state.value = state;
      this.found.value = found;
      this.#publish();
    });
  }

  /** The workers tell more often than an eye can follow, and each for itself. */
  #publish(): void {
    const paces = this.#shares.map(({ pace }) => pace.perSecond()).filter((pace) => pace !== undefined);
    batch(() => {
      this.tried.value = this.#shares.reduce((sum, { tried }) => sum + tried, 0);
      this.seconds.value = (performance.now() - this.#start) / 1000;
      if (paces.length > 0) this.perSecond.value = paces.reduce((sum, pace) => sum + pace);
    });
  }
}

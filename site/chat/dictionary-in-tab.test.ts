// The dictionary attack in real workers of a real browser: what it finds, that it stops, and that the page goes on.
import { effect } from '@preact/signals';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { candidateAt, candidateCount } from '#lab/attacks/wordlist.ts';
import { utf8 } from '#lab/bytes.ts';
import type { Stage, Token } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import withoutSubtle from '../../test/dictionary-without-subtle.worker.ts?worker&url';
import { DictionaryRun, MOST_WORKERS, type RunOptions } from './dictionary.ts';
import type { Kdf } from './dictionary.worker.ts';
import workerUrl from './dictionary.worker.ts?worker&url';
import { deriveInPage } from './keyring.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine starts workers slowly

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

async function seal(stage: Stage, password: string): Promise<Token> {
  const keys = stage.keys(await deriveInPage(stage.derivation, password));
  return stage.seal(utf8('rdv 14h, comme hier'), keys, { now: 1_763_827_200, random });
}

const runs: DictionaryRun[] = [];

function start(kdf: Kdf, token: Token, options?: RunOptions): DictionaryRun {
  const run = new DictionaryRun(kdf, token, options);
  runs.push(run);
  return run;
}

afterEach(() => {
  for (const run of runs.splice(0)) run.stop();
});

const until = (reached: () => boolean) => vi.waitFor(() => expect(reached()).toBe(true), { timeout: 50_000 });
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('it finds', () => {
  test.each([
    ['fernet', 'soleil'],
    ['fernet-ttl', 'soleil'],
    ['fernet', 'Soleil1998'],
  ] as const)('on a token of %s, the password %s', async (stage, password) => {
    const run = start('sha256', await seal(stages[stage], password));
    await until(() => run.state.value !== 'running');
    expect([run.state.value, run.found.value]).toEqual(['found', password]);
    expect(run.tried.value).toBeGreaterThan(0);
    expect(run.tried.value).toBeLessThanOrEqual(run.total);
  });

  test('on a token of hazmat, with the browser’s PBKDF2', async () => {
    const run = start('pbkdf2', await seal(stages.hazmat, 'soleil'), { workers: 2 });
    await until(() => run.state.value !== 'running');
    expect([run.state.value, run.found.value]).toEqual(['found', 'soleil']);
    expect(run.tried.value).toBeGreaterThanOrEqual(6); // half of those before it, for the other worker may lag behind
    expect(run.tried.value).toBeLessThan(100);
    expect(run.secondsLeft.value).toBeGreaterThan(60 * 60);
  });

  test('and without crypto.subtle, with the lab’s, telling its speed', async () => {
    const token = await seal(stages.hazmat, candidateAt(1));
    const startWorker = () => new Worker(withoutSubtle, { type: 'module' });
    const run = start('pbkdf2', token, { workers: 1, startWorker });
    await until(() => run.state.value !== 'running');
    expect([run.state.value, run.found.value, run.tried.value]).toEqual(['found', candidateAt(1), 2]);
    const elapsed = run.seconds.value; // with the start of the worker, which the speed leaves out
    expect(run.perSecond.value).toBeGreaterThan(2 / elapsed);
    expect(run.secondsLeft.value).toBeCloseTo((candidateCount - 2) / (run.perSecond.value ?? 0));
  });
});

test('it ends when nothing fits', async () => {
  const run = start('sha256', await seal(stages.fernet, 'xKd82!vQ'), { count: 100_000, workers: 3 });
  await until(() => run.state.value !== 'running');
  expect([run.state.value, run.found.value]).toEqual(['exhausted', undefined]);
  expect([run.tried.value, run.total, run.secondsLeft.value]).toEqual([100_000, 100_000, 0]);
});

describe('while it runs', () => {
  test('the page’s timers tick, and hear of it ten times a second', async () => {
    const run = start('sha256', await seal(stages.fernet, 'xKd82!vQ'), { workers: 2 });
    await until(() => run.tried.value > 0);
    let [told, ticks] = [-1, 0]; // an effect runs once at its beginning
    effect(() => {
      void run.tried.value;
      told += 1;
    });
    const timer = setInterval(() => {
      ticks += 1;
    }, 20);
    const before = performance.now();
    await later(2000);
    const seconds = (performance.now() - before) / 1000;
    clearInterval(timer);
    expect(run.state.value).toBe('running');
    expect(ticks / seconds).toBeGreaterThan(10);
    expect(told).toBeGreaterThan(4);
    expect(told / seconds).toBeLessThan(12);
    expect(run.perSecond.value).toBeGreaterThan(1000);
    expect(run.secondsLeft.value).toBeGreaterThan(0);
  });

  test.each(['sha256', 'pbkdf2'] as const)('it stops at once, by %s', async (kdf) => {
    const token = await seal(kdf === 'sha256' ? stages.fernet : stages.hazmat, 'xKd82!vQ');
    const script = kdf === 'sha256' ? workerUrl : withoutSubtle;
    const heard: number[] = [];
    const startWorker = () => {
      const worker = new Worker(script, { type: 'module' });
      const i = heard.push(0) - 1;
      worker.addEventListener('message', () => {
        heard[i] = (heard[i] ?? 0) + 1;
      });
      return worker;
    };
    const run = start(kdf, token, { startWorker });
    expect(heard.length).toBe(Math.min(navigator.hardwareConcurrency, MOST_WORKERS));
    await until(() => heard.every((messages) => messages > 0)); // all are at work, and in the middle of a candidate
    const before = performance.now();
    run.stop();
    expect(performance.now() - before).toBeLessThan(500);
    const atEnd = { state: 'stopped', tried: run.tried.value, heard: [...heard] };
    await later(kdf === 'sha256' ? 500 : 4000);
    expect({ state: run.state.value, tried: run.tried.value, heard }).toEqual(atEnd);
    run.stop();
    expect(run.state.value).toBe('stopped');
  });
});

describe('it has failed', () => {
  const cases: readonly [string, Kdf, Token, RunOptions][] = [
    ['where no worker can be started', 'sha256', 'x', { startWorker: () => new Worker('http://[') }],
    ['where its script is missing', 'sha256', 'x', { startWorker: () => new Worker('/missing.js') }],
    ['with a text for a token', 'sha256', 'rdv 14h', {}],
    ['with half a token', 'sha256', utf8('gAAAAABo'), {}],
    ['with a token of another stage', 'pbkdf2', utf8('gAAAAABo'), {}],
  ];
  test.each(cases)('%s', async (_, kdf, token, options) => {
    const run = start(kdf, token, options);
    await until(() => run.state.value !== 'running');
    expect([run.state.value, run.found.value]).toEqual(['failed', undefined]);
    run.stop();
    expect(run.state.value).toBe('failed');
  });
});

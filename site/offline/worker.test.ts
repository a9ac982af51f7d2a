// The service worker without a browser: one whole build or none, the earlier one for other tabs, and what it leaves alone.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Build, type WorkerScope, work } from './worker.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A build of these files. */
const buildOf = (version: string, files: Readonly<Record<string, string>>): Build => ({
  version,
  base: '/tp/',
  files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, sha256(text)])),
});

/** A browser with its caches, and a server with its files. */
function browser(files: Record<string, string>) {
  const server = { files, isThere: true, asked: [] as string[] };
  const stores = new Map<string, Map<string, Response>>();
  const pathOf = (request: RequestInfo | URL) =>
    new URL(request instanceof Request ? request.url : String(request), 'https://host.test').pathname;
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      put: async (request: RequestInfo | URL, response: Response) =>
        void store.set(pathOf(request), response),
      match: async (request: RequestInfo | URL) => store.get(pathOf(request))?.clone(),
    };
  };
  const caches = {
    open: async (name: string) => open(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (request: RequestInfo | URL) =>
      [...stores.values()]
        .map((store) => store.get(pathOf(request)))
        .find(Boolean)
        ?.clone(),
  };
  const fetch = async (request: Request | string) => {
    const path = pathOf(request);
    server.asked.push(path);
    if (!server.isThere) throw new TypeError('no network');
    const text = server.files[path.slice('/tp/'.length)];
    return text === undefined ? new Response('none', { status: 404 }) : new Response(text);
  };

  /** A worker of a build. */
  function start(build: Build) {
    const hears = new Map<string, (event: never) => void>();
    let claimed = 0;
    const scope = {
      addEventListener: (type: string, hear: (event: never) => void) => void hears.set(type, hear),
      skipWaiting: async () => {},
      clients: {
        claim: async () => {
          claimed += 1;
        },
      },
      location: { origin: 'https://host.test' },
      caches,
      crypto: globalThis.crypto,
      fetch,
    } as unknown as WorkerScope; // as much of one as is used
    work(scope, build);
    const waited = (type: string) =>
      new Promise<void>((done, fail) => {
        const waitUntil = (promise: Promise<unknown>) => promise.then(() => done(), fail);
        hears.get(type)?.({ waitUntil } as never); // each event has what its listener takes
      });
    return {
      install: () => waited('install'),
      activate: () => waited('activate'),
      claims: () => claimed,
      /** undefined where the request is left to the browser */
      ask: async (path: string, options: RequestInit & { navigates?: boolean } = {}) => {
        const request = new Request(new URL(path, 'https://host.test'), options);
        if (options.navigates) Object.defineProperty(request, 'mode', { value: 'navigate' });
        let answer: Promise<Response> | undefined;
        const respondWith = (promise: Promise<Response>) => {
          answer = promise;
        };
        hears.get('fetch')?.({ request, respondWith } as never); // see above
        return answer;
      },
    };
  }
  return { server, stores, start };
}

const FILES = { '': 'home', 'a/': 'page a', '404.html': 'not found', '_astro/x.1.js': 'script 1' };

const textOf = async (response: Promise<Response | undefined>) => (await response)?.text();

describe('a build is kept', () => {
  test('whole, and served without a network', async () => {
    const { server, start } = browser({ ...FILES });
    const worker = start(buildOf('1', FILES));
    await worker.install();
    await worker.activate();
    expect(worker.claims()).toBe(1);
    server.isThere = false;
    for (const [path, text] of Object.entries(FILES))
      expect(await textOf(worker.ask(`/tp/${path}`))).toBe(text);
    expect(await textOf(worker.ask('/tp/a/?q=x'))).toBe('page a');
    const lost = await worker.ask('/tp/lost/', { navigates: true });
    expect([lost?.status, await lost?.text()]).toEqual([404, 'not found']);
    await expect(worker.ask('/tp/lost.json')).rejects.toThrow('no network');
  });

  test.each([
    ['another build', 'page a, newer'],
    ['nobody', undefined],
  ])('or not at all: a file of %s', async (_, text) => {
    const served: Record<string, string> = { ...FILES };
    if (text === undefined) delete served['a/'];
    else served['a/'] = text;
    const { stores, start } = browser(served);
    await expect(start(buildOf('1', FILES)).install()).rejects.toThrow('not of this build: a/');
    expect([...stores.keys()]).toEqual([]);
  });
});

test('a new build takes over nothing but what is the same, and leaves the earlier one for other tabs', async () => {
  const { server, stores, start } = browser({ ...FILES });
  const first = start(buildOf('1', FILES));
  await first.install();
  await first.activate();
  const newer = { ...FILES, 'a/': 'page a, newer', '_astro/y.2.js': 'script 2' };
  server.files = newer;
  server.asked = [];
  const second = start(buildOf('2', newer));
  await second.install();
  expect(server.asked).not.toContain('/tp/_astro/x.1.js');
  expect(await textOf(first.ask('/tp/a/'))).toBe('page a');
  await second.activate();
  expect(await textOf(second.ask('/tp/a/'))).toBe('page a, newer');

  const last = { '': 'home 3', '404.html': 'not found' };
  server.files = last;
  const third = start(buildOf('3', last));
  await third.install();
  await third.activate();
  expect([...stores.keys()]).toEqual(['tp-chat-chiffre /tp/ 2', 'tp-chat-chiffre /tp/ 3']);
  expect(await textOf(third.ask('/tp/_astro/y.2.js'))).toBe('script 2');
  expect((await third.ask('/tp/a/'))?.status).toBe(404);
});

test('which relay there is, the server says each time; where it is silent, there is none', async () => {
  const { server, start } = browser({ ...FILES, 'relay.json': '{"relay":"/tp/relay"}' });
  const worker = start(buildOf('1', FILES));
  await worker.install();
  expect(await textOf(worker.ask('/tp/relay.json'))).toBe('{"relay":"/tp/relay"}');
  server.isThere = false;
  expect(await textOf(worker.ask('/tp/relay.json'))).toBe('{"relay":null,"unreached":true}');
});

test.each([
  ['/tp/relay', {}],
  ['/healthz', {}],
  ['/elsewhere/', {}],
  ['/tp/a/', { method: 'POST' }],
  ['https://other.test/tp/a/', {}],
])('leaves %s alone (%j)', async (path, options) => {
  const worker = browser({ ...FILES }).start(buildOf('1', FILES));
  await worker.install();
  expect(await worker.ask(path, options)).toBeUndefined();
});

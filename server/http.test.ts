// The web server: the files it knows, and no other; the headers that guard them.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTo } from './access.ts';
import { createSiteServer } from './http.ts';
import { type Reply, text } from './reply.ts';
import { loadFiles } from './static-files.ts';

const PAGE =
  '<!doctype html><meta http-equiv="content-security-policy" content="default-src &#39;self&#39;; script-src &#39;self&#39;;"><p>page';
const CAGE_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'sha256-abc='";
const CAGE = `<!doctype html><meta http-equiv="content-security-policy" content="${CAGE_POLICY}"><p>cage`;
const folder = mkdtempSync(join(tmpdir(), 'site-'));
/** The one that is, and names that are only like it. */
const CAGES = [
  'cage/naive-client.html',
  'cage/index.html',
  'cage/naive-client.html.txt',
  'questions/cage/naive-client.html',
  'naive-client.html',
];
let origin = '';
let port = 0;
let stop = () => {};

beforeAll(async () => {
  mkdirSync(join(folder, 'dist/questions/7'), { recursive: true });
  mkdirSync(join(folder, 'dist/_astro'));
  mkdirSync(join(folder, 'dist/.hidden'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/.hidden/file.txt'), 'secret');
  for (const name of ['index.html', '404.html', 'questions/7/index.html'])
    writeFileSync(join(folder, 'dist', name), `${PAGE} ${name}`);
  writeFileSync(join(folder, 'dist/_astro/a.abc.js'), 'export {}');
  writeFileSync(join(folder, 'dist/worker.js'), 'addEventListener');
  writeFileSync(join(folder, 'dist/wasm.fr.pagefind'), 'packed');
  for (const name of CAGES) {
    mkdirSync(join(folder, 'dist', dirname(name)), { recursive: true });
    writeFileSync(join(folder, 'dist', name), CAGE);
  }
  writeFileSync(join(folder, 'dist/relay.json'), '{"relay":null}');
  const server = createSiteServer({
    maxPerAddress: 0,
    files: loadFiles(join(folder, 'dist')),
    base: '/tp/',
    relay: { relay: '/tp/relay', class: false },
    access: () => accessTo(port, ['salle.test'], []),
    routes: (name) => (name === 'own' ? own() : undefined),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo); // a TCP server has no other
  origin = `http://127.0.0.1:${port}`;
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
});

afterAll(() => {
  stop();
  rmSync(folder, { recursive: true });
});

/** What is answered by no file. */
let own: () => Reply | Promise<Reply>;

const get = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init });

/** The status of a request whose path no well-behaved client would send. */
async function rawStatus(request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${request}\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer.split(' ')[1] ?? '';
}

test('lets the service worker ask this server, and do no more; its file is looked at anew each time', async () => {
  const { headers } = await get('/tp/worker.js');
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
  );
});

test('serves the index of the search as the bytes that it is', async () => {
  const { headers } = await get('/tp/wasm.fr.pagefind', { headers: { 'accept-encoding': 'gzip' } });
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-encoding')).toBeNull();
});

test('serves pages below the base, with their own policy and the rest of the guards', async () => {
  const response = await get('/tp/questions/7/');
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('questions/7/index.html');
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'self'; script-src 'self'; frame-ancestors 'none'",
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(response.headers.get('permissions-policy')).toContain('camera=()');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

describe('the replica in its cage', () => {
  const itsPolicy = `sandbox allow-scripts; ${CAGE_POLICY}; frame-ancestors 'self'`;

  test('has no origin and may be framed by this site, compressed or not, sent or kept', async () => {
    const first = await get('/tp/cage/naive-client.html');
    const kept = { 'if-none-match': first.headers.get('etag') ?? '' };
    const answers = [
      first,
      await get('/tp/cage/naive-client.html', { headers: kept }),
      await get('/tp/cage/naive-client.html', { headers: { 'accept-encoding': 'identity' } }),
      await get('/tp/cage/naive-client.html?x=%20', { method: 'HEAD' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 200, 200]);
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(itsPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBeNull(); // which no sandbox goes with
    }
  });

  test.each([...CAGES.slice(1), 'cage/', 'cage/naive-client.html/', 'relay.json'])(
    'is not %s, which nobody may frame',
    async (path) => {
      const { headers } = await get(`/tp/${path}`);
      expect(headers.get('content-security-policy')).toMatch(/; frame-ancestors 'none'$/);
      expect(headers.get('content-security-policy')).not.toContain('sandbox');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    },
  );
});

test('leaves the opener policy out where the name is not the machine itself', async () => {
  const status = connect(port, '127.0.0.1');
  status.end(`GET /tp/ HTTP/1.1\r\nHost: salle.test:${port}\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of status) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1.1 200/);
  expect(answer.toLowerCase()).not.toContain('cross-origin-opener-policy');
});

test('answers what it does not know with its page, 404, and the page’s whole policy', async () => {
  const response = await get('/tp/nowhere/');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('404.html');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'; frame-ancestors");
});

test.each([
  '/tp/../secret.txt',
  '/tp/%2e%2e/secret.txt',
  '/tp/..%2fsecret.txt',
  '/tp/..%5csecret.txt',
  '/tp//../../secret.txt',
  '/tp/.hidden/file.txt',
  '/tp/%00',
  '/tp/%zz',
  '/tp/constructor',
  '/tp/__proto__',
  '/index.html',
])('does not know %s', async (path) => {
  expect(await rawStatus(`GET ${path} HTTP/1.1\r\nHost: localhost`)).toBe('404');
});

test.each([
  ['/', '/tp/'],
  ['/tp', '/tp/'],
  ['/tp/questions/7', '/tp/questions/7/'],
])('sends %s on to %s', async (from, to) => {
  const response = await get(from);
  expect(response.status).toBe(308);
  expect(response.headers.get('location')).toBe(to);
});

test('says which relay there is, whatever the build said, and that all is well', async () => {
  expect(await (await get('/tp/relay.json')).json()).toEqual({ relay: '/tp/relay', class: false });
  const health = await get('/healthz');
  expect(health.status).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
  expect(health.headers.get('cache-control')).toBe('no-store');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('does not take %s', async (method) => {
  const response = await get('/tp/', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('answers HEAD with the headers alone', async () => {
  const response = await get('/tp/', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
  expect(await response.text()).toBe('');
});

test('has other names than this one', async () => {
  expect(await rawStatus('GET /tp/ HTTP/1.1\r\nHost: evil.test')).toBe('421');
  expect(await rawStatus('GET /healthz HTTP/1.1\r\nHost: evil.test')).toBe('421');
});

test.each(['bytes=5-2', 'bytes=0-1', 'bytes=99999999999999-', 'lines=1'])(
  'sends the whole for the range %s',
  async (range) => {
    const response = await get('/tp/', { headers: { range } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('index.html');
  },
);

describe('bytes on the way', () => {
  test('are compressed for who asks, and whole for who does not', async () => {
    const zipped = await get('/tp/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('vary')).toBe('Accept-Encoding');
    expect(await zipped.text()).toContain('index.html');
    for (const encoding of ['identity', 'gzip;q=0', 'br'])
      expect(
        (await get('/tp/', { headers: { 'accept-encoding': encoding } })).headers.has('content-encoding'),
      ).toBe(false);
  });

  test('are not sent again to who has them', async () => {
    const etag = (await get('/tp/')).headers.get('etag') ?? '';
    const again = await get('/tp/', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('may be kept for ever where their name holds their hash, and nowhere else', async () => {
    expect((await get('/tp/_astro/a.abc.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/tp/')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/tp/_astro/a.abc.js')).headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });
});

describe('an answer that wants to know when it has been taken', () => {
  test('hears so', async () => {
    let taken = 0;
    own = () => ({ ...text(200, 'here'), taken: () => void taken++ });
    expect(await (await get('/tp/own')).text()).toBe('here\n');
    await expect.poll(() => taken).toBe(1);
  });

  test('hears that nobody waits for it any more, though that was so before it was there', async () => {
    let taken = 0;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    own = () => promise;
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write('GET /tp/own HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((passed) => setTimeout(passed, 100));
    socket.destroy();
    await new Promise((passed) => setTimeout(passed, 100));
    resolve({ ...text(200, 'here'), taken: () => void taken++ });
    await expect.poll(() => taken).toBe(1);
  });
});

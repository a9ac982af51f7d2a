// The commands as a user types them: what they print, how they end.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { hostname, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SERVER = 'server/main.ts';
const ASTRO = 'node_modules/astro/bin/astro.mjs';

const data = mkdtempSync(join(tmpdir(), 'tp-chat-'));
const launched: ChildProcessWithoutNullStreams[] = [];
afterAll(() => {
  for (const child of launched) child.kill(); // what a failed test has left behind
  rmSync(data, { recursive: true });
});

/** Starts a program as a user would, with a data folder of its own. */
function launch(words: readonly string[], settings: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: data };
  const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...environment, ...settings } });
  launched.push(child);
  return child;
}

/** Waits until a program ends. */
async function ending(child: ChildProcessWithoutNullStreams) {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), stdout, stderr };
}

/** Runs the server until it ends. */
const run = (...words: string[]) => ending(launch([SERVER, ...words]));

/** Starts the server. @returns all that it has printed when it is ready, and how to end it */
async function startedWith(words: readonly string[], settings?: NodeJS.ProcessEnv) {
  const child = launch([SERVER, '--port', '0', ...words], settings);
  const ended = ending(child);
  let output = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (output.includes('Ctrl + C')) break;
  }
  if (!output.includes('Ctrl + C')) throw new Error(`the server ended: ${output}${(await ended).stderr}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { output, stop };
}

/** The workbook's addresses: each on a line of its own. */
const addressesIn = (output: string) =>
  Array.from(output.matchAll(/^ {4}(http:\/\/\S+)$/gm), ([, url = '']) => url);

/** The status of a page that is asked for under a name. */
async function statusUnder(host: string, url: string): Promise<number | undefined> {
  const asked = request(url, { headers: { host } }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

test('a busy port is told in one line, and the exit is 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo; // a TCP server has no other
  const { code, stderr } = await run('--port', String(port));
  other.close();
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`Le port ${port} est déjà pris`);
}, 120_000);

test.each([['--port', 'beaucoup'], ['--inconnu'], ['--host', '192.0.2.1']])(
  'words that do not fit (%s) are told in one line, and the exit is 1',
  async (...words) => {
    const { code, stderr } = await run(...words);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
  120_000,
);

test('help is help', async () => {
  const { code, stdout } = await run('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--port N');
});

test.each([{ ANSWERS: 'foo' }, { SITE_URL: 'garbage' }, { BASE_PATH: '/a b/' }])(
  'a build or a server with %j is refused in one line, and the exit is 1',
  async (settings) => {
    for (const words of [[ASTRO, 'build'], [SERVER]]) {
      const { code, stdout, stderr } = await ending(launch(words, settings));
      expect(code).toBe(1);
      expect((stdout + stderr).trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(/^[A-Z_]+ : « .+ » n’est /);
    }
  },
);

describe('the addresses that are printed', () => {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const ipv4 = found.filter(({ internal, family }) => !internal && family === 'IPv4');
  const others = ipv4.map(({ address }) => address);
  const hosts: [string[], string[]][] = [
    [[], ['127.0.0.1']],
    [['--host', '127.0.0.2'], ['127.0.0.2']],
    [['--host', 'localhost'], ['localhost']],
    [
      ['--host', '0.0.0.0'],
      [...others, 'localhost'],
    ],
    [['--class', '--host', '127.0.0.2'], ['127.0.0.2']],
  ];
  // Where there is no IPv6, the server says that it has no such address.
  if (found.some(({ address }) => address === '::1')) hosts.push([['--host', '::1'], ['[::1]']]);

  test.each(hosts)('with %j are %j, and somebody listens there', async (words, names) => {
    const { output, stop } = await startedWith(words, { ANSWERS: 'open' });
    const urls = addressesIn(output);
    expect(urls.map((url) => url.replace(/:\d+\/$/, ''))).toEqual(names.map((name) => `http://${name}`));
    for (const url of urls) expect((await fetch(url)).status).toBe(200);
    await stop();
  });
});

test('a class finds its server under the machine’s name, with and without .local, and under no other', async () => {
  const { output, stop } = await startedWith(['--class'], { ANSWERS: 'open' });
  const url = addressesIn(output).at(-1) ?? '';
  expect(await statusUnder(hostname(), url)).toBe(200);
  expect(await statusUnder(`${hostname().split('.', 1)[0]}.local`, url)).toBe(200);
  expect(await statusUnder('evil.local', url)).toBe(421);
  await stop();
});

describe('the passphrase of sealed answers', () => {
  const told = (output: string) => output.match(/phrase de passe/g)?.length ?? 0;

  test('is told once by a build: where it lies', async () => {
    const { code, stdout } = await ending(launch([ASTRO, 'build'], { ANSWERS: 'sealed', NO_COLOR: '1' }));
    expect(code).toBe(0);
    expect(stdout).toContain(`la phrase de passe est dans ${join(data, 'answers-passphrase.txt')}\n`);
    expect(told(stdout)).toBe(1);
    const open = await ending(launch([ASTRO, 'build'], { NO_COLOR: '1' }));
    expect(told(open.stdout)).toBe(0);
  });

  test.each(['class', 'start'])('is told once by npm run %s, when it builds', async (script) => {
    const settings = { ANSWERS: 'sealed', ANSWERS_PASSPHRASE: `la nôtre pour ${script}` };
    const { output, stop } = await startedWith(script === 'class' ? ['--class'] : [], settings);
    expect(output).toContain('Construction du cahier');
    expect(output).toContain(settings.ANSWERS_PASSPHRASE);
    expect(told(output)).toBe(1);
    await stop();
  });
});

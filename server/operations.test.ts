// Who watches over the server: figures for this machine alone, and a log without a word of anybody's.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectSocket } from '../test/relay-over-sockets.ts';
import { accessTo } from './access.ts';
import { attachRelay } from './gateway.ts';
import { createSiteServer } from './http.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createRelay } from './node-relay.ts';
import { watchWith } from './operations.ts';
import { fileOf, OperationsLog } from './operations-log.ts';

const lines: string[] = [];
const log = new OperationsLog((line) => lines.push(line));
let metrics: Metrics | undefined;
let port = 0;
let stop = async () => {};

beforeAll(async () => {
  const relay = createRelay(50);
  const access = () => accessTo(port, ['salle.test'], []);
  const server = createSiteServer({
    maxPerAddress: 0,
    files: new Map(),
    base: '/',
    relay: { relay: '/relay', class: true },
    access,
    metrics: async () => (await metrics?.text()) ?? '',
  });
  const gateway = attachRelay(server, relay, {
    path: '/relay',
    alone: true,
    hostAllowed: (host) => access().hostAllowed(host),
    originAllowed: (origin) => access().originAllowed(origin),
    maxPerAddress: 12,
    watch: watchWith(log, () => metrics),
  });
  metrics = createMetrics(relay, () => gateway.connections());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo); // a TCP server has no other
  stop = async () => {
    await gateway.close();
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => stop());

async function ask(headers: Record<string, string> = {}, path = '/metrics') {
  const asked = request({ port, host: '127.0.0.1', path, headers }).end();
  const [response] = await once(asked, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, type: response.headers['content-type'], body };
}

async function figures(): Promise<Map<string, number>> {
  const { body } = await ask();
  return new Map(
    body
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.replace(/ \S+$/, ''), Number(/\S+$/.exec(line)?.[0])]),
  );
}

const SECRETS = ['Ada Lovelace', 'salon-des-secrets', 'le mot de passe est soleil', 'resume-0123456789'];

/** What a class does, and what a curious one tries. */
async function lesson(): Promise<void> {
  const [user = '', room = '', message = '', resume = ''] = SECRETS;
  const url = `ws://127.0.0.1:${port}/relay`;
  const ada = await connectSocket(`${url}?code=${SECRETS[3]}`);
  const bob = await connectSocket(url);
  ada.send({ type: 'register', room, user });
  bob.send({ type: 'register', room, user: 'bob', log: true });
  await bob.next('registered');
  for (let i = 0; i < 20; i++) ada.send({ type: 'send_message', message: `${message} ${i}` });
  for (let i = 0; i < 20; i++) await bob.next('recv');
  const thief = await connectSocket(url);
  thief.send({ type: 'register', room, user, resume });
  expect(await thief.next('refused')).toMatchObject({ code: 'NAME_TAKEN' });
  thief.send(`not JSON: ${message}`);
  await thief.next('refused');
  for (let i = 0; i < 300; i++) thief.send({ type: 'send_message', message, id: message });
  await thief.settle();
  await expect(connectSocket(url, { origin: `https://evil.test/${resume}` })).rejects.toThrow('403');
  await expect(connectSocket(url, { headers: { host: 'evil.test' } })).rejects.toThrow('421');
  for (const client of [ada, bob, thief]) await client.leave('goodbye');
}

describe('the figures', () => {
  test('count what happens', async () => {
    const before = await figures();
    await lesson();
    const after = await figures();
    const more = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(more('tp_chat_joins_total')).toBe(2);
    expect(more('tp_chat_messages_total')).toBe(20);
    expect(more('tp_chat_deliveries_total')).toBe(20);
    expect(more('tp_chat_log_lines_total')).toBeGreaterThanOrEqual(40);
    expect(more('tp_chat_refusals_total{code="NAME_TAKEN"}')).toBe(1);
    expect(more('tp_chat_refusals_total{code="BAD_ENVELOPE"}')).toBe(1);
    expect(more('tp_chat_refusals_total{code="TOO_FAST"}')).toBeGreaterThan(50);
    expect(more('tp_chat_upgrades_refused_total{status="403"}')).toBe(1);
    expect(more('tp_chat_upgrades_refused_total{status="421"}')).toBe(1);
    expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(after.has('tp_chat_event_loop_delay_seconds{quantile="0.99"}')).toBe(true);
  });

  test('hold no name', async () => {
    const { body, type } = await ask();
    expect(type).toContain('version=0.0.4');
    for (const secret of [...SECRETS, 'bob', '127.0.0.1']) expect(body).not.toContain(secret);
  });

  test.each([
    { host: 'salle.test' },
    { 'x-forwarded-for': '192.0.2.1' },
    { forwarded: 'for=192.0.2.1' },
    { via: '1.1 proxy' },
    { origin: 'https://evil.test' },
  ])('are not for %j', async (headers) => {
    expect((await ask(headers)).status).toBe(404);
  });
});

describe('the operations log', () => {
  test('tells what was refused, each line one object, and not one word of anybody’s', async () => {
    lines.length = 0;
    await lesson();
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries).toContainEqual(expect.objectContaining({ event: 'refused', code: 'NAME_TAKEN' }));
    expect(entries).toContainEqual(
      expect.objectContaining({
        event: 'upgrade refused',
        status: '403 Forbidden',
        from: log.from('127.0.0.1'),
      }),
    );
    expect(lines.every((line) => /^\{[^\n]+\}\n$/.test(line))).toBe(true);
    for (const secret of [...SECRETS, 'bob', '127.0.0.1', 'evil', 'soleil'])
      expect(lines.join('')).not.toContain(secret);
  });

  test('is not filled by somebody who is refused all day long, and says what it left out', () => {
    let now = 0;
    const written: string[] = [];
    const small = new OperationsLog(
      (line) => written.push(line),
      () => now,
    );
    for (let i = 0; i < 10_000; i++) small.note('refused', { code: 'TOO_FAST' });
    expect(written.length).toBeLessThan(100);
    small.note('refused', { code: 'NAME_TAKEN' });
    expect(written.at(-1)).toContain('NAME_TAKEN');
    now = 2_000;
    small.note('refused', { code: 'TOO_FAST' });
    expect(JSON.parse(written.at(-1) ?? '')).toMatchObject({ event: 'refused', leftOut: 9_940 });
  });

  test('tells an error by its class and its places, not by its words', () => {
    lines.length = 0;
    log.fault('store', Object.assign(new TypeError(SECRETS[2]), { code: 'ENOSPC' }));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'fault',
      where: 'store',
      error: 'TypeError',
      code: 'ENOSPC',
    });
    expect(lines[0]).not.toContain('soleil');
    expect(lines[0]).toContain('operations.test.ts:');
    log.fault('store', 'soleil');
    expect(lines[1]).not.toContain('soleil');
  });

  test('keeps its file within a size, and the one before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'operations-'));
    const path = join(folder, 'data', 'operations.log');
    const complaints: string[] = [];
    const write = fileOf(path, (line) => complaints.push(line));
    for (let i = 0; i < 3_000; i++) write(`${'x'.repeat(1000)} ${i}\n`);
    expect(statSync(path).size).toBeLessThanOrEqual(1024 * 1024);
    expect(statSync(`${path}.1`).size).toBeLessThanOrEqual(1024 * 1024);
    expect(readFileSync(path, 'utf8')).toMatch(/ 2999\n$/);
    fileOf(path, console.error)('later\n');
    expect(readFileSync(path, 'utf8')).toMatch(/ 2999\nlater\n$/);
    expect(complaints).toEqual([]);
  });

  test('that cannot be written is told once, and stops nothing', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'operations-')), 'file');
    writeFileSync(file, '');
    const complaints: string[] = [];
    const write = fileOf(join(file, 'operations.log'), (line) => complaints.push(line));
    for (let i = 0; i < 3; i++) write('line\n');
    expect(complaints).toEqual([expect.stringContaining('ne peut pas être écrit')]);
  });
});

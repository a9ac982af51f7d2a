// The door: who may come in, and what ends one connection without touching the others.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect as connectTcp, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectSocket } from '../test/relay-over-sockets.ts';
import { accessTo } from './access.ts';
import { attachRelay, type Gateway, type GatewayOptions } from './gateway.ts';
import { createRelay } from './node-relay.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Door {
  readonly port: number;
  readonly url: string;
  readonly gateway: Gateway;
}

async function open(options: Partial<GatewayOptions> = {}): Promise<Door> {
  const server = createServer((_, response) => response.end('page'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  const access = accessTo(port, ['salle.test'], ['https://chat.example.org']);
  const gateway = attachRelay(server, createRelay(0), {
    path: '/tp/relay',
    alone: true,
    hostAllowed: access.hostAllowed,
    originAllowed: access.originAllowed,
    maxPerAddress: 0,
    ...options,
  });
  stops.push(async () => {
    await gateway.close();
    server.closeAllConnections();
    server.close();
  });
  return { port, url: `ws://127.0.0.1:${port}/tp/relay`, gateway };
}

/** What a raw request is answered with, up to the end of its head. */
async function raw(port: number, ...lines: string[]): Promise<string> {
  const socket = connectTcp(port, '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) {
    answer += chunk;
    if (answer.includes('\r\n\r\n')) break;
  }
  socket.destroy();
  return answer.split('\r\n', 1)[0] ?? '';
}

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
];

async function joined(url: string, user: string, options?: WebSocket.ClientOptions) {
  const client = await connectSocket(url, options);
  client.send({ type: 'register', room: 'demo', user });
  await client.next('registered');
  return client;
}

/** A client that speaks for the others: it can still talk to itself through the relay. */
async function expectAlive(client: Awaited<ReturnType<typeof joined>>): Promise<void> {
  client.send({ type: 'send_message', message: 'toujours là', id: 'alive' });
  expect((await client.next('sent')).id).toBe('alive');
}

describe('an upgrade', () => {
  test('passes without an Origin: then it is no browser', async () => {
    const { port } = await open();
    const status = await raw(port, 'GET /tp/relay HTTP/1.1', `Host: 127.0.0.1:${port}`, ...UPGRADE);
    expect(status).toBe('HTTP/1.1 101 Switching Protocols');
  });

  test.each([
    ['http://127.0.0.1:PORT', 101],
    ['http://localhost:PORT', 101],
    ['http://[::1]:PORT', 101],
    ['http://salle.test:PORT', 101],
    ['https://chat.example.org', 101],
    ['http://chat.example.org', 403],
    ['https://chat.example.org.evil.test', 403],
    ['http://127.0.0.1:1', 403],
    ['http://evil.test', 403],
    ['null', 403],
    ['', 403],
  ])('from the origin %s is answered %d', async (origin, status) => {
    const { port } = await open();
    const line = `Origin: ${origin.replace('PORT', String(port))}`;
    const answer = await raw(port, 'GET /tp/relay HTTP/1.1', `Host: 127.0.0.1:${port}`, line, ...UPGRADE);
    expect(answer).toContain(` ${status} `);
  });

  test.each([
    ['localhost:PORT', 101],
    ['LOCALHOST', 101],
    ['[::1]:PORT', 101],
    ['salle.test', 101],
    ['chat.example.org', 101],
    ['evil.test', 421],
    ['127.0.0.1.evil.test', 421],
    ['localhost@evil.test', 421],
    ['', 421],
  ])('to the host %s is answered %d', async (host, status) => {
    const { port } = await open();
    const line = `Host: ${host.replace('PORT', String(port))}`;
    expect(await raw(port, 'GET /tp/relay HTTP/1.1', line, ...UPGRADE)).toContain(` ${status} `);
  });

  test('over HTTP/1.0, or without a Host, is refused', async () => {
    const { port } = await open();
    expect(await raw(port, 'GET /tp/relay HTTP/1.0', 'Host: localhost', ...UPGRADE)).toContain(' 400 ');
    expect(await raw(port, 'GET /tp/relay HTTP/1.0', ...UPGRADE)).toContain(' 400 ');
    expect(await raw(port, 'GET /tp/relay HTTP/1.1', ...UPGRADE)).toContain(' 400 ');
  });

  test('to another path is refused, and does not hang', async () => {
    const { port } = await open();
    for (const path of ['/', '/relay', '/tp/relay/', '/tp/relays'])
      expect(await raw(port, `GET ${path} HTTP/1.1`, 'Host: localhost', ...UPGRADE)).toContain(' 404 ');
    expect(await raw(port, 'GET /tp/relay?x=1 HTTP/1.1', 'Host: localhost', ...UPGRADE)).toContain(' 101 ');
  });

  test('with a broken handshake is refused, and nobody is disturbed', async () => {
    const { port, url } = await open();
    const calm = await joined(url, 'calme');
    const broken = UPGRADE.filter((line) => !line.startsWith('Sec-WebSocket-Key'));
    expect(await raw(port, 'GET /tp/relay HTTP/1.1', 'Host: localhost', ...broken)).toContain(' 400 ');
    await expectAlive(calm);
  });
});

describe('one address', () => {
  test('holds so many connections, and may come back when one is gone', async () => {
    const { url } = await open({ maxPerAddress: 2 });
    const first = await connectSocket(url);
    await connectSocket(url);
    const refused = new WebSocket(url);
    const [, response] = await once(refused, 'unexpected-response');
    expect(response.statusCode).toBe(429);
    await first.leave('goodbye');
    await connectSocket(url);
  });
});

describe('what ends one connection alone:', () => {
  test('text that is no UTF-8 (1007)', async () => {
    const { url } = await open();
    const calm = await joined(url, 'calme');
    const socket = new WebSocket(url);
    await once(socket, 'open');
    socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect((await once(socket, 'close'))[0]).toBe(1007);
    await expectAlive(calm);
  });

  test('a frame that breaks the protocol (1002)', async () => {
    const { port, url } = await open();
    const calm = await joined(url, 'calme');
    const socket = connectTcp(port, '127.0.0.1');
    socket.write(['GET /tp/relay HTTP/1.1', 'Host: localhost', ...UPGRADE, '', ''].join('\r\n'));
    await once(socket, 'data');
    socket.write(Buffer.from([0x83, 0x80, 0, 0, 0, 0])); // a reserved opcode
    const [answer] = await once(socket, 'data');
    expect([...answer]).toEqual([0x88, 2, 0x03, 0xea]); // a close frame: 1002
    await expectAlive(calm);
  });

  test('more than 64 fragments (1008)', async () => {
    const { url } = await open();
    const calm = await joined(url, 'calme');
    const socket = new WebSocket(url);
    await once(socket, 'open');
    for (let i = 0; i < 70; i++) socket.send('x', { fin: false });
    expect((await once(socket, 'close'))[0]).toBe(1008);
    await expectAlive(calm);
  });

  test('a binary frame is refused, and the connection lives on', async () => {
    const { url } = await open();
    const socket = new WebSocket(url);
    await once(socket, 'open');
    socket.send(Buffer.from('{"type":"register","room":"demo","user":"a"}'));
    const [answer] = await once(socket, 'message');
    expect(JSON.parse(String(answer))).toMatchObject({ type: 'refused', code: 'BAD_ENVELOPE' });
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test.each(['ping', 'pong'] as const)('a steady stream of %ss (1008)', async (control) => {
    const { url } = await openWithRate(50);
    const calm = await joined(url, 'calme');
    const socket = new WebSocket(url);
    const closed = once(socket, 'close');
    await once(socket, 'open');
    // Not all at once: of more than 60 unanswered pings `ws` cuts the line by itself.
    for (let i = 0; i < 900 && socket.readyState === WebSocket.OPEN; i++) {
      socket[control]();
      if (i % 30 === 0) await Promise.race([control === 'ping' ? once(socket, 'pong') : pause(5), closed]);
    }
    expect((await closed)[0]).toBe(1008);
    await expectAlive(calm);
  });

  test('reading too slowly: it is cut, and the others get everything', async () => {
    const { port, url } = await open();
    const sender = await joined(url, 'bavarde');
    const reader = await joined(url, 'attentive');
    const slow = await slowReader(port);
    const message = 'x'.repeat(60_000);
    for (let i = 0; i < 200; i++) {
      sender.send({ type: 'send_message', message });
      await sender.settle();
    }
    for (let seq = 1; seq <= 200; seq++) expect((await reader.next('recv')).seq).toBe(seq);
    slow.resume();
    await once(slow, 'close');
  }, 20_000);

  test('giving no sign of life', async () => {
    const { port, url } = await open({ heartbeatMs: 100 });
    const calm = await joined(url, 'calme'); // `ws` answers pings by itself
    const dead = await slowReader(port); // this one answers none
    const gone = once(dead, 'close');
    dead.resume();
    await gone;
    await expectAlive(calm);
  });
});

async function openWithRate(rate: number): Promise<Door> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  const gateway = attachRelay(server, createRelay(rate), {
    path: '/',
    alone: true,
    hostAllowed: () => true,
    originAllowed: () => false,
    maxPerAddress: 0,
  });
  stops.push(async () => {
    await gateway.close();
    server.close();
  });
  return { port, url: `ws://127.0.0.1:${port}/`, gateway };
}

test.each(['/', '/tp/relay', '/nowhere'])(
  'whoever asks for %s and tears the line down leaves the server standing',
  async (path) => {
    const { port, url } = await open();
    const calm = await joined(url, 'calme');
    for (let i = 0; i < 20; i++) {
      const socket = connectTcp(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\nx`);
      await new Promise((written) => setTimeout(written, i % 4));
      socket.resetAndDestroy();
    }
    await expectAlive(calm);
  },
);

test('whoever is too fast is not listened to for a moment, and then heard', async () => {
  const { url } = await openWithRate(50);
  const hasty = await joined(url, 'pressée');
  for (let i = 0; i < 250; i++) hasty.send({ type: 'send_message', message: 'vite' });
  await hasty.next('refused');
  const refused = performance.now();
  hasty.send({ type: 'send_message', message: 'patience', id: 'late' });
  expect((await hasty.next('sent')).id).toBe('late');
  expect(performance.now() - refused).toBeGreaterThan(60);
});

/** A registered client of raw TCP that reads no further. */
async function slowReader(port: number): Promise<Socket> {
  const socket = connectTcp(port, '127.0.0.1');
  socket.on('error', () => {}); // being cut is what it is for
  socket.write(['GET /tp/relay HTTP/1.1', 'Host: localhost', ...UPGRADE, '', ''].join('\r\n'));
  await once(socket, 'data');
  const text = Buffer.from('{"type":"register","room":"demo","user":"lente"}');
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text])); // masked with zeros
  await once(socket, 'data');
  socket.pause();
  return socket;
}

test('when the gateway closes, everybody is told 1001 and nobody new comes in', async () => {
  const { url, gateway } = await open();
  const client = await joined(url, 'gauche');
  await gateway.close();
  expect(await client.closed()).toBe(1001);
  await expect(connectSocket(url)).rejects.toThrow();
});

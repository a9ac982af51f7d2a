// The cap on an address's connections: what is beyond it ends at once, and whoever goes makes room.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { capConnections } from './connection-cap.ts';

const open: Socket[] = [];
const server = createServer((_, response) => response.end('here'));

afterEach(() => {
  for (const socket of open) socket.destroy();
  server.close();
});

test('half-sent requests of one address hold no more than its share, and give it back', async () => {
  capConnections(server, 1);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  const arrive = async () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    open.push(socket);
    await new Promise((done) => socket.once('connect', done));
    socket.write('GET / HTTP/1.1\r\nHost: here\r\n');
    return socket;
  };
  const first = await Promise.all(Array.from({ length: 8 }, arrive));
  const beyond = await arrive();
  await new Promise((closed) => beyond.once('close', closed));
  expect(first.filter(({ destroyed }) => destroyed)).toEqual([]);

  first[0]?.destroy();
  await once(first[0] ?? server, 'close');
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.status)
    .toBe(200);
});

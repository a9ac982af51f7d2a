// Requests that no browser makes: before the last is answered, and without end. Who makes them is cut, and nobody else.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Buckets } from './buckets.ts';
import { limitRequests } from './request-limits.ts';

let server: Server;
let answered = 0;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(requests?: Buckets): Promise<number> {
  answered = 0;
  const answer = limitRequests((_, response) => {
    answered += 1;
    setImmediate(() => response.end('here'));
  }, requests);
  server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // a TCP server has no other
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';

async function open(port: number) {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

test('a second request before the answer to the first ends the connection, and all the others in it are not answered', async () => {
  const port = await serve();
  const socket = await open(port);
  socket.write(REQUEST.repeat(1_000));
  await once(socket, 'close');
  expect(answered).toBe(1);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test('one after the other on the same connection is fine', async () => {
  const socket = await open(await serve());
  for (let i = 1; i <= 50; i++) {
    socket.write(REQUEST);
    await once(socket, 'data');
    expect(answered).toBe(i);
  }
  socket.destroy();
});

test('requests without end are not answered any more, and their connections end', async () => {
  const port = await serve(new Buckets(10, 0.1));
  const sockets = await Promise.all(Array.from({ length: 12 }, () => open(port)));
  const ends = sockets.map((socket) => once(socket, 'close'));
  for (const socket of sockets) socket.write(REQUEST);
  await expect.poll(() => answered).toBe(10);
  await Promise.any(ends);
  expect(answered).toBe(10);
  for (const socket of sockets) socket.destroy();
});

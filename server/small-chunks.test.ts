// What comes on a connection in one chunk is taken apart piece by piece: no more of it than until the connection ends.
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { parseInPieces } from './small-chunks.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(answer: RequestListener): Promise<number> {
  server = parseInPieces(createServer(answer), 'connection');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // a TCP server has no other
}

test('of two thousand requests in a chunk few are taken apart once their connection has ended', async () => {
  let seen = 0;
  const port = await serve(({ socket }) => {
    seen += 1;
    socket.destroy();
  });
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n'.repeat(2_000));
  await once(socket, 'close');
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(100);
});

test('a body of many pieces comes whole, and as many bytes of head as Node takes', async () => {
  const port = await serve((request, response) => {
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    request.on('end', () => response.end(`${length} ${request.headers['x-long']?.length}`));
  });
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'X-Long': 'x'.repeat(8_000) },
    body: 'y'.repeat(3_000_000),
  });
  expect(await response.text()).toBe('3000000 8000');
});

test('a WebSocket speaks and hears, in frames of any size; whoever speaks before being let in is cut', async () => {
  const port = await serve((_, response) => response.end());
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) =>
    socket.on('message', (data) => socket.send(data)).on('error', () => {}),
  );
  const client = new WebSocket(`ws://127.0.0.1:${port}/`);
  await once(client, 'open');
  for (const size of [1, 2_047, 60_000]) {
    client.send('z'.repeat(size));
    const [answer] = await once(client, 'message');
    expect(String(answer)).toHaveLength(size);
  }
  client.close();
  const early = connect(port, '127.0.0.1').on('error', () => {});
  early.write(
    `GET / HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n${'x'.repeat(5_000)}`,
  );
  early.resume();
  await once(early, 'close');
  sockets.close();
});

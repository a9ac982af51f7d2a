// A relay behind a gateway and real sockets, behind the harness of the relay's contract.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { attachRelay } from '#server/gateway.ts';
import type { Limits } from '#server/limits.ts';
import { Relay } from '#server/relay.ts';
import { Inbox } from './client-inbox.ts';
import { handCrankedWorld } from './hand-cranked-world.ts';
import type { Client, Harness } from './relay-contract.ts';

export async function connectSocket(url: string, options: WebSocket.ClientOptions = {}): Promise<Client> {
  const socket = new WebSocket(url, options);
  const inbox = new Inbox();
  socket.on('message', (data) => inbox.deliver(JSON.parse(String(data))));
  socket.on('close', (code) => inbox.close(code));
  socket.on('error', () => {}); // told by the close that follows
  socket.setMaxListeners(Number.POSITIVE_INFINITY); // a test may settle often
  await once(socket, 'open');
  return {
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    async leave(how) {
      const gone = once(socket, 'close');
      if (how === 'goodbye') socket.close(1000);
      else socket.terminate();
      await gone;
    },
    next: inbox.next,
    // A ping is answered behind all that the relay has answered before it.
    async settle() {
      if (socket.readyState !== WebSocket.OPEN) return;
      await new Promise<void>((resolve) => {
        socket.once('pong', resolve);
        socket.once('close', resolve);
        socket.ping();
      });
    },
    rest: () => inbox.takeAll(),
    closed: () => inbox.closed(),
  };
}

export async function startOverSockets(limits: Limits): Promise<Harness> {
  const world = handCrankedWorld();
  const server = createServer();
  const gateway = attachRelay(server, new Relay(world, limits), {
    path: '/relay',
    alone: true,
    hostAllowed: () => true,
    originAllowed: () => false,
    maxPerAddress: 0,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  return {
    connect: () => connectSocket(`ws://127.0.0.1:${port}/relay`),
    advance: (milliseconds) => world.advance(milliseconds),
    async stop() {
      await gateway.close();
      server.close();
    },
  };
}

// Clients of each measured server: how one joins a room, sends, and hears.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Kind } from './peer.ts';
import { joinSocketIo } from './peers/socket-io-client.ts';

async function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  return socket;
}

export const bareWs: Kind = {
  name: 'bare ws',
  server: 'servers/bare-ws.ts',
  async join(port, room, _, heard) {
    const socket = await open(`ws://127.0.0.1:${port}/${room}`);
    socket.on('message', heard);
    return { send: (text) => socket.send(text), close: () => socket.terminate() };
  },
};

async function register(port: number, words: object): Promise<WebSocket> {
  const socket = await open(`ws://127.0.0.1:${port}/relay`);
  socket.send(JSON.stringify({ type: 'register', ...words }));
  await once(socket, 'message');
  return socket;
}

const RECV = Buffer.from('{"type":"recv"');

export const relay: Kind = {
  name: 'this relay',
  server: 'servers/relay.ts',
  async join(port, room, user, heard) {
    const socket = await register(port, { room, user });
    socket.on('message', (data: Buffer) => {
      if (data.subarray(0, RECV.length).equals(RECV)) heard();
    });
    return {
      send: (text) => socket.send(`{"type":"send_message","message":"${text}"}`),
      close: () => socket.close(1000),
    };
  },
  async observe(port, room) {
    const socket = await register(port, { room, observe: true });
    socket.on('message', () => {});
    return { send: () => {}, close: () => socket.close(1000) };
  },
};

export const socketIo: Kind = {
  name: 'socket.io',
  server: 'peers/socket-io-server.ts',
  join: (port, room, _, heard) => joinSocketIo(port, room, heard),
};

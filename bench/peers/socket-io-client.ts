// A client of socket.io, over WebSockets alone.
import { io } from 'socket.io-client';
import type { Peer } from '../peer.ts';

export async function joinSocketIo(port: number, room: string, heard: () => void): Promise<Peer> {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    query: { room },
  });
  await new Promise<void>((resolve) => socket.on('connect', resolve));
  socket.on('message', heard);
  return { send: (text) => socket.emit('message', text), close: () => socket.disconnect() };
}

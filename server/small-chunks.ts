// Gives Node's HTTP parser what comes on a connection in small pieces, since it takes whole chunks apart, whatever is said meanwhile.
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** A page's request has half of it, cookies and all; the smallest requests that there are fit in some seventy times. */
const PIECE_BYTES = 2_048;

/**
 * A chunk of 64 KiB holds two thousand requests, which the parser makes objects of, one after the other, for twenty milliseconds,
 * although the connection has ended with the second of them. In pieces, it is heard between two of them that it has.
 * @param server - one that answers upgrades: with a listener, Node hands their sockets out and leaves them
 * @param event - with which the server gives a connection out when it can be read
 */
export function parseInPieces<Which extends Server>(
  server: Which,
  event: 'connection' | 'secureConnection',
): Which {
  const upgraded = new WeakSet<object>();
  server.on('upgrade', (_: IncomingMessage, socket: object) => upgraded.add(socket));
  server.on(event, (socket: Socket) => {
    const parse = socket.listeners('data')[0];
    if (!parse) return;
    socket.removeListener('data', parse as () => void);
    const inPieces = (chunk: NonSharedBuffer) => {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        // Nobody may speak as a WebSocket before having been let in.
        if (upgraded.has(socket)) socket.destroy();
        if (socket.destroyed) return;
        parse.call(socket, chunk.subarray(at, at + PIECE_BYTES));
      }
      if (upgraded.has(socket)) socket.removeListener('data', inPieces);
    };
    socket.on('data', inPieces);
  });
  return server;
}

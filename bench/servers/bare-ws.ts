// The least that a chat server can be: what comes from one goes to the others of its room.
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { reportTo } from './report.ts';

const server = createServer();
const rooms = new Map<string, Set<WebSocket>>();

new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: false });
  });
  socket.on('close', () => room.delete(socket));
});

reportTo(server);

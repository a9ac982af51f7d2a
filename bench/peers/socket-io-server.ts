// The best-known library for this purpose, over WebSockets alone.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { reportTo } from '../servers/report.ts';

const server = createServer();
new Server(server, { transports: ['websocket'], perMessageDeflate: false }).on('connection', (socket) => {
  const room = String(socket.handshake.query.room);
  socket.join(room);
  socket.on('message', (text) => socket.to(room).emit('message', text));
});
reportTo(server);

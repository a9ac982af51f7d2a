// Caps how many connections one address may hold to the whole server, so that nobody's half-sent requests take all there are.
import type { Server } from 'node:net';

/** A browser opens six connections to a server, and a class sits behind one address: so many for each that the relay may have. */
const FOR_EACH_OF_THE_RELAY = 8;

/**
 * Ends what comes beyond the cap at once, unread.
 * @param maxPerAddress - connections of one address that the relay takes; 0 for any number
 */
export function capConnections(server: Server, maxPerAddress: number): void {
  if (maxPerAddress === 0) return;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const before = open.get(address) ?? 0;
    if (before >= FOR_EACH_OF_THE_RELAY * maxPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, before + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

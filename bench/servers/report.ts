// What every measured server does: says where it listens, and what the kernel says it has cost.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Cost {
  /** CPU time of user and system, in microseconds, from the kernel's accounting */
  readonly cpu: number;
}

/** Listens on any free port of the machine itself, and answers its parent's questions. */
export function reportTo(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // a TCP server has no other
    process.send?.({ port });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system } satisfies Cost);
  });
  process.on('disconnect', () => process.exit(0));
}

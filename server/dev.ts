// Puts the relay on Astro's development server: one port for page and relay, as in production.
import type { Server } from 'node:http';
import { accessTo } from './access.ts';
import { attachRelay } from './gateway.ts';
import { createRelay } from './node-relay.ts';

/** The little of Vite's development server that is used here. */
interface DevServer {
  readonly httpServer: Server | null;
  readonly middlewares: {
    use(path: string, answer: (request: unknown, response: { end(text: string): void }) => void): void;
  };
}

/** An Astro integration. @param base - the path that the site is built for, with a slash at both ends */
export function relayInDev(base: string) {
  const path = `${base}relay`;
  return {
    name: 'relay-in-dev',
    hooks: {
      'astro:server:setup': ({ server }: { server: DevServer }) => {
        const { httpServer } = server;
        if (!httpServer) return;
        const access = () => {
          const address = httpServer.address();
          return accessTo(typeof address === 'object' && address ? address.port : 0, [], []);
        };
        attachRelay(httpServer, createRelay(50), {
          path,
          alone: false, // Vite answers the other upgrades
          hostAllowed: (host) => access().hostAllowed(host),
          originAllowed: (origin) => access().originAllowed(origin),
          maxPerAddress: 256,
        });
        server.middlewares.use(`${base}relay.json`, (_, response) => {
          response.end(JSON.stringify({ relay: path, class: false }));
        });
      },
    },
  };
}

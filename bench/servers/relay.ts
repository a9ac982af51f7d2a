// The project's relay as `npm start` wires it, without a limit on the rate.
import { createServer } from 'node:http';
import { attachRelay } from '#server/gateway.ts';
import { createRelay } from '#server/node-relay.ts';
import { reportTo } from './report.ts';

const server = createServer();
attachRelay(server, createRelay(0), {
  path: '/relay',
  alone: true,
  hostAllowed: () => true,
  originAllowed: () => false,
  maxPerAddress: 0,
});
reportTo(server);

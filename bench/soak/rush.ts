// Many clients that come at once and say nothing, in a process of their own.

import { once } from 'node:events';
import { WebSocket } from 'ws';
import { doTask } from './apart.ts';
import { pause, SoakClient } from './client.ts';

export interface Rush {
  readonly port: number;
  readonly connections: number;
  /** whether they register, in rooms of 25, or only connect, to paths of 25 each */
  readonly registers: boolean;
  /** how many may be on their way in at a time */
  readonly atOnce: number;
  readonly holdMs: number;
}

const ROOM = 25;

async function come({ port, registers }: Rush, index: number): Promise<WebSocket> {
  const room = `rush${Math.floor(index / ROOM)}`;
  const path = registers ? 'relay' : room;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${path}`, { perMessageDeflate: false });
  await once(socket, 'open');
  if (registers) await new SoakClient(socket).register({ room, user: `m${index}` });
  else socket.on('message', () => {});
  return socket;
}

async function run(rush: Rush): Promise<{ tookMs: number; joined: number }> {
  const started = performance.now();
  const sockets: WebSocket[] = [];
  let next = 0;
  const lane = async () => {
    while (next < rush.connections) {
      next += 1;
      sockets.push(await come(rush, next));
    }
  };
  await Promise.all(Array.from({ length: rush.atOnce }, lane));
  const tookMs = performance.now() - started;
  await pause(rush.holdMs);
  for (const socket of sockets) socket.terminate();
  return { tookMs, joined: sockets.length };
}

doTask(run);

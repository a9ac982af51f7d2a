// CPU of the relay for each delivered message, beside a bare `ws` broadcast and socket.io, interleaved.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bareWs, relay, socketIo } from './clients.ts';
import type { Kind, Peer } from './peer.ts';
import type { Cost } from './servers/report.ts';
import { median, type Row } from './table.ts';

const ROUNDS = 9;
const TEXT = 'x'.repeat(200);
/** messages of one room that are under way at a time */
const WINDOW = 16;
const DELIVERIES = 60_000;

interface Setting {
  readonly members: number;
  readonly rooms: number;
  readonly limit: number;
}

const SETTINGS: readonly Setting[] = [
  { members: 30, rooms: 4, limit: 1.15 },
  { members: 2, rooms: 60, limit: 1.5 },
];

async function startServer(kind: Kind): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, kind.server));
  const [{ port }] = await once(child, 'message');
  return { child, port };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [Cost];
  return cpu;
}

/** One room: the first member talks, and says the next word whenever the second has heard one. */
async function openRoom(kind: Kind, port: number, name: string, { members, rooms }: Setting) {
  const messages = Math.ceil(DELIVERIES / rooms / (members - 1));
  let heard = 0;
  let done = () => {};
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  let said = 0;
  const observer = await kind.observe?.(port, name);
  const talker = await kind.join(port, name, 'talker', () => {});
  const say = () => {
    if (said >= messages) return;
    said += 1;
    talker.send(TEXT);
  };
  const listeners: Peer[] = [];
  for (let member = 1; member < members; member++) {
    const isPacer = member === 1;
    listeners.push(
      await kind.join(port, name, `listener ${member}`, () => {
        heard += 1;
        if (isPacer) say();
        if (heard === messages * (members - 1)) done();
      }),
    );
  }
  return {
    deliveries: messages * (members - 1),
    async run() {
      for (let i = 0; i < WINDOW; i++) say();
      await finished;
    },
    close() {
      for (const peer of [talker, ...listeners, ...(observer ? [observer] : [])]) peer.close();
    },
  };
}

/** @returns microseconds of CPU for each delivered message */
async function measure(
  kind: Kind,
  server: { child: ChildProcess; port: number },
  setting: Setting,
  round: number,
) {
  const names = Array.from({ length: setting.rooms }, (_, i) => `room-${round}-${i}`);
  const rooms = [];
  for (const name of names) rooms.push(await openRoom(kind, server.port, name, setting));
  const before = await cpuOf(server.child);
  await Promise.all(rooms.map((room) => room.run()));
  const cost = (await cpuOf(server.child)) - before;
  for (const room of rooms) room.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return cost / rooms.reduce((sum, { deliveries }) => sum + deliveries, 0);
}

export async function benchRelay(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const setting of SETTINGS) {
    const kinds = [bareWs, relay, socketIo];
    const servers = new Map<Kind, Awaited<ReturnType<typeof startServer>>>();
    for (const kind of kinds) servers.set(kind, await startServer(kind));
    const ratios = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
    for (let round = 0; round <= ROUNDS; round++) {
      const costs = new Map<Kind, number>();
      for (const kind of kinds) {
        const server = servers.get(kind);
        if (server) costs.set(kind, await measure(kind, server, setting, round));
      }
      if (round === 0) continue; // the first one only warms the engines up
      const bare = costs.get(bareWs) ?? Number.NaN;
      for (const kind of kinds) ratios.get(kind)?.push((costs.get(kind) ?? Number.NaN) / bare);
    }
    for (const { child } of servers.values()) child.disconnect();
    const of = (kind: Kind) => median(ratios.get(kind) ?? []);
    const what = `CPU for each delivery, rooms of ${setting.members}, log on`;
    rows.push({ what, measured: of(relay), unit: '× bare ws', limit: setting.limit });
    rows.push({
      what: `the same: socket.io, without a log`,
      measured: of(socketIo),
      unit: '× bare ws',
      above: of(relay),
    });
  }
  return rows;
}

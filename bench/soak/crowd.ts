// Rooms full of clients that talk to each other, in a process of their own: paced by a clock, or as fast as they are heard.
import { createHistogram } from 'node:perf_hooks';
import { doTask } from './apart.ts';
import { connect, pause, type SoakClient, until } from './client.ts';
import { Ledger } from './ledger.ts';

export interface Crowd {
  readonly port: number;
  readonly rooms: readonly string[];
  readonly members: number;
  /** how many messages each member says */
  readonly messages: number;
  /** milliseconds between two of them; 0: as soon as an earlier one is acknowledged, `window` under way at a time */
  readonly everyMs: number;
  readonly window?: number;
}

export interface CrowdResult {
  readonly said: number;
  readonly deliveries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly early: number;
  /** milliseconds from the first word to the last delivery */
  readonly tookMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const SETTLE_MS = 30_000;
const MICROS_IN_MS = 1000;

interface Member {
  readonly user: string;
  readonly client: SoakClient;
  readonly ledger: Ledger;
}

async function talk({ client, user }: Member, { everyMs, messages, window = 1 }: Crowd): Promise<void> {
  if (everyMs === 0) {
    client.onSent = () => {
      if (client.said < messages) client.say(user);
    };
    for (let i = 0; i < Math.min(window, messages); i++) client.say(user);
    return;
  }
  const start = performance.now() + Math.random() * everyMs;
  for (let i = 0; i < messages; i++) {
    await pause(Math.max(0, start + i * everyMs - performance.now()));
    client.say(user);
  }
}

async function run(crowd: Crowd): Promise<CrowdResult> {
  const { port, rooms, members, messages } = crowd;
  const histogram = createHistogram();
  let deliveries = 0;
  const open = async (room: string, index: number): Promise<Member> => {
    const client = await connect(port);
    const user = `m${index}`;
    const ledger = new Ledger();
    client.onHeard = ({ sender, n, took }) => {
      deliveries += 1;
      ledger.note(sender, n);
      histogram.record(Math.max(1, took));
    };
    await client.register({ room, user, log: index === 0 });
    return { user, client, ledger };
  };
  const full = await Promise.all(
    rooms.map(async (room) => {
      const inside: Member[] = [];
      for (let index = 0; index < members; index++) inside.push(await open(room, index));
      return inside;
    }),
  );
  const all = full.flat();
  const started = performance.now();
  await Promise.all(all.map((member) => talk(member, crowd)));
  const expected = rooms.length * members * messages * (members - 1);
  // A long run without a clock ends when nothing comes any more.
  let before = -1;
  while (deliveries < expected && before !== deliveries) {
    before = deliveries;
    await until(() => deliveries >= expected, SETTLE_MS);
  }
  const tookMs = performance.now() - started;
  const lost = full
    .flatMap((inside) =>
      inside.flatMap(({ ledger, user }) =>
        inside
          .filter((other) => other.user !== user)
          .map((other) => other.client.said - ledger.heard(other.user)),
      ),
    )
    .reduce((sum, missing) => sum + missing, 0);
  const sum = (of: (ledger: Ledger) => number) => all.reduce((total, { ledger }) => total + of(ledger), 0);
  for (const { client } of all) client.socket.terminate();
  return {
    said: all.reduce((total, { client }) => total + client.said, 0),
    deliveries,
    lost,
    doubled: sum((ledger) => ledger.doubled),
    early: sum((ledger) => ledger.early),
    tookMs,
    p50: histogram.percentile(50) / MICROS_IN_MS,
    p99: histogram.percentile(99) / MICROS_IN_MS,
    max: histogram.max / MICROS_IN_MS,
  };
}

doTask(run);

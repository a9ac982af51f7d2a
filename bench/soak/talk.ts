// People who talk: a class in one room, a thousand clients in fifty, a million numbered messages.
import { runServer } from '../../test/running-server.ts';
import { apart } from './apart.ts';
import type { Crowd, CrowdResult } from './crowd.ts';
import type { SoakOptions, SoakResult } from './result.ts';

const UNLIMITED = ['--rate', '0', '--max-per-address', '0'];

/** Has crowds talk to one server, each in a process of its own. */
async function talking(crowds: readonly Omit<Crowd, 'port'>[]): Promise<CrowdResult> {
  const server = await runServer(UNLIMITED);
  try {
    const { port } = server;
    const results = await Promise.all(
      crowds.map((crowd) => apart<CrowdResult>('crowd.ts', { ...crowd, port } satisfies Crowd)),
    );
    const sum = (of: (result: CrowdResult) => number) => results.reduce((total, one) => total + of(one), 0);
    const most = (of: (result: CrowdResult) => number) => Math.max(...results.map(of));
    return {
      said: sum(({ said }) => said),
      deliveries: sum(({ deliveries }) => deliveries),
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      early: sum(({ early }) => early),
      tookMs: most(({ tookMs }) => tookMs),
      p50: most(({ p50 }) => p50),
      p99: most(({ p99 }) => p99), // of the slower crowd
      max: most(({ max }) => max),
    };
  } finally {
    await server.stop();
  }
}

const isWhole = ({ lost, doubled, early }: CrowdResult) => lost === 0 && doubled === 0 && early === 0;

function figuresOf(result: CrowdResult, limit?: number): SoakResult['figures'] {
  return {
    'messages said': result.said,
    deliveries: result.deliveries,
    'deliveries a second': Math.round(result.deliveries / (result.tookMs / 1000)),
    lost: result.lost,
    doubled: result.doubled,
    'out of order': result.early,
    ...(limit === undefined
      ? {}
      : {
          'on the way, median, ms': result.p50,
          [`on the way, 99th percentile, ms (≤ ${limit})`]: result.p99,
          'on the way, longest, ms': result.max,
        }),
  };
}

const names = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

/** 40 students in one room, a message a second each, for 10 minutes. */
export async function classOfForty({ quick }: SoakOptions): Promise<SoakResult> {
  const limit = 50;
  const result = await talking([{ rooms: ['class'], members: 40, messages: quick ? 4 : 600, everyMs: 1000 }]);
  const ok = isWhole(result) && (quick || result.p99 <= limit);
  return { name: '40 in one room, a message a second each', ok, figures: figuresOf(result, limit) };
}

/** 1,000 clients in 50 rooms of 20, 20,000 deliveries a second, for 2 minutes. */
export async function thousand({ quick }: SoakOptions): Promise<SoakResult> {
  const limit = 100;
  const members = 20;
  const half = { members, everyMs: 950, messages: quick ? 3 : 126 };
  const result = await talking([
    { ...half, rooms: names(quick ? 2 : 25, 'a') },
    { ...half, rooms: names(quick ? 2 : 25, 'b') },
  ]);
  const ok = isWhole(result) && (quick || result.p99 <= limit);
  return {
    name: '1,000 in 50 rooms of 20, 20,000 deliveries a second',
    ok,
    figures: figuresOf(result, limit),
  };
}

/** A million numbered messages, as fast as they are acknowledged, in 20 rooms of 3. */
export async function million({ quick }: SoakOptions): Promise<SoakResult> {
  const members = 3;
  const wanted = quick ? 6_000 : 1_000_000;
  const rooms = 20;
  const messages = Math.ceil(wanted / rooms / members);
  const result = await talking([{ rooms: names(rooms, 'n'), members, messages, everyMs: 0, window: 8 }]);
  const ok = isWhole(result) && result.said >= wanted;
  return { name: '1,000,000 numbered messages', ok, figures: figuresOf(result) };
}

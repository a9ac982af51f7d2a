// One room is attacked, with the limits as they are; a calm pair in another room must not notice.
import { runServer } from '../../test/running-server.ts';
import { apart } from './apart.ts';
import type { Attack, AttackResult } from './attackers.ts';
import type { Crowd, CrowdResult } from './crowd.ts';
import type { SoakOptions, SoakResult } from './result.ts';

const EVERY_MS = 100;
const SPARE_MS = 2_000;

/** A pair that talks calmly for so long. */
function calmPair(port: number, room: string, ms: number): Promise<CrowdResult> {
  const crowd: Crowd = {
    port,
    rooms: [room],
    members: 2,
    messages: Math.ceil(ms / EVERY_MS),
    everyMs: EVERY_MS,
  };
  return apart<CrowdResult>('crowd.ts', crowd);
}

export async function attack({ quick }: SoakOptions): Promise<SoakResult> {
  const ms = quick ? 3_000 : 60_000;
  const server = await runServer();
  const { port } = server;
  const undisturbed = await calmPair(port, 'before', ms);
  const attacking = apart<AttackResult>('attackers.ts', {
    port,
    ms: ms + SPARE_MS,
    joins: quick ? 200 : 10_000,
  } satisfies Attack);
  const disturbed = await calmPair(port, 'meanwhile', ms);
  const tried = await attacking;
  const after = await calmPair(port, 'after', SPARE_MS);
  const alive = server.process.exitCode === null;
  await server.stop();
  const limit = Math.max(50, 5 * undisturbed.p99);
  const faults = [disturbed, after].reduce(
    (sum, { lost, doubled, early }) => sum + lost + doubled + early,
    0,
  );
  return {
    name: 'a calm pair while another room is attacked',
    ok: alive && faults === 0 && (quick || disturbed.p99 <= limit),
    figures: {
      'messages of the calm pair': disturbed.said,
      'lost, doubled or out of order': faults,
      'on the way, 99th percentile, undisturbed, ms': undisturbed.p99,
      [`the same, meanwhile (≤ ${limit.toPrecision(3)})`]: disturbed.p99,
      'tried: messages': tried.messages,
      'tried: frames of 64 KiB': tried.large,
      'tried: pings and pongs': tried.pings,
      'tried: malformed frames': tried.malformed,
      'tried: slow readers, seconds': tried.slow,
      'tried: half-open or broken upgrades': tried.half,
      'tried: requests before the last is answered': tried.requests,
      'tried: joins': tried.joins,
    },
  };
}

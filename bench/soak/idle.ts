// What connections cost that say nothing, beside a bare `ws`, and how long a rush of joins takes.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from '../../test/running-server.ts';
import { apart } from './apart.ts';
import type { SoakOptions, SoakResult } from './result.ts';
import type { Rush } from './rush.ts';

const SERVERS = join(import.meta.dirname, '../servers');
const KIB_IN_MIB = 1024;
const SETTLE_MS = 3_000;
/** Of V8's young generation: else the room that it took for what the joins let fall would count as connections'. */
const YOUNG_MIB = 4;

/** All memory of a process, in MiB, as the kernel counts it. */
function memoryOf({ pid }: ChildProcess): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / KIB_IN_MIB;
}

/** Starts one of the servers. @param cache - keeps its compiled code, so that a later start has no compiler in memory */
async function start(server: string, cache: string): Promise<{ child: ChildProcess; port: number }> {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const child = fork(join(SERVERS, server), { env, execArgv: [`--max-semi-space-size=${YOUNG_MIB}`] });
  const [{ port }] = await once(child, 'message');
  return { child, port };
}

async function memoryWith(server: string, connections: number, registers: boolean): Promise<number> {
  const cache = mkdtempSync(join(tmpdir(), 'compiled-'));
  const { child: first } = await start(server, cache);
  first.disconnect();
  await once(first, 'exit');
  const { child, port } = await start(server, cache);
  const holdMs = SETTLE_MS * 2;
  const rush = apart('rush.ts', { port, connections, registers, holdMs, atOnce: 100 } satisfies Rush);
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child)); // at its highest, before anybody leaves
  }, 250);
  await rush;
  clearInterval(watch);
  child.disconnect();
  rmSync(cache, { recursive: true });
  return memory;
}

/** 5,000 connections in rooms of 25 that say nothing, beside as many of a bare `ws`; both start from compiled code. */
export async function idle({ quick }: SoakOptions): Promise<SoakResult> {
  const connections = quick ? 200 : 5_000;
  const bare = await memoryWith('bare-ws.ts', connections, false);
  const ours = await memoryWith('relay.ts', connections, true);
  const limit = 1.25;
  return {
    name: `${connections} idle connections, a young generation of ${YOUNG_MIB} MiB in both servers`,
    ok: quick || ours / bare <= limit,
    figures: {
      'this relay, MiB': ours,
      'bare ws, MiB': bare,
      [`ratio (≤ ${limit})`]: ours / bare,
    },
  };
}

/** 500 joins at once. */
export async function joins({ quick }: SoakOptions): Promise<SoakResult> {
  const server = await runServer(['--max-per-address', '0']);
  const connections = quick ? 50 : 500;
  const task = { port: server.port, connections, registers: true, holdMs: 0, atOnce: connections };
  const { tookMs, joined } = await apart<{ tookMs: number; joined: number }>('rush.ts', task satisfies Rush);
  await server.stop();
  const limit = 2;
  return {
    name: `${connections} joins at once`,
    ok: joined === connections && (quick || tookMs / 1000 <= limit),
    figures: { joined, [`all of them after, s (≤ ${limit})`]: tookMs / 1000 },
  };
}

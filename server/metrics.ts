// The figures of a running server for a Prometheus on the same machine: counts and measures, and not one name.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Registry } from 'prom-client';
import type { Relay } from './relay.ts';

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** What is counted as it happens; all else is read when somebody asks. */
export interface Metrics {
  readonly upgradesRefused: Counter<'status'>;
  readonly cut: Counter<'why'>;
  readonly handIns: Counter<'outcome'>;
  /** all figures, in the text format of Prometheus */
  text(): Promise<string>;
}

/** @param connections - how many sockets are open */
export function createMetrics(relay: Relay, connections: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const { tally } = relay;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();

  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  const total = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });

  gauge('tp_chat_connections', 'Sockets that are open.', connections);
  gauge('tp_chat_rooms', 'Rooms.', () => relay.rooms.size);
  total('tp_chat_joins_total', 'Peers, observers and operators that came into a room.', () => tally.joins);
  total('tp_chat_messages_total', 'Messages that came in.', () => tally.messages);
  total('tp_chat_deliveries_total', 'Messages that went out, once for each peer.', () => tally.deliveries);
  total('tp_chat_log_lines_total', 'Lines of the log of all rooms.', () => tally.logLines);
  new Counter({
    name: 'tp_chat_refusals_total',
    help: 'Frames that were refused.',
    labelNames: ['code'],
    registers,
    collect() {
      this.reset();
      for (const [code, count] of tally.refusals) this.inc({ code }, count);
    },
  });
  new Gauge({
    name: 'tp_chat_event_loop_delay_seconds',
    help: 'How late the event loop was since the last question.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [0.5, 0.99])
        this.set({ quantile }, delay.percentile(quantile * 100) / NANOSECONDS);
      this.set({ quantile: 1 }, delay.max / NANOSECONDS);
      delay.reset();
    },
  });
  gauge('process_resident_memory_bytes', 'Memory, all of it.', () => process.memoryUsage.rss());
  gauge('nodejs_heap_size_used_bytes', 'Memory, JavaScript’s.', () => process.memoryUsage().heapUsed);
  total('process_cpu_seconds_total', 'CPU time of user and system.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / MICROSECONDS;
  });

  return {
    upgradesRefused: new Counter({
      name: 'tp_chat_upgrades_refused_total',
      help: 'Upgrades that were not let in.',
      labelNames: ['status'],
      registers,
    }),
    cut: new Counter({
      name: 'tp_chat_cut_total',
      help: 'Sockets that were ended: too slow a reader, or no sign of life.',
      labelNames: ['why'],
      registers,
    }),
    handIns: new Counter({
      name: 'tp_chat_hand_ins_total',
      help: 'Sheets that were handed in.',
      labelNames: ['outcome'],
      registers,
    }),
    text: () => registry.metrics(),
  };
}

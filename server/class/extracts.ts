// What of each room's log goes to the projector: long lines cut, and of a room that floods it the last lines now and then.
import type { LogLine } from '../protocol.ts';
import { Bucket } from '../rate.ts';
import type { ProjectedLine, RoomLines } from './wire.ts';

interface ExtractsWorld {
  /** milliseconds */
  now(): number;
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
}

interface Flow {
  readonly bucket: Bucket;
  waiting: ProjectedLine[];
  /** what the waiting lines cost */
  cost: number;
}

/** What a line costs besides its text. All of this is counted in units of UTF-16, which are what a page has to lay out. */
const LINE_COST = 50;
const MOST_OF_A_LINE = 2_000;
/** A room that is written in as fast as one types never comes near either. */
const AT_ONCE = 64 * 1024;
const PER_SECOND = 4 * 1024;
/** The wall stays readable for so long between two batches of a room that writes too much. */
const BATCH_MS = 4_000;
const BATCH = (PER_SECOND * BATCH_MS) / 1000;

export class Extracts {
  readonly #world: ExtractsWorld;
  readonly #show: (extract: RoomLines) => void;
  readonly #flows = new Map<number, Flow>();

  /** @param show - gets what the projector is to show; lines that it never gets were skipped, as their numbers tell */
  constructor(world: ExtractsWorld, show: (extract: RoomLines) => void) {
    this.#world = world;
    this.#show = show;
  }

  add(room: number, lines: readonly LogLine[]): void {
    const flow = this.#flowOf(room);
    const atOnce: ProjectedLine[] = [];
    for (const line of lines.map(cut)) {
      const isBehind = flow.waiting.length > 0;
      if (!isBehind && flow.bucket.take(costOf(line), this.#world.now())) atOnce.push(line);
      else {
        if (!isBehind) this.#world.later(BATCH_MS, () => this.#showWaiting(room, flow));
        wait(flow, line);
      }
    }
    if (atOnce.length > 0) this.#show({ room, lines: atOnce });
  }

  /** The last line of a log is always among them, so that what was skipped before it is never silent. */
  #showWaiting(room: number, flow: Flow): void {
    const { waiting: lines, cost } = flow;
    flow.bucket.charge(cost, this.#world.now());
    flow.waiting = [];
    flow.cost = 0;
    this.#show({ room, lines });
  }

  #flowOf(room: number): Flow {
    const known = this.#flows.get(room);
    if (known) return known;
    const bucket = new Bucket(AT_ONCE, PER_SECOND, this.#world.now());
    const flow: Flow = { bucket, waiting: [], cost: 0 };
    this.#flows.set(room, flow);
    return flow;
  }
}

const costOf = ({ text }: LogLine) => text.length + LINE_COST;

/** Puts a line behind those that wait, of which the oldest make place for it. */
function wait(flow: Flow, line: ProjectedLine): void {
  flow.waiting.push(line);
  flow.cost += costOf(line);
  while (flow.cost > BATCH) {
    const skipped = flow.waiting.shift();
    if (!skipped) return;
    flow.cost -= costOf(skipped);
  }
}

function cut(line: LogLine): ProjectedLine {
  if (line.text.length <= MOST_OF_A_LINE) return line;
  const start = line.text.slice(0, MOST_OF_A_LINE).replace(/[\ud800-\udbff]$/, '');
  // By way of bytes, since a slice would keep the whole text in memory.
  return { ...line, text: Buffer.from(start).toString(), bytes: Buffer.byteLength(line.text) };
}

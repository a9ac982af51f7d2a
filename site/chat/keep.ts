// Keeps the bench in its tab's sessionStorage, so that it goes on from page to page.
import type { FrozenMemory } from '#lab/memory.ts';
import type { StageName } from '#lab/stage.ts';
import type { FrozenRelay } from '#server/relay.ts';
import { KeptList } from './kept-list.ts';
import { KeptRoom } from './kept-room.ts';
import type { OperatorSeat } from './operator.ts';
import type { Invitation, PeerName } from './relay-choice.ts';
import { type LogEntry, numberOf, type ServerLog } from './server-log.ts';
import type { Seat } from './session.ts';
import type { Message, Timeline } from './timeline.ts';

const NAME = 'tp-chat-chiffre:bench';
const VERSION = 5;

export interface KeptPeer {
  readonly password: string;
  readonly offset: number;
  readonly draft: string;
  readonly ttl: number;
  readonly remembers: boolean;
  readonly frozen: boolean;
  readonly memory: FrozenMemory;
  /** the salt of what the peer sends, in hexadecimal, and the last number under it; absent where it drew none yet */
  readonly sending?: { readonly salt: string; readonly counter: number };
  /** absent where another page holds the peer */
  readonly seat?: Seat;
}

export interface KeptBench {
  /** the page whose preset was applied last */
  readonly page: string;
  /** the message that this page proposed */
  readonly proposed: { readonly from: PeerName; readonly text: string };
  readonly stage: StageName;
  readonly peers: Readonly<Record<PeerName, KeptPeer>>;
  readonly timeline: Timeline;
  readonly log: ServerLog;
  readonly selected?: string;
  /** by how much the reader has advanced the time, in milliseconds */
  readonly ahead: number;
  /** of the network, in seconds */
  readonly latency: number;
  /** where the conversation takes place; absent: on the relay in the page */
  readonly invitation?: Invitation;
  /** where the reader sits in the server's chair; absent: nowhere */
  readonly operator?: OperatorSeat;
  /** the relay in the page, at rest; absent: the conversation takes place on a socket */
  readonly relay?: FrozenRelay;
}

/** The long lists of what is kept. */
class Lists {
  readonly timeline = new KeptList<Message>(`${NAME} timeline`, ({ id }) => id);
  readonly log = new KeptList<LogEntry>(`${NAME} log`, numberOf);
  readonly #rooms: KeptRoom[] = [];

  room(number: number): KeptRoom {
    this.#rooms[number] ??= new KeptRoom(`${NAME} room ${number}`);
    return this.#rooms[number];
  }
}

/** What has been written into a storage: as long as nobody else writes there, it need not be written again. */
const written = new WeakMap<Storage, Lists>();

/** What the tab has kept; undefined for nothing, and for what an older version of this page kept, which is let go. */
export function load(storage: Storage): KeptBench | undefined {
  try {
    return read(storage);
  } catch {
    forget(storage);
    return undefined;
  }
}

/** @throws SyntaxError or TypeError for what `save` has not written */
function read(storage: Storage): KeptBench {
  const lists = new Lists();
  const { version, bench } = JSON.parse(storage.getItem(NAME) ?? '');
  if (version !== VERSION) throw new TypeError(`version ${version}`);
  // What is without its lists was written by `save`: here they come back.
  const { relay, ...rest } = bench as Omit<KeptBench, 'timeline' | 'log'>;
  const kept = { ...rest, timeline: lists.timeline.load(storage), log: lists.log.load(storage) };
  const rooms = relay?.map((room, i) => lists.room(i).load(storage, room));
  written.set(storage, lists);
  return rooms ? { ...kept, relay: rooms } : kept;
}

/** @returns whether there was room; if not, what was kept before is let go, so that no half-truth is restored */
export function save(storage: Storage, { timeline, log, relay, ...rest }: KeptBench): boolean {
  const lists = written.get(storage) ?? new Lists();
  written.set(storage, lists);
  try {
    lists.timeline.save(storage, timeline);
    lists.log.save(storage, log);
    const rooms = relay?.map((room, i) => lists.room(i).save(storage, room));
    const bench = rooms ? { ...rest, relay: rooms } : rest;
    storage.setItem(NAME, JSON.stringify({ version: VERSION, bench }));
    return true;
  } catch {
    forget(storage);
    return false;
  }
}

export function forget(storage: Storage): void {
  written.delete(storage);
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const name of names) if (name?.startsWith(NAME)) storage.removeItem(name);
}

// Keeps the bench in its tab's sessionStorage, so that it goes on from page to page.
import type { FrozenMemory } from '#lab/memory.ts';
import type { StageName } from '#lab/stage.ts';
import type { FrozenRelay } from '#server/relay.ts';
import type { OperatorSeat } from './operator.ts';
import type { Invitation, PeerName } from './relay-choice.ts';
import type { ServerLog } from './server-log.ts';
import type { Seat } from './session.ts';
import type { Timeline } from './timeline.ts';

const NAME = 'tp-chat-chiffre:bench';
const VERSION = 4;

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

/** What the tab has kept; undefined for nothing, and for what an older version of this page kept. */
export function load(storage: Storage): KeptBench | undefined {
  try {
    const kept = JSON.parse(storage.getItem(NAME) ?? 'null');
    return kept?.version === VERSION ? kept.bench : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether there was room; if not, what was kept before is let go, so that no half-truth is restored */
export function save(storage: Storage, bench: KeptBench): boolean {
  try {
    storage.setItem(NAME, JSON.stringify({ version: VERSION, bench }));
    return true;
  } catch {
    storage.removeItem(NAME);
    return false;
  }
}

export function forget(storage: Storage): void {
  storage.removeItem(NAME);
}

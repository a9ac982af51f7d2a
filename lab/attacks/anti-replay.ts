// A protection against replays put together from blocks, over real Fernet tokens, and the battery of attacks that tries it.
import { fromUtf8, toHex, utf8 } from '../bytes.ts';
import { type Keys, type Random, type Token, tryOpen } from '../stage.ts';
import { fernet, readTimestamp } from '../stages/fernet.ts';
import { TTL_SECONDS } from '../stages/fernet-ttl.ts';

/** What a protection is made of. */
export interface Blocks {
  /** what makes a message different from all others; `date` is the token's own timestamp, within it always */
  readonly mark: 'none' | 'counter' | 'nonce' | 'date';
  /** whether the mark is sealed within the token, or stands beside it in clear */
  readonly place: 'inside' | 'outside';
  /** whether the sender's name is sealed within the token, and compared with the envelope's and with one's own */
  readonly name: boolean;
  /** who looks at the mark */
  readonly checker: 'receiver' | 'server';
  /** what is kept of the marks accepted: nothing, the highest one, or all */
  readonly memory: 'nothing' | 'highest' | 'all';
  /** whether memory and counter survive a restart */
  readonly kept: boolean;
}

/** What goes over the wire: a token, and what the relay can read and change. */
interface Sent {
  readonly token: Token;
  readonly from: string;
  /** the mark, where it stands outside */
  readonly mark: string | undefined;
}

interface World {
  readonly keys: Keys;
  readonly random: Random;
  /** seconds from 1970 UTC */
  readonly now: number;
}

/** One of the two programs, with what it has kept. */
class Party {
  readonly #name: string;
  readonly #blocks: Blocks;
  readonly #world: World;
  #sent = 0;
  #seen = new Map<string, Set<string>>();

  constructor(name: string, blocks: Blocks, world: World) {
    this.#name = name;
    this.#blocks = blocks;
    this.#world = world;
  }

  send(text: string, now: number): Sent {
    const { mark: kind, place, name } = this.#blocks;
    this.#sent += 1;
    const mark = this.#freshMark(kind);
    const inner = {
      text,
      ...(name ? { from: this.#name } : {}),
      ...(place === 'inside' && mark !== undefined ? { mark } : {}),
    };
    const token = fernet.seal(utf8(JSON.stringify(inner)), this.#world.keys, {
      now,
      random: this.#world.random,
    });
    return { token, from: this.#name, mark: place === 'outside' ? mark : undefined };
  }

  /** @returns whether the message is shown */
  receive({ token, from, mark: outer }: Sent, now: number): boolean {
    const { mark: kind, name, place, checker } = this.#blocks;
    const plaintext = tryOpen(fernet, token, this.#world.keys, { now });
    if (!plaintext) return false;
    // Only a holder of the key has written what is inside.
    const inner: { from?: string; mark?: string } = JSON.parse(fromUtf8(plaintext) ?? '{}');
    if (name && (inner.from !== from || inner.from === this.#name)) return false;
    // A server that is the attacker says of any message that it is new.
    if (checker === 'server') return true;
    const written = place === 'inside' ? inner.mark : outer;
    return this.#isNew(
      name ? (inner.from ?? '') : from,
      kind === 'date' ? String(dateOf(token)) : written,
      now,
    );
  }

  /** The program starts again. */
  restart(): void {
    if (this.#blocks.kept) return;
    this.#sent = 0;
    this.#seen = new Map();
  }

  #freshMark(kind: Blocks['mark']): string | undefined {
    if (kind === 'counter') return String(this.#sent);
    return kind === 'nonce' ? toHex(this.#world.random(16)) : undefined;
  }

  #isNew(from: string, mark: string | undefined, now: number): boolean {
    const { mark: kind, memory } = this.#blocks;
    if (kind === 'date' && now - Number(mark) > TTL_SECONDS) return false;
    if (kind === 'none' || memory === 'nothing') return true;
    if (mark === undefined) return false;
    const seen = this.#seen.get(from) ?? new Set<string>();
    const highest = Math.max(0, ...Array.from(seen, Number));
    const isNew = memory === 'all' ? !seen.has(mark) : Number(mark) > highest;
    if (isNew) this.#seen.set(from, seen.add(mark));
    return isNew;
  }
}

/** The date that a token bears, in seconds from 1970 UTC; long ago for one that bears none. */
function dateOf(token: Token): number {
  const field = fernet.fields(token).find(({ name }) => name === 'timestamp')?.bytes;
  return field ? Number(readTimestamp(field)) : Number.NEGATIVE_INFINITY;
}

type Trial = (
  gauche: Party,
  droite: Party,
  now: number,
) => /** whether the protection holds: the attack has failed, or honest messages have passed */ boolean;

/** Sends and receives one honest message. */
function one(gauche: Party, droite: Party, now: number): Sent {
  const sent = gauche.send('vire 100 €', now);
  droite.receive(sent, now);
  return sent;
}

const trials = {
  /** honest messages must pass, also when gauche's program starts again between two of them */
  honest(gauche, droite, now) {
    const before = [now, now + 1].every((time) => droite.receive(gauche.send('bonjour', time), time));
    gauche.restart();
    return before && droite.receive(gauche.send('me revoilà', now + 2), now + 2);
  },
  /** a date that is remembered tells no two honest messages of one second apart */
  sameSecond: (gauche, droite, now) =>
    ['bonjour', 'tu es là ?'].every((text) => droite.receive(gauche.send(text, now), now)),
  rename: (gauche, droite, now) => {
    const sent = gauche.send('vire 100 €', now);
    return !droite.receive({ ...sent, from: 'mallory' }, now);
  },
  /** back to its author, under the other one's name or under the author's own */
  reflect(gauche, droite, now) {
    const sent = one(gauche, droite, now);
    return ['droite', 'gauche'].every((from) => !gauche.receive({ ...sent, from }, now));
  },
  replayNow: (gauche, droite, now) => !droite.receive(one(gauche, droite, now), now),
  replayLate: (gauche, droite, now) => !droite.receive(one(gauche, droite, now), now + 40),
  /** the same token under a mark of the attacker's, where he can reach it */
  newMark(gauche, droite, now) {
    const sent = one(gauche, droite, now);
    const mark = sent.mark === undefined ? undefined : String(Number(sent.mark) + 1);
    return !droite.receive({ ...sent, mark: mark === 'NaN' ? 'ffff' : mark }, now);
  },
  /** the same token without its mark, where the attacker can reach it */
  noMark: (gauche, droite, now) => !droite.receive({ ...one(gauche, droite, now), mark: undefined }, now),
  restart(gauche, droite, now) {
    const sent = one(gauche, droite, now);
    droite.restart();
    return !droite.receive(sent, now);
  },
} as const satisfies Record<string, Trial>;

export type TrialName = keyof typeof trials;

// Object.keys is typed as strings; these are the table's own.
export const trialNames = Object.keys(trials) as TrialName[];

/** Runs the whole battery on a protection. @returns for each trial, whether the protection holds */
export function runBattery(blocks: Blocks, world: World): Readonly<Record<TrialName, boolean>> {
  const held = trialNames.map((name) => {
    const [gauche, droite] = [new Party('gauche', blocks, world), new Party('droite', blocks, world)];
    return [name, trials[name](gauche, droite, world.now)] as const;
  });
  // One entry for each name of the table.
  return Object.fromEntries(held) as Record<TrialName, boolean>;
}

// Locks and keys put down along a message's way, and what each place then holds, by really sealing and opening there.
import { fromUtf8, utf8 } from '#lab/bytes.ts';
import { BLOCK_BYTES } from '#lab/primitives/pkcs7.ts';
import { type Keys, type Random, tryOpen } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import { readPayload } from '#server/payload.ts';
import { RelayError } from '#server/refusal.ts';
import { toPayload, toToken } from '../chat/payload.ts';
import { holds } from './eyes.ts';

/** The places of the way, in its order. */
export const PLACES = ['gauche', 'link1', 'server', 'link2', 'droite'] as const;
export type Place = (typeof PLACES)[number];

/** What can be put down: sealing, opening, a copy of the key, and a password that is asked for at the door. */
export const THINGS = ['seal', 'open', 'key', 'door'] as const;
export type Thing = (typeof THINGS)[number];

/** What lies where. */
export type Placement = Readonly<Record<Place, ReadonlySet<Thing>>>;

const NOTHING: ReadonlySet<Thing> = new Set();

export const EMPTY: Placement = {
  gauche: NOTHING,
  link1: NOTHING,
  server: NOTHING,
  link2: NOTHING,
  droite: NOTHING,
};

/** The door is the server's: nobody asks for a password elsewhere. */
export const isAllowed = (thing: Thing, place: Place) => thing !== 'door' || place === 'server';

/** Puts a thing down, or takes it away. */
export function withToggled(placement: Placement, thing: Thing, place: Place): Placement {
  if (!isAllowed(thing, place)) return placement;
  const things = new Set(placement[place]);
  if (!things.delete(thing)) things.add(thing);
  return { ...placement, [place]: things };
}

/** Why a place could not do what it was to do. */
export type Trouble = 'no key to seal' | 'no key to open' | 'nothing to open';

/** What a place makes of the message. */
export interface Sight {
  readonly place: Place;
  /** as it came, as it is once this place has opened what it is to open, and as it goes on */
  readonly arrived: Uint8Array;
  readonly opened: Uint8Array;
  readonly left: Uint8Array;
  /** whether the words are in its hands, or can be got there with the key that lies there */
  readonly reads: boolean;
  readonly trouble: Trouble | undefined;
}

/** The stage that the locks are: AES-CTR. */
const { hazmat } = stages;

/** A message under way is the bytes that a wire carries: a text, or the JSON of a payload. */
function seal(bytes: Uint8Array, keys: Keys, random: Random): Uint8Array {
  return utf8(JSON.stringify(toPayload(hazmat.seal(bytes, keys, { now: 0, random }))));
}

function payloadIn(bytes: Uint8Array) {
  try {
    const payload = readPayload(JSON.parse(fromUtf8(bytes) ?? ''));
    return typeof payload === 'string' ? undefined : payload;
  } catch (error) {
    if (error instanceof RelayError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** undefined where there is nothing sealed, or not with this key */
function open(bytes: Uint8Array, keys: Keys): Uint8Array | undefined {
  const payload = payloadIn(bytes);
  return payload && tryOpen(hazmat, toToken(payload), keys, { now: 0 });
}

/** Whether a text is in some bytes, or in what a key makes of them, lock by lock. */
function finds(bytes: Uint8Array, keys: Keys | undefined, text: string): boolean {
  if (holds(bytes, text)) return true;
  const opened = keys && open(bytes, keys);
  return opened !== undefined && finds(opened, keys, text);
}

/** One stop of the way: it opens what came, if it is to, then seals what goes on, if it is to. */
function stopAt(place: Place, things: ReadonlySet<Thing>, arrived: Uint8Array, walk: Walk): Sight {
  const { keys, text, random } = walk;
  const own = things.has('key') ? keys : undefined;
  const opened = (things.has('open') && own && open(arrived, own)) || arrived;
  const left = things.has('seal') && own ? seal(opened, own, random) : opened;
  const reads = finds(arrived, own, text) || holds(opened, text);
  return { place, arrived, opened, left, reads, trouble: troubleOf(things, arrived) };
}

function troubleOf(things: ReadonlySet<Thing>, arrived: Uint8Array): Trouble | undefined {
  if (things.has('open') && !payloadIn(arrived)) return 'nothing to open';
  if (things.has('open') && !things.has('key')) return 'no key to open';
  return things.has('seal') && !things.has('key') ? 'no key to seal' : undefined;
}

/** What is the same at each stop. */
interface Walk {
  readonly text: string;
  readonly keys: Keys;
  readonly random: Random;
}

/** Walks a text through all places, one after the other. The key is a fresh one; all copies are of it. */
export function sightsOf(placement: Placement, text: string, random: Random): readonly Sight[] {
  const walk = { text, keys: hazmat.keys(random(BLOCK_BYTES)), random };
  const sights: Sight[] = [];
  let bytes: Uint8Array = utf8(text);
  for (const place of PLACES) {
    const sight = stopAt(place, placement[place], bytes, walk);
    sights.push(sight);
    bytes = sight.left;
  }
  return sights;
}

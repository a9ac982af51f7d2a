// A relay in a Node process: the pure one, with Node's clock, timers and randomness.
import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { Relay } from './relay.ts';
import { Traffic } from './traffic.ts';
import type { World } from './world.ts';

/** A second. A pair, or three, may use all that its members may send. */
const ROOM_BYTES = 5 * 1024 * 1024;

/** Of a class: a room remembers a mebi at most, and the seats that one address may take make some 128 rooms. */
const CLASS_MEMORY = 192 * 1024 * 1024;

export const nodeWorld: World = {
  now: Date.now,
  random: (length) => new Uint8Array(randomBytes(length)),
  later: (milliseconds, run) => {
    setTimeout(run, milliseconds).unref();
  },
};

/**
 * @param rate - messages a second of one connection; 0 for any number
 * @param openDesk - where a class is served, as {@link Relay} takes it
 */
export function createRelay(rate: number, openDesk?: (relay: Relay) => Desk): Relay {
  const traffic = rate === 0 ? {} : { traffic: (now: number) => new Traffic(ROOM_BYTES, now) };
  const memory = openDesk ? { memory: CLASS_MEMORY } : {};
  return new Relay(nodeWorld, { ...DEFAULT_LIMITS, rate, ...traffic, ...memory }, openDesk);
}

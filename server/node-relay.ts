// A relay in a Node process: the pure one, with Node's clock, timers and randomness.
import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { Relay } from './relay.ts';
import type { World } from './world.ts';

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
  return new Relay(nodeWorld, { ...DEFAULT_LIMITS, rate }, openDesk);
}

// A relay in a Node process: the pure one, with Node's clock, timers and randomness.
import { randomBytes } from 'node:crypto';
import { DEFAULT_LIMITS } from './limits.ts';
import { Relay } from './relay.ts';

/** @param rate - messages a second of one connection; 0 for any number */
export function createRelay(rate: number): Relay {
  return new Relay(
    {
      now: Date.now,
      random: (length) => new Uint8Array(randomBytes(length)),
      later: (milliseconds, run) => {
        setTimeout(run, milliseconds).unref();
      },
    },
    { ...DEFAULT_LIMITS, rate },
  );
}

// The fourth stage: the same token as the third, and a receiver that looks at its clock.
import { openBy, type Stage, type Step } from '../stage.ts';
import { fernet, fernetSteps, timestampIn } from './fernet.ts';

/** The age in seconds up to which this lab's receiver accepts a token. */
export const TTL_SECONDS = 30;

/** How far in the future a token may be dated, in seconds: a choice of Python's `cryptography`, not of the specification. */
export const MAX_CLOCK_SKEW_SECONDS = 60;

const age: Step = {
  name: 'age', // "Verifying", step 3
  passes(opening) {
    const { now, ttl = TTL_SECONDS } = opening.context;
    return ttl === Number.POSITIVE_INFINITY || timestampIn(opening) + BigInt(ttl) >= BigInt(now);
  },
};

const skew: Step = {
  name: 'skew', // the specification's invalid.json: "far-future TS (unacceptable clock skew)"
  passes: (opening) => timestampIn(opening) <= BigInt(opening.context.now + MAX_CLOCK_SKEW_SECONDS),
};

const steps = fernetSteps(age, skew);

export const fernetTtl: Stage = {
  ...fernet,
  name: 'fernet-ttl',
  // WEAK ON PURPOSE (chapter "TTL"): within the TTL nothing tells a token from its copy, see lab/attacks/replay.ts
  open: openBy(steps),
  steps,
};

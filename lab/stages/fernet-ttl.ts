// The fourth stage: the same token as the third, and a receiver that looks at its clock.
import { decodeBase64Url } from '../bytes.ts';
import { type Attempt, openBy, type Stage, type Step } from '../stage.ts';
import { fernet, fernetSteps, hmacIn, timestampIn } from './fernet.ts';

/** The age in seconds up to which this lab's receiver accepts a token. */
export const TTL_SECONDS = 30;

/** How far in the future a token may be dated, in seconds: a choice of Python's `cryptography`, not of the specification. */
export const MAX_CLOCK_SKEW_SECONDS = 60;

const ttlOf = ({ context }: Attempt) => context.ttl ?? TTL_SECONDS;

const age: Step = {
  name: 'age', // "Verifying", step 3
  passes(opening) {
    const ttl = ttlOf(opening);
    return (
      ttl === Number.POSITIVE_INFINITY || timestampIn(opening) + BigInt(ttl) >= BigInt(opening.context.now)
    );
  },
};

const skew: Step = {
  name: 'skew', // the specification's invalid.json: "far-future TS (unacceptable clock skew)"
  passes: (opening) => timestampIn(opening) <= BigInt(opening.context.now + MAX_CLOCK_SKEW_SECONDS),
};

const steps = fernetSteps([age, skew]);

/** Keeps a token for as long as its date would let it pass: up to a minute more than the TTL, where the sender's clock is ahead. */
function remember(opening: Attempt): void {
  const { token, context } = opening; // its `bytes` are the plaintext by now
  const bytes = token instanceof Uint8Array && decodeBase64Url(token);
  if (!bytes) return;
  context.memory?.keep(hmacIn({ bytes }), Number(timestampIn({ bytes })) + ttlOf(opening), context.now);
}

export const fernetTtl: Stage = {
  ...fernet,
  name: 'fernet-ttl',
  // WEAK ON PURPOSE (chapter "TTL"): within the TTL nothing tells a token from its copy, see lab/attacks/replay.ts
  // (A memory that is handed in is kept all the same, so that the repair below knows what came before it.)
  open: openBy(steps, remember),
  steps,
};

const unseen: Step = {
  name: 'unseen', // no specification has it; it compares decoded bytes, since a lax reader takes several texts for one token
  passes: (opening) => !opening.context.memory?.knows(hmacIn(opening)),
};

const rememberingSteps = fernetSteps([age, skew], [unseen]);

/** The repair of the fourth stage: a receiver that also asks its memory whether it has accepted the token before. */
export const fernetTtlRemembering: Stage = {
  ...fernetTtl,
  open: openBy(rememberingSteps, remember),
  steps: rememberingSteps,
};

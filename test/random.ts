// Random numbers for tests: repeatable, from a printed seed.
import { rngAesCtrDrbg256 } from '@noble/ciphers/aes.js';
import { utf8 } from '#lab/bytes.ts';
import { sha256 } from '#lab/primitives/sha256.ts';
import type { Random } from '#lab/stage.ts';

/** A generator whose every output follows from the seed. Never for a key that matters. */
export function seededRandom(seed: string): Random {
  const half = sha256(utf8(seed));
  const generator = rngAesCtrDrbg256(Uint8Array.of(...half, ...half.slice(0, 16)));
  return (length) => (length === 0 ? new Uint8Array(0) : generator.randomBytes(length));
}

/** The seed of this run: `TEST_SEED`, or a fresh one; printed, so that a failure can be run again. */
export function seedOfThisRun(): string {
  const seed = process.env.TEST_SEED ?? String(Date.now());
  console.log(`TEST_SEED=${seed}`);
  return seed;
}

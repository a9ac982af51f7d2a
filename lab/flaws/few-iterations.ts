// Find the flaw: a derivation that costs whoever guesses next to nothing.
import { candidateAt, candidateCount } from '../attacks/wordlist.ts';
import { utf8 } from '../bytes.ts';
import { pbkdf2Sha256 } from '../primitives/pbkdf2.ts';
import type { FlawWorld, Row } from './effect.ts';

export function keyOf(password: string, salt: Uint8Array): Uint8Array {
  // WEAK ON PURPOSE (question 9): so few rounds that a list of words is tried in no time, see lab/attacks/dictionary.ts
  const iterations = 1_000;
  const length = 16;
  return pbkdf2Sha256(utf8(password), salt, iterations, length);
}

export function keyOfRepaired(password: string, salt: Uint8Array): Uint8Array {
  const iterations = 480_000;
  const length = 16;
  return pbkdf2Sha256(utf8(password), salt, iterations, length);
}

/** For how long guesses are counted, at least. */
const MEASURE_MS = 400;

/** Words of a list a second, by this device. */
function guessesPerSecond(make: typeof keyOf, { random, milliseconds }: FlawWorld): number {
  const salt = random(16);
  const start = milliseconds();
  let tried = 0;
  do make(candidateAt(tried++), salt);
  while (milliseconds() - start < MEASURE_MS);
  return (tried * 1000) / (milliseconds() - start);
}

/** How fast this device guesses, and how long the lab's list of passwords would take it. */
export function effect(world: FlawWorld): Row[] {
  keyOf('soleil', world.random(16)); // code that has just been loaded is slow
  const [flawed, repaired] = [guessesPerSecond(keyOf, world), guessesPerSecond(keyOfRepaired, world)];
  return [
    {
      tried: 'guesses',
      flawed: { is: 'rate', perSecond: flawed },
      repaired: { is: 'rate', perSecond: repaired },
    },
    {
      tried: 'list',
      values: { count: candidateCount },
      flawed: { is: 'time', seconds: candidateCount / flawed },
      repaired: { is: 'time', seconds: candidateCount / repaired },
    },
  ];
}

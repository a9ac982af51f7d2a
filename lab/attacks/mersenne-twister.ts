// Foretells a Mersenne Twister, the generator of Python's `random`, from 624 of its outputs.

// MT19937. Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998) 3-30, table II; the
// initialisation of 2002 in their mt19937ar.c, which CPython's Modules/_randommodule.c follows.
const MIDDLE = 397;
const MATRIX = 0x9908b0df;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;
const MASK_B = 0x9d2c5680;
const MASK_C = 0xefc60000;

/** How many words of 32 bits the state has, and so how many outputs tell it. */
export const STATE_WORDS = 624;

/** A word of the ring. */
function at(ring: ArrayLike<number>, i: number): number {
  return ring[i % ring.length] ?? 0;
}

/** What makes an output of a word of the state: each step can be undone. */
function temper(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & MASK_B;
  y ^= (y << 15) & MASK_C;
  y ^= y >>> 18;
  return y >>> 0;
}

/** Undoes `y ^= shifted(y)`: each round sets right as many bits more as the shift has. */
function undo(word: number, bits: number, shifted: (y: number) => number): number {
  let y = word;
  for (let right = bits; right < 32; right += bits) y = word ^ shifted(y);
  return y;
}

/** The word of the state that an output was made of: 32 bits each. */
export function untemper(output: number): number {
  let y = undo(output, 18, (x) => x >>> 18);
  y = undo(y, 15, (x) => (x << 15) & MASK_C);
  y = undo(y, 7, (x) => (x << 7) & MASK_B);
  return undo(y, 11, (x) => x >>> 11) >>> 0;
}

/** Replaces all words of the state by the next 624. */
function twist(state: Uint32Array): void {
  for (let i = 0; i < STATE_WORDS; i++) {
    const word = (at(state, i) & UPPER) | (at(state, i + 1) & LOWER);
    state[i] = at(state, i + MIDDLE) ^ (word >>> 1) ^ (word & 1 ? MATRIX : 0);
  }
}

/** A generator on its way. Never for a key or an IV: that is the lesson. */
export class MersenneTwister {
  readonly #state: Uint32Array;
  #used = STATE_WORDS;

  /** @param state - 624 words, all of which are used up. @throws RangeError for another number */
  constructor(state: ArrayLike<number>) {
    if (state.length !== STATE_WORDS)
      throw new RangeError(`state: ${state.length} words came, ${STATE_WORDS} were wanted`);
    this.#state = Uint32Array.from(state);
  }

  /** The next output, 32 bits: `random.getrandbits(32)` in Python. */
  next(): number {
    if (this.#used === STATE_WORDS) {
      twist(this.#state);
      this.#used = 0;
    }
    const word = at(this.#state, this.#used);
    this.#used += 1;
    return temper(word);
  }
}

/** The state of a seed of 32 bits: `init_genrand` of mt19937ar.c. */
export function initGenrand(seed: number): Uint32Array {
  const state = new Uint32Array(STATE_WORDS);
  state[0] = seed;
  for (let i = 1; i < STATE_WORDS; i++) state[i] = Math.imul(1812433253, mixed(state, i)) + i;
  return state;
}

/** What the initialisations take of the word before the i-th. */
function mixed(state: Uint32Array, i: number): number {
  const before = at(state, i - 1);
  return before ^ (before >>> 30);
}

/** The state of a seed of many words, 32 bits each, 1 or more of them: `init_by_array` of mt19937ar.c. */
export function initByArray(key: ArrayLike<number>): Uint32Array {
  const state = initGenrand(19650218);
  let i = 1;
  const step = (word: number) => {
    state[i] = word;
    i += 1;
    if (i < STATE_WORDS) return;
    state[0] = at(state, STATE_WORDS - 1);
    i = 1;
  };
  for (let k = 0; k < Math.max(STATE_WORDS, key.length); k++)
    step((at(state, i) ^ Math.imul(mixed(state, i), 1664525)) + at(key, k) + (k % key.length));
  for (let k = 1; k < STATE_WORDS; k++) step((at(state, i) ^ Math.imul(mixed(state, i), 1566083941)) - i);
  state[0] = UPPER;
  return state;
}

/** The generator that `random.seed(seed)` starts in Python. Source: CPython, Modules/_randommodule.c, `random_seed` */
export function seededLikePython(seed: bigint): MersenneTwister {
  const key: number[] = [];
  for (let left = seed < 0n ? -seed : seed; left > 0n; left >>= 32n) key.push(Number(left & 0xffffffffn));
  return new MersenneTwister(initByArray(key.length ? key : [0]));
}

/**
 * A generator that goes on where another one is, of which nothing but outputs is known.
 * @param outputs - 624 words of 32 bits or more, one after the other, wherever in its course; the last 624 are used
 * @throws RangeError for fewer
 */
export function clone(outputs: readonly number[]): MersenneTwister {
  return new MersenneTwister(outputs.slice(-STATE_WORDS).map(untemper));
}

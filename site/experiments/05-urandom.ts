// Question 5: three generators behind three letters, one program that tries to foretell them, and a seed.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { clone, initByArray, MersenneTwister, STATE_WORDS } from '#lab/attacks/mersenne-twister.ts';
import { CtrGenerator, SEED_BYTES } from '#lab/primitives/ctr-generator.ts';
import type { Random } from '#lab/stage.ts';

export type Kind = 'twister' | 'system' | 'ctr';
export type Letter = 'A' | 'B' | 'C';

/** How many values are foretold, and then drawn. */
export const FORETOLD = 10;

export const BINS = 16;

/** Words of 32 bits. */
type Words = readonly number[];

export interface Contestant {
  readonly letter: Letter;
  readonly kind: Kind;
  /** all that it has given so far */
  readonly given: number[];
  next(): number;
}

/** A prophecy about one generator, and what came. */
export interface Round {
  readonly letter: Letter;
  readonly foretold: Words;
  /** absent until they are drawn */
  readonly drawn?: Words;
  /** which bit of the seed was another, from 1; 0 for the true seed, absent where no seed was used */
  readonly bit?: number;
}

const take = ({ next }: { next(): number }, count: number): number[] => Array.from({ length: count }, next);

function wordsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i));
}

/** Some things in an order that chance chooses, each order alike. */
function shuffled<T>(things: readonly T[], random: Random): T[] {
  const left = [...things];
  return things.flatMap(() => {
    let [byte = 0] = random(1);
    // Bytes beyond the last whole multiple would favour the first of them.
    while (byte >= 256 - (256 % left.length)) [byte = 0] = random(1);
    return left.splice(byte % left.length, 1);
  });
}

/** How many words fall into each of 16 equal parts of their range. */
export function histogramOf(words: Words): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const word of words) bins[word >>> 28] = (bins[word >>> 28] ?? 0) + 1;
  return bins;
}

/** How many of the values came as they were foretold. */
export function rightIn({ foretold, drawn }: Round): number | undefined {
  return drawn && foretold.filter((word, i) => word === drawn[i]).length;
}

/** A seed with one bit inverted; the bits count from 1, and 0 is none of them. */
export function withBit(seed: Uint8Array, bit: number): Uint8Array {
  const changed = seed.slice();
  const at = (bit - 1) >> 3;
  if (bit > 0) changed[at] = (changed[at] ?? 0) ^ (0x80 >> ((bit - 1) & 7));
  return changed;
}

const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export class UrandomTrial {
  readonly contestants: readonly Contestant[];
  readonly seed: Uint8Array;
  readonly harvested: Signal<boolean> = signal(false);
  /** the generator that the reader expects to be foretold */
  readonly bet: Signal<Letter | undefined> = signal();
  /** one round for each of the three, once the program has spoken */
  readonly duel: Signal<readonly Round[]> = signal([]);
  readonly seedShown: Signal<boolean> = signal(false);
  /** the bit of the seed to invert, from 1; 0 for none */
  readonly bit: Signal<number> = signal(0);
  /** what was foretold with a seed in hand */
  readonly seeded: Signal<readonly Round[]> = signal([]);
  readonly goals: ReadonlySignal<readonly { name: 'duel' | 'seed' | 'bit'; done: boolean }[]>;

  /** @param random - the system's generator: it is one of the three, and seeds the two others */
  constructor(random: Random = systemRandom) {
    this.seed = random(SEED_BYTES);
    // As CPython seeds `random`: with 624 words of the system. Source: Modules/_randommodule.c, random_seed_urandom
    const twister = new MersenneTwister(initByArray(wordsOf(random(4 * STATE_WORDS))));
    const ctr = new CtrGenerator(this.seed);
    const sources: readonly (readonly [Kind, () => number])[] = [
      ['twister', () => twister.next()],
      ['system', () => wordsOf(random(4))[0] ?? 0],
      ['ctr', () => ctr.next()],
    ];
    const letters = shuffled<Letter>(['A', 'B', 'C'], random);
    this.contestants = sources
      .map(([kind, next], i) => ({ letter: letters[i] ?? 'A', kind, next, given: [] }))
      .sort((a, b) => a.letter.localeCompare(b.letter));
    const hasSeeded = (hit: (bit: number, right: number | undefined) => boolean) =>
      this.seeded.value.some((round) => hit(round.bit ?? 0, rightIn(round)));
    this.goals = computed(() => [
      { name: 'duel', done: this.#isDuelWon() },
      { name: 'seed', done: hasSeeded((bit, right) => bit === 0 && right === FORETOLD) },
      { name: 'bit', done: hasSeeded((bit, right) => bit > 0 && right === 0) },
    ]);
  }

  kindOf(letter: Letter): Kind {
    return this.contestants.find((one) => one.letter === letter)?.kind ?? 'system';
  }

  /** The generator whose seed can be told. */
  get withSeed(): Contestant {
    const found = this.contestants.find(({ kind }) => kind === 'ctr');
    if (!found) throw new Error('no generator has a seed');
    return found;
  }

  harvest(): void {
    for (const one of this.contestants) this.#draw(one, STATE_WORDS);
    this.harvested.value = true;
  }

  /** Treats each of the three as if it were a Mersenne Twister, and says what it will give next. */
  foretell(): void {
    this.duel.value = this.contestants.map(({ letter, given }) => {
      const twin = clone(given);
      return { letter, foretold: take({ next: () => twin.next() }, FORETOLD) };
    });
  }

  drawAll(): void {
    this.duel.value = this.duel.value.map((round, i) => {
      const one = this.contestants[i];
      return one ? { ...round, drawn: this.#draw(one, FORETOLD) } : round;
    });
  }

  /** Says what the third generator will give, from the seed as the reader has set it and the count of what it gave. */
  foretellWithSeed(): void {
    const { letter, given } = this.withSeed;
    const twin = new CtrGenerator(withBit(this.seed, this.bit.value));
    twin.skip(given.length);
    const foretold = take({ next: () => twin.next() }, FORETOLD);
    this.seeded.value = [...this.seeded.value, { letter, foretold, bit: this.bit.value }];
  }

  drawSeeded(): void {
    const drawn = this.#draw(this.withSeed, FORETOLD);
    this.seeded.value = this.seeded.value.map((round) => (round.drawn ? round : { ...round, drawn }));
  }

  #draw(one: Contestant, count: number): number[] {
    const words = take(one, count);
    one.given.push(...words);
    return words;
  }

  #isDuelWon(): boolean {
    const { value } = this.duel;
    const wanted = (letter: Letter) => (this.kindOf(letter) === 'twister' ? FORETOLD : 0);
    return value.length > 0 && value.every((round) => rightIn(round) === wanted(round.letter));
  }
}

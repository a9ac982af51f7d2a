// The Mersenne Twister beside its printed vectors and beside Python, and the clone that foretells both.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  clone,
  initByArray,
  initGenrand,
  MersenneTwister,
  STATE_WORDS,
  seededLikePython,
  untemper,
} from './mersenne-twister.ts';

const SEEDS = [
  '0',
  '1',
  '42',
  '-42',
  '4294967296',
  '123456789012345678901234567890',
  `${2n ** 20_000n + 7n}`,
];
const WORDS = 800;

/** For each seed, the first words that Python's `random` gives. */
function python(): ReadonlyMap<string, readonly number[]> {
  const program = `
import json, random, sys
sys.set_int_max_str_digits(0)
for seed in json.load(sys.stdin):
    random.seed(int(seed))
    print(json.dumps([random.getrandbits(32) for _ in range(${WORDS})]))
`;
  const { stdout } = spawnSync('/usr/bin/python3', ['-I', '-c', program], {
    input: JSON.stringify(SEEDS),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(SEEDS.length);
  return new Map(SEEDS.map((seed, i) => [seed, JSON.parse(lines[i] ?? '')]));
}

const peer = python();
const wordsOf = (seed: string) => peer.get(seed) ?? [];
const take = (generator: MersenneTwister, count: number) =>
  Array.from({ length: count }, () => generator.next());

describe('the generator', () => {
  test('gives the first words of mt19937ar.out', () => {
    expect(take(new MersenneTwister(initByArray([0x123, 0x234, 0x345, 0x456])), 10)).toEqual([
      1067595299, 955945823, 477289528, 4107218783, 4228976476, 3344332714, 3355579695, 227628506, 810200273,
      2591290167,
    ]);
  });
  test('gives the 10,000th word of the C++ standard [rand.predef]', () => {
    expect(take(new MersenneTwister(initGenrand(5489)), 10_000).at(-1)).toBe(4123659995);
  });
  test.each(SEEDS.map((seed) => [seed.length > 40 ? `${seed.length} digits` : seed, seed] as const))(
    'gives what Python gives after random.seed(%s)',
    (_, seed) => {
      expect(take(seededLikePython(BigInt(seed)), WORDS)).toEqual(wordsOf(seed));
    },
  );
  test('wants 624 words of state', () => {
    expect(() => new MersenneTwister([1, 2, 3])).toThrow(RangeError);
  });
});

test('untempering undoes tempering: of a state’s outputs it gives that state', () => {
  const outputs = take(new MersenneTwister(initGenrand(7)), 2 * STATE_WORDS);
  const state = outputs.slice(0, STATE_WORDS).map(untemper);
  expect(take(new MersenneTwister(state), STATE_WORDS)).toEqual(outputs.slice(STATE_WORDS));
  // On paper: 1, then ^ 1 << 7 = 0x81, then ^ 1 << 22 = 0x400081, then ^ 0x10.
  expect(untemper(0x00400091)).toBe(1);
});

describe('624 words of Python’s generator foretell all others', () => {
  test.each(SEEDS.slice(0, 6))('after random.seed(%s)', (seed) => {
    const words = wordsOf(seed);
    expect(take(clone(words.slice(0, 624)), 76)).toEqual(words.slice(624, 700));
  });
  test('wherever one begins to listen, and if one has heard more', () => {
    const words = wordsOf('42');
    expect(take(clone(words.slice(99, 723)), 76)).toEqual(words.slice(723, 799));
    expect(take(clone(words.slice(0, 723)), 76)).toEqual(words.slice(723, 799));
  });
  test('and 623 do not: the caller is told', () => {
    expect(() => clone(wordsOf('42').slice(0, 623))).toThrow(RangeError);
  });
});

test('624 words of a cryptographic generator foretell nothing', () => {
  const words = Array.from(crypto.getRandomValues(new Uint32Array(700)));
  const foretold = take(clone(words.slice(0, 624)), 76);
  expect(foretold.filter((word, i) => word === words[624 + i])).toEqual([]);
});

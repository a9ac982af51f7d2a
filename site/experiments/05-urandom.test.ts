// Question 5 without a screen: one generator is foretold from its outputs, two are not, and a seed tells all of one.
import { expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { BINS, FORETOLD, histogramOf, type Kind, rightIn, UrandomTrial, withBit } from './05-urandom.ts';

const random = seededRandom(seedOfThisRun());
const done = (trial: UrandomTrial) => trial.goals.value.filter((goal) => goal.done).map(({ name }) => name);

/** For each generator, how many of its ten values came as they were foretold. */
const scores = (trial: UrandomTrial) =>
  Object.fromEntries(trial.duel.value.map((round) => [trial.kindOf(round.letter), rightIn(round)]));

function duelled(trial: UrandomTrial): UrandomTrial {
  trial.harvest();
  trial.foretell();
  trial.drawAll();
  return trial;
}

test('624 words foretell the Mersenne Twister, and neither the system nor AES-CTR', () => {
  const trial = new UrandomTrial(random);
  trial.harvest();
  trial.foretell();
  expect(done(trial)).toEqual([]);
  expect(trial.duel.value.map(rightIn)).toEqual([undefined, undefined, undefined]);
  trial.drawAll();
  expect(scores(trial)).toEqual({ twister: FORETOLD, system: 0, ctr: 0 });
  expect(done(trial)).toEqual(['duel']);
});

test('with the real generator of the platform too', () => {
  expect(done(duelled(new UrandomTrial()))).toEqual(['duel']);
});

test('what was foretold was said before it was drawn', () => {
  const trial = new UrandomTrial(random);
  trial.harvest();
  trial.foretell();
  const before = trial.duel.value.map(({ foretold }) => foretold);
  trial.drawAll();
  expect(trial.duel.value.map(({ foretold }) => foretold)).toEqual(before);
});

test('the seed foretells AES-CTR as often as one likes; one other bit, and nothing', () => {
  const trial = duelled(new UrandomTrial(random));
  const round = (bit: number) => {
    trial.bit.value = bit;
    trial.foretellWithSeed();
    trial.drawSeeded();
    return trial.seeded.value.map(rightIn).at(-1);
  };
  expect(round(37)).toBe(0);
  expect(done(trial)).toEqual(['duel', 'bit']);
  expect([0, 1, 0, 128].map(round)).toEqual([FORETOLD, 0, FORETOLD, 0]);
  expect(done(trial)).toEqual(['duel', 'seed', 'bit']);
});

test('a bit is one bit, and none is none', () => {
  const seed = random(16);
  const onesIn = (bit: number) =>
    withBit(seed, bit).reduce((sum, byte, i) => {
      const difference = (byte ^ (seed[i] ?? 0)).toString(2);
      return sum + difference.replaceAll('0', '').length;
    }, 0);
  expect(onesIn(0)).toBe(0);
  expect(Array.from({ length: 128 }, (_, i) => onesIn(i + 1))).toEqual(Array(128).fill(1));
  expect(withBit(new Uint8Array(16), 1)[0]).toBe(0x80);
  expect(withBit(new Uint8Array(16), 128)[15]).toBe(1);
});

test('each generator hides behind each letter', () => {
  const seen = new Set(
    Array.from({ length: 60 }, () => new UrandomTrial(random)).flatMap(({ contestants }) =>
      contestants.map(({ letter, kind }) => letter + kind),
    ),
  );
  expect(seen.size).toBe(9);
  expect(new UrandomTrial(random).contestants.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
});

test('the histograms do not tell them apart', () => {
  // 624 words in 16 bins, 15 degrees of freedom: a fair generator exceeds 37.7 once in 1000 (table of chi squared).
  const CHI_SQUARED = 37.7;
  const exceeding: Record<Kind, number> = { twister: 0, system: 0, ctr: 0 };
  for (let i = 0; i < 20; i++) {
    const trial = new UrandomTrial(random);
    trial.harvest();
    for (const { kind, given } of trial.contestants) {
      const bins = histogramOf(given);
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(624);
      const expected = 624 / BINS;
      const chi = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      if (chi > CHI_SQUARED) exceeding[kind] += 1;
    }
  }
  expect(Math.max(...Object.values(exceeding))).toBeLessThan(3);
});

// A dictionary tried in slices: what it reports, that it stops, and that it finds what the plain attack finds.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW } from '../../test/stage-contract.ts';
import { utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import type { Stage } from '../stage.ts';
import { fernet } from '../stages/fernet.ts';
import { fernetTtl } from '../stages/fernet-ttl.ts';
import { hazmat } from '../stages/hazmat.ts';
import { findPassword, keyTable } from './dictionary.ts';
import { tryWords } from './dictionary-run.ts';

const random = seededRandom('dictionary-run');
const WORDS = ['azerty', 'motdepasse', '123456', 'lune', 'soleil', 'chocolat', 'marseille'];

const seal = (stage: Stage, password: string) =>
  stage.seal(utf8('rdv 14h, comme hier'), deriveKeys(stage, password, CHEAP), { now: NOW, random });

/** All reports of a run over the words. */
const run = (stage: Stage, password: string, slice: number, words: Iterable<string> = WORDS) => [
  ...tryWords(stage, seal(stage, password), { now: NOW }, words, slice, CHEAP),
];

describe.each([fernet, fernetTtl, hazmat])('on a token of $name', (stage) => {
  test('finds the word, reports each slice before it, and nothing after', () => {
    expect(run(stage, 'soleil', 2)).toEqual([
      { tried: 2, found: undefined },
      { tried: 4, found: undefined },
      { tried: 5, found: 'soleil' },
    ]);
  });
  test('finds a word that ends a slice, in one report', () => {
    expect(run(stage, 'lune', 4)).toEqual([{ tried: 4, found: 'lune' }]);
  });
  test('reports the last words when none opens the token', () => {
    const none = { found: undefined };
    expect(run(stage, 'xKd82!', 3)).toEqual([3, 6, 7].map((tried) => ({ tried, ...none })));
    expect(run(stage, 'xKd82!', 7)).toEqual([{ tried: 7, ...none }]);
    expect(run(stage, 'xKd82!', 3, [])).toEqual([]);
  });
  test('agrees with the attack that tries all at once', () => {
    const table = keyTable(stage, WORDS, CHEAP);
    for (const password of [...WORDS, 'xKd82!']) {
      const token = seal(stage, password);
      const reports = [...tryWords(stage, token, { now: NOW }, WORDS, 2, CHEAP)];
      expect(reports.at(-1)?.found).toBe(findPassword(stage, token, { now: NOW }, table));
    }
  });
});

describe('a run that is told to stop', () => {
  /** Words without end, of which it is counted how many were taken. */
  function endless() {
    const taken = { count: 0, closed: false };
    function* words() {
      try {
        for (;;) yield `mot${taken.count++}`;
      } finally {
        taken.closed = true;
      }
    }
    return { taken, words: words() };
  }

  test('tries no further word, and lets go of the list', () => {
    const { taken, words } = endless();
    const reports = tryWords(fernet, seal(fernet, 'soleil'), { now: NOW }, words, 10);
    expect(reports.next().value).toEqual({ tried: 10, found: undefined });
    expect(taken).toEqual({ count: 10, closed: false });
    expect(reports.next().value).toEqual({ tried: 20, found: undefined });
    reports.return();
    expect(taken).toEqual({ count: 20, closed: true });
    expect(reports.next()).toEqual({ value: undefined, done: true });
  });
  test('or that has found its word takes no further one', () => {
    const { taken, words } = endless();
    const reports = [...tryWords(fernet, seal(fernet, 'mot12'), { now: NOW }, words, 10)];
    expect(reports.at(-1)).toEqual({ tried: 13, found: 'mot12' });
    expect(taken).toEqual({ count: 13, closed: true });
  });
});

test('it pays the stage’s own cost unless told another', () => {
  const costly: Stage = {
    ...hazmat,
    derivation: { kdf: 'pbkdf2', salt: utf8('x'), iterations: 7, length: 16 },
  };
  const token = costly.seal(utf8('rdv 14h, comme hier'), deriveKeys(costly, 'lune'), { now: NOW, random });
  expect([...tryWords(costly, token, { now: NOW }, WORDS, 9)]).toEqual([{ tried: 4, found: 'lune' }]);
  expect([...tryWords(costly, token, { now: NOW }, WORDS, 9, CHEAP)].at(-1)?.found).toBeUndefined();
});

test.each([0, -1, 1.5, Number.NaN])('a slice of %d words is the caller’s mistake', (slice) => {
  expect(() => run(fernet, 'soleil', slice)).toThrow(RangeError);
});

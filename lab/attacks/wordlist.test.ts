// The attacker's list: what is in it, in which order, and how several share it.
import { expect, test } from 'vitest';
import { WEAK_PASSWORDS } from './weak-passwords.ts';
import { candidateAt, candidateCount, rules, sharedSlices } from './wordlist.ts';

test('it has some millions of candidates', () => {
  expect(candidateCount).toBeGreaterThan(5_000_000);
  expect(candidateCount).toBeLessThan(20_000_000);
});

test('it is each rule’s words with each of its endings, rule after rule', () => {
  let before = 0;
  for (const { words, endings } of rules) {
    const nth = (word: number, ending: number) => (words.at(word) ?? '') + endings.at(ending);
    const expected = [nth(0, 0), nth(1, 0), nth(-1, 0), nth(0, -1), nth(-1, -1)];
    const last = words.length * endings.length;
    const found = [0, 1, words.length - 1, last - words.length, last - 1].map((i) => candidateAt(before + i));
    expect(found).toEqual(expected);
    before += last;
  }
  expect(candidateCount).toBe(before);
});

test('it has no candidate twice', () => {
  /** Rules with the same words, as one. */
  const families = Array.from(
    Map.groupBy(rules, ({ words }) => words),
    ([words, same]) => ({ words: new Set(words), endings: new Set(same.flatMap(({ endings }) => endings)) }),
  );
  const pairs = families.map(({ words, endings }) => words.size * endings.size);
  expect(pairs.reduce((a, b) => a + b)).toBe(candidateCount);
  expect(families.flatMap(({ endings }) => [...endings]).filter((ending) => /^\p{L}/u.test(ending))).toEqual(
    [],
  );
  // So a candidate is there twice only where a word begins with another one, and an ending might go on from there.
  const twice: string[] = [];
  for (const [i, long] of families.entries())
    for (const [j, short] of families.entries())
      for (const word of long.words)
        for (let length = 1; length <= word.length; length++) {
          const rest = word.slice(length);
          if (!short.words.has(word.slice(0, length)) || /^\p{L}/u.test(rest) || (rest === '' && i <= j))
            continue;
          for (const ending of long.endings) if (short.endings.has(rest + ending)) twice.push(word + ending);
        }
  expect(twice).toEqual([]);
});

test('it begins with the plain passwords, the most used ones first', () => {
  expect(WEAK_PASSWORDS.length).toBeGreaterThan(300);
  expect(WEAK_PASSWORDS.map((_, i) => candidateAt(i))).toEqual(WEAK_PASSWORDS);
  expect(WEAK_PASSWORDS.indexOf('soleil')).toBeLessThan(15);
});

test('it goes on with what people make of a word, the likely ones first', () => {
  const made =
    `Soleil SOLEIL 50l31l soleil123 soleil! Soleil* soleil1998 Soleil2024 soleil7 Soleil07 soleil13!
    Soleil2024! soleil042 soleil1407 Soleil0000 Zoe9999`.split(/\s+/);
  const ruleOf = (password: string) =>
    rules.findIndex(({ words, endings }) =>
      words.some((word) => password.startsWith(word) && endings.includes(password.slice(word.length))),
    );
  const places = made.map(ruleOf);
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([-1, candidateCount, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('it has no place %d', (index) => {
  expect(() => candidateAt(index)).toThrow(RangeError);
});

test.each([
  [1, 1000],
  [2, 4096],
  [3, 1_000_000],
  [4, 100],
  [4, candidateCount],
])('%d workers share it in slices of %d: all of it, each candidate once', (workers, size) => {
  const slices = Array.from({ length: workers }, (_, worker) => [...sharedSlices(worker, workers, size)]);
  const first = slices.map(([slice]) => slice?.[0]);
  expect(first).toEqual(
    Array.from({ length: workers }, (_, i) => (i * size < candidateCount ? i * size : undefined)),
  );
  let end = 0;
  for (const [from, to] of slices.flat().sort(([a], [b]) => a - b)) {
    if (from !== end || to <= from) expect({ from, to }).toEqual({ from: end, to: expect.anything() });
    end = to;
  }
  expect(end).toBe(candidateCount);
});

test('workers may share its beginning alone', () => {
  const shares = [0, 1].map((worker) => [...sharedSlices(worker, 2, 4, 10)]);
  expect(shares).toEqual([
    [
      [0, 4],
      [8, 10],
    ],
    [[4, 8]],
  ]);
});

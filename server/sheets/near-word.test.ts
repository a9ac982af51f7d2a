// Words with typing errors, near and too far.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsNear, isNear } from './near-word.ts';

test.each([
  ['serveur', 'serveur', 0],
  ['servuer', 'serveur', 1],
  ['serveurs', 'serveur', 1],
  ['sreveur', 'serveur', 1],
  ['previsble', 'previsible', 1],
  ['prrvisble', 'previsible', 2],
  ['kerkoffs', 'kerckhoffs', 2],
  ['', '', 0],
])('%s is %s with %i errors, and not with fewer', (one, other, errors) => {
  expect([isNear(one, other, errors), isNear(other, one, errors)]).toEqual([true, true]);
  if (errors > 0) expect(isNear(one, other, errors - 1)).toBe(false);
});

test.each([
  ['imprevisible', 'previsible', 1],
  ['relayer', 'rejouer', 2],
  ['', 'iv', 1],
])('%s is no %s with %i errors', (one, other, errors) => {
  expect([isNear(one, other, errors), isNear(other, one, errors)]).toEqual([false, false]);
});

test('a beginning has its errors, whatever follows', () => {
  expect(beginsNear('prevsibilite', 'previsib', 1)).toBe(true);
  expect(beginsNear('precisement', 'previsib', 1)).toBe(false);
  expect(beginsNear('prev', 'previsib', 1)).toBe(false);
});

/** The same by the whole table, as the definition has it. */
function errorsBetween(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  const cost = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= one.length; i++)
    for (let j = i === 0 ? 0 : 1; j <= other.length; j++) {
      const row = table[i] ?? [];
      if (i === 0) row[j] = j;
      else {
        const change = cost(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
        const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        row[j] = Math.min(
          change,
          cost(i - 1, j) + 1,
          cost(i, j - 1) + 1,
          isSwap ? cost(i - 2, j - 2) + 1 : change,
        );
      }
    }
  return cost(one.length, other.length);
}

test('the errors of random words are those of the definition', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, most) => {
      expect(isNear(one, other, most)).toBe(errorsBetween(one, other) <= most);
    }),
    { numRuns: 5000 },
  );
});

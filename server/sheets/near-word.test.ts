// Words with typing errors, near and too far.
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

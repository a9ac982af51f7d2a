// A thousand rounds: a list of words is tried before one has looked up; the lab's cost makes each of them dear.
import { expect, test, vi } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { findPassword } from '../attacks/dictionary.ts';
import { WEAK_PASSWORDS } from '../attacks/weak-passwords.ts';
import { utf8 } from '../bytes.ts';
import { hazmat } from '../stages/hazmat.ts';
import { effect, keyOf } from './few-iterations.ts';

// Its keys are slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

const random = seededRandom('few-iterations');

test('the password of a message is found among the words of a list', () => {
  const salt = random(16);
  const [word = ''] = WEAK_PASSWORDS.slice(40);
  const token = hazmat.seal(utf8('rdv 14h'), hazmat.keys(keyOf(word, salt)), { now: 0, random });
  const table = new Map(WEAK_PASSWORDS.slice(0, 60).map((guess) => [guess, hazmat.keys(keyOf(guess, salt))]));
  expect(findPassword(hazmat, token, { now: 0 }, table)).toBe(word);
});

test('the card measures by how much faster it goes', () => {
  const [guesses] = effect({ now: 0, random, milliseconds: () => performance.now() });
  if (guesses?.flawed.is !== 'rate' || guesses.repaired.is !== 'rate') throw new Error('no rates');
  expect(guesses.flawed.perSecond / guesses.repaired.perSecond).toBeGreaterThan(100);
});

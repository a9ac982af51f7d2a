// When a bet is corrected, and when it is a mind that has changed.
import { expect, test } from 'vitest';
import { latest, withGuess } from './bets.ts';

const guess = (option: string, at: number) => ({ option, confidence: 2, at }) as const;

test('before the experiment has shown anything, another choice corrects the bet', () => {
  const first = withGuess(undefined, 7, guess('rien', 1), false);
  expect(withGuess(first, 7, guess('erreur', 2), false)).toEqual({
    kind: 'prediction',
    question: 7,
    first: guess('erreur', 2),
  });
});

test('afterwards the first bet stays, beside the latest one', () => {
  const first = withGuess(undefined, 7, guess('rien', 1), false);
  const changed = withGuess(withGuess(first, 7, guess('erreur', 2), true), 7, guess('choisir', 3), true);
  expect(changed.first).toEqual(guess('rien', 1));
  expect(latest(changed)).toEqual(guess('choisir', 3));
});

test('whoever bets after the experiment has a first bet, too', () => {
  expect(latest(withGuess(undefined, 7, guess('rien', 1), true))).toEqual(guess('rien', 1));
});

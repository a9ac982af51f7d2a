// Counting words, and telling an answer from an attempt at one.
import { expect, test } from 'vitest';
import { countWords, isAnswer, isWritten } from './own-answers.ts';

test.each([
  ['', 0],
  ['   \n', 0],
  ['un', 1],
  ['l’architecture client-serveur', 2],
  ["aujourd'hui, 14h ?", 2],
  ['… — !', 0],
  ['été 🙂 où', 2],
])('%j has %d words', (text, count) => expect(countWords(text)).toBe(count));

test('a word is an answer, and four can be compared', () => {
  expect([isAnswer('… — !'), isAnswer('étoile')]).toEqual([false, true]);
  expect(isWritten('je ne sais')).toBe(false);
  expect(isWritten('C’est une attaque par rejeu.')).toBe(true);
});

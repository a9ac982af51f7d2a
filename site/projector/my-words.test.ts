// Finding one's words: all of them, in capitals or not, and nothing of what a pattern would mean.
import { expect, test } from 'vitest';
import { findWords, MOST_WORDS, wordsIn } from './my-words.ts';

test('what is typed is words, each once', () => {
  expect(wordsIn('  Rdv, 14h rdv;midi ')).toEqual(['rdv', '14h', 'midi']);
  expect(wordsIn('')).toEqual([]);
  expect(wordsIn('a b c d e f g')).toHaveLength(MOST_WORDS);
});

test('a text is split where it says one of them, and loses nothing', () => {
  const found = findWords('gauche send message : RDV 14h, rdv', ['rdv', '14h']);
  expect(found.map(({ text }) => text).join('')).toBe('gauche send message : RDV 14h, rdv');
  expect(found.filter(({ word }) => word !== undefined)).toEqual([
    { text: 'RDV', word: 0 },
    { text: '14h', word: 1 },
    { text: 'rdv', word: 0 },
  ]);
});

test('a word is a text, and no pattern', () => {
  expect(
    findWords('a.c abc (', ['a.c', '(']).flatMap(({ word, text }) => (word === undefined ? [] : text)),
  ).toEqual(['a.c', '(']);
});

test('of two words that begin alike, the longer one is found', () => {
  expect(findWords('bonjour', ['bon', 'bonjour'])).toEqual([{ text: 'bonjour', word: 1 }]);
});

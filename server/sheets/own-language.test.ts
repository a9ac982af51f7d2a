// An answer is looked at with the cues of its own language.
import { expect, test } from 'vitest';
import { answerBeliefs } from './answer-beliefs.ts';
import type { Language } from './languages.ts';
import { ownLanguageFinder } from './own-language.ts';

const QUESTION = 10;
const french = answerBeliefs('fr').get(QUESTION) ?? [];
const english = answerBeliefs('en').get(QUESTION) ?? [];
const spoken = french.map(({ id, cues }) => ({
  id,
  cues: { fr: cues, en: english.find((other) => other.id === id)?.cues ?? [] },
}));
const idsIn = (page: Language, answer: string) => ownLanguageFinder(page, spoken)(answer).map(({ id }) => id);

test.each<[Language, string]>([
  ['fr', 'C’est l’homme du milieu : il se place entre les deux.'],
  ['en', 'C’est l’homme du milieu : il se place entre les deux.'],
  ['fr', 'It is the man in the middle: he stands between the two.'],
  ['en', 'It is the man in the middle: he stands between the two.'],
])('in a page that speaks %s: %s', (page, answer) => {
  expect(idsIn(page, answer)).toEqual(['man-in-the-middle']);
});

test.each<[Language, string]>([
  ['en', 'Ce n’est pas un MITM, le serveur ne fait que copier.'],
  ['fr', 'It isn’t a MITM, since the server only copies.'],
])('a denial is one in its own language, in a page that speaks %s: %s', (page, answer) => {
  expect(idsIn(page, answer)).toEqual([]);
});

test('an answer too short to tell is read as the page speaks', () => {
  expect(idsIn('fr', 'homme du milieu')).toEqual(['man-in-the-middle']);
  expect(idsIn('en', 'man in the middle')).toEqual(['man-in-the-middle']);
});

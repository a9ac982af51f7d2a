// The languages in which answers are read, and a guess at which of them one is written in.
import { sentencesOf } from './answer-words.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { Grammar } from './grammar.ts';

export type Language = 'fr' | 'en';

export const grammars: Readonly<Record<Language, Grammar>> = { fr: french, en: english };

/** By so much one language has to weigh more than the other: “man in the middle” is said in French, too. */
const MARGIN = 2;

/** How much a word speaks for a language. */
function weight(word: string, { ownWords, functionWords }: Grammar): number {
  if (ownWords.has(word)) return 2;
  return functionWords.has(word) ? 1 : 0;
}

/** @returns the language whose short words the text has; the other one offered, where too few of them tell */
export function languageOf(text: string, otherwise: Language): Language {
  const words = sentencesOf(text).flatMap((sentence) => sentence.words.map((word) => word.text));
  const sum = (language: Language) =>
    words.reduce((total, word) => total + weight(word, grammars[language]), 0);
  const lead = sum('en') - sum('fr');
  if (Math.abs(lead) < MARGIN) return otherwise;
  return lead > 0 ? 'en' : 'fr';
}

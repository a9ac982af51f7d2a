// The languages in which answers are read, and a guess at which of them one is written in.
import { sentencesOf } from './answer-words.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { Grammar } from './grammar.ts';

export type Language = 'fr' | 'en';

export const grammars: Readonly<Record<Language, Grammar>> = { fr: french, en: english };

/** So many more short words of the one language than of the other tell them apart: “man in the middle” is said in French, too. */
const MARGIN = 2;

/** @returns the language whose short words the text has; the other one offered, where too few of them tell */
export function languageOf(text: string, otherwise: Language): Language {
  const words = sentencesOf(text).flatMap((sentence) => sentence.words.map((word) => word.text));
  const count = (language: Language) =>
    words.filter((word) => grammars[language].functionWords.has(word)).length;
  const lead = count('en') - count('fr');
  if (Math.abs(lead) < MARGIN) return otherwise;
  return lead > 0 ? 'en' : 'fr';
}

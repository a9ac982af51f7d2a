// Finds false beliefs in an answer by the cues of the language that it is written in, whatever the page around it speaks.
import { beliefFinder, type FoundBelief } from './beliefs.ts';
import { type Language, languageOf } from './languages.ts';

/** A false belief, as far as it is looked for in each language. */
export interface SpokenBelief {
  readonly id: string;
  readonly cues: Readonly<Record<Language, readonly string[]>>;
}

/**
 * @param otherwise - the language of an answer that is too short to tell
 * @returns what finds these beliefs in an answer, each once, in their order
 */
export function ownLanguageFinder(
  otherwise: Language,
  beliefs: readonly SpokenBelief[],
): (answer: string) => FoundBelief[] {
  const finderIn = (language: Language) =>
    beliefFinder(
      language,
      beliefs.map(({ id, cues }) => ({ id, cues: cues[language] })),
    );
  const finders = { fr: finderIn('fr'), en: finderIn('en') };
  return (answer) => finders[languageOf(answer, otherwise)](answer);
}

// Finds the false beliefs of answers/ in whole sheets, for the teacher: each answer is read in its own language.
import { answerBeliefs, type NamedBelief } from './answer-beliefs.ts';
import { beliefFinder } from './beliefs.ts';
import { type Language, languageOf } from './languages.ts';
import type { Sheet } from './sheet.ts';

/** The beliefs that an answer seems to show. */
type AnswerReader = (question: number, answer: string) => readonly NamedBelief[];

function readerIn(language: Language): AnswerReader {
  const byNumber = new Map(
    Array.from(answerBeliefs(language), ([number, beliefs]) => {
      const byId = new Map(beliefs.map((belief) => [belief.id, belief]));
      const find = beliefFinder(language, beliefs);
      return [
        number,
        (answer: string) =>
          find(answer)
            .map(({ id }) => byId.get(id))
            .filter((belief) => belief !== undefined),
      ] as const;
    }),
  );
  return (number, answer) => byNumber.get(number)?.(answer) ?? [];
}

/** Reads sheets; where the language of an answer cannot be told, it is that of its sheet. */
export function sheetBeliefs(): (sheet: Sheet) => AnswerReader {
  const readers = { fr: readerIn('fr'), en: readerIn('en') };
  return ({ answers, unplaced }) => {
    const ofSheet = languageOf([...answers.values(), ...unplaced].join('\n\n'), 'fr');
    return (number, answer) => readers[languageOf(answer, ofSheet)](number, answer);
  };
}

// What a class can vote on: the question and the options of each bet, as the pages put them.
import type { VoteState } from '#server/class/wire.ts';
import type { Lang } from '../i18n/langs.ts';

export interface ClassQuestion {
  readonly question: string;
  readonly options: readonly string[];
}

/** By the number of the question. */
export type ClassQuestions = Readonly<Record<string, ClassQuestion>>;

/** @returns none where they cannot be fetched */
export async function fetchClassQuestions(base: string, lang: Lang): Promise<ClassQuestions> {
  try {
    const response = await fetch(`${base}bets/${lang}.json`);
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

/** What was voted on, as texts; as letters, where they are not known or are others. */
export function optionsOf(
  questions: ClassQuestions,
  { question, options }: Pick<VoteState, 'question' | 'options'>,
  named: (letter: string) => string,
): readonly string[] {
  const known = questions[question]?.options ?? [];
  if (known.length === options) return known;
  return Array.from({ length: options }, (_, i) => named(String.fromCharCode(65 + i)));
}

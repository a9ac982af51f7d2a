// What a class can vote on: the question and the options of each bet, as the pages put them.
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

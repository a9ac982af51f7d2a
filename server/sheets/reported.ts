// Tells which sentences their author stands by, and which are questions, opinions of others’, or called false.
import type { Sentence } from './answer-words.ts';
import { type Grammar, textOf } from './grammar.ts';

/** Whether nothing in a sentence can be held against its author: a question, an opinion of others’, or what he calls false in the next one. */
export function isRefused(
  { words, isQuestion }: Sentence,
  next: Sentence | undefined,
  grammar: Grammar,
): boolean {
  if (isQuestion || grammar.isReported(words)) return true;
  return next !== undefined && grammar.verdict.test(`${textOf(next.words.slice(0, 8))} `);
}

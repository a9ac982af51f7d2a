// The reader's answers as a sheet of the lab: what is handed in, and how it is named.
import { type Aside, asides, QUESTIONS, type Sheet } from '#server/sheets/sheet.ts';
import { fencedBlock, writeSheet } from '#server/sheets/write-sheet.ts';
import type { Evidence } from './database.ts';
import { writeNotebookFile } from './notebook-file.ts';
import type { Stored, Whole } from './whole.ts';

/** An answer as it stands in a sheet, with its evidence below. */
export function withEvidence(text: string, evidence: readonly Evidence[]): string {
  const blocks = evidence.map((piece) => fencedBlock(piece.text));
  return [...(text === '' ? [] : [text]), ...blocks].join('\n\n');
}

/** What a sheet says to a question; empty where it says nothing. */
export function answerIn(
  { answers, evidence }: Pick<Stored, 'answers' | 'evidence'>,
  question: number,
): string {
  return withEvidence(
    answers.find((answer) => answer.question === question)?.text ?? '',
    evidence.filter((piece) => piece.question === question),
  );
}

/** @param aside - what heads the part that belongs to no question */
export function ownSheet(whole: Whole, defaultTitle: string, aside: Aside = asides.fr): Sheet {
  const answers = new Map<number, string>();
  for (let question = 1; question <= QUESTIONS; question++) {
    const text = answerIn(whole, question);
    if (text !== '') answers.set(question, text);
  }
  return { title: whole.title || defaultTitle, answers, unplaced: whole.unplaced, aside };
}

export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** For a teacher, and for any viewer of Markdown. */
export const sheetFile = (whole: Whole, defaultTitle: string, aside?: Aside): WrittenFile => ({
  name: 'ANSWERS.md',
  type: 'text/markdown;charset=utf-8',
  text: writeSheet(ownSheet(whole, defaultTitle, aside)),
});

/** For another browser: with all that a sheet has no place for. */
export const notebookFile = (whole: Whole): WrittenFile => ({
  name: 'answers.json',
  type: 'application/json',
  text: writeNotebookFile(whole),
});

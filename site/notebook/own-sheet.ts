// The reader's answers as a sheet of the lab: what is handed in, and how it is named.
import { escapeHtml } from '#server/sheets/escape-html.ts';
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

/** What a sheet says to a question, parted into the words and those pieces of evidence that stand below them. */
export interface Parted {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** @param evidence - pieces that may stand there; each is taken once, in whatever order they are */
export function parted(said: string, evidence: readonly Evidence[]): Parted {
  const blocks = new Map(evidence.map((piece) => [piece, fencedBlock(piece.text)] as const));
  const found = new Set<Evidence>();
  let text = said;
  for (;;) {
    const next = [...blocks].find(
      ([piece, block]) => !found.has(piece) && (text === block || text.endsWith(`\n\n${block}`)),
    );
    if (!next) break;
    found.add(next[0]);
    text = text.slice(0, -next[1].length).replace(/\n\n$/, '');
  }
  return { text, evidence: evidence.filter((piece) => found.has(piece)) };
}

/** Whether a sheet's text is that of the own answer, with its evidence or without, as it stands here or in an exported sheet. */
export function saysTheSame(
  own: Pick<Stored, 'answers' | 'evidence'>,
  question: number,
  text: string,
): boolean {
  const there = own.answers.find((answer) => answer.question === question)?.text ?? '';
  const whole = answerIn(own, question);
  return [there, whole, escapeHtml(whole)].includes(text);
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

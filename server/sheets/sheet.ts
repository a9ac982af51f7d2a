// The answer sheet of the lab: sixteen questions in five sections, and what a student wrote to them.

export const QUESTIONS = 16;

/** 64 KiB for each answer. What is larger is refused before it is read: the worst of this size takes about a second. */
export const MAX_SHEET_BYTES = 1024 * 1024;

export interface Section {
  /** as the sheets of the lab head it, in whatever language the answers are */
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export const sections: readonly Section[] = [
  { name: 'Introduction', first: 1, last: 4 },
  { name: 'Chiffrement', first: 5, last: 8 },
  { name: 'Authenticated Symmetric Encryption', first: 9, last: 11 },
  { name: 'TTL', first: 12, last: 15 },
  { name: 'Regard critique', first: 16, last: 16 },
];

/** Heads the part of an exported sheet that belongs to no question, by the language of the workbook. The sections are the lab's, this one is not. */
export const asides = { fr: 'Hors questions', en: 'Outside the questions' } as const;
export type Aside = (typeof asides)[keyof typeof asides];

export interface Sheet {
  /** one line; empty where there is none */
  readonly title: string;
  /** Markdown by the number of the question, 1 to 16; a question without an answer is not there */
  readonly answers: ReadonlyMap<number, string>;
  /** what belongs to no question, block by block */
  readonly unplaced: readonly string[];
  /** heads them; in French where nothing is said */
  readonly aside?: Aside;
}

/** A sheet that was read. Its title, answers, blocks and frame hold every word that the text had. */
export interface ReadSheet extends Sheet {
  /** what was taken as the form's own: section headings, numbers, questions that were repeated */
  readonly frame: readonly string[];
}

// Cuts an answer into sentences and words, as plain letters that know where they stood; code blocks and quotations are left out.
import { fencedLines, isBlank } from './sheet-lines.ts';

/** What stands between a word and the one before it in the sentence. */
export type Gap = 'space' | 'hyphen' | 'comma' | 'clause';

export interface Word {
  /** lower case, without accents and ligatures; a number keeps a minus */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

export interface Sentence {
  readonly words: readonly Word[];
  readonly isQuestion: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What is longer is no word of anybody's: a token, a key. */
const LONGEST_WORD = 40;
/** A sentence that runs on is cut there, so that no work grows with its length. */
const MOST_WORDS = 80;
/** In characters. A shorter line was ended by its author, not by the width of an editor. */
const WRAPPED = 60;
const LIST_ITEM = /^[ \t]{0,12}(?:[-*+•]|\d{1,3}[.)])[ \t]/;
const HEADING = /^ {0,3}#{1,6}/;
const QUOTATION = /^[ \t]{0,12}>/;
const SENTENCE_END = /[.!?…]/;
const CLAUSE_END = /[;:()[\]{}|—–→⇒]|->|=>|\s-\s/;

/** A word as the matcher compares it: « Œuvré » is « oeuvre ». */
export function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

function gapOf(between: string): Gap {
  if (CLAUSE_END.test(between)) return 'clause';
  if (between.includes(',')) return 'comma';
  return /^[-‐‑]$/.test(between) ? 'hyphen' : 'space';
}

/** A full stop inside of `os.urandom` or 0.5 ends nothing; one before a capital does, even without a space. */
function endsSentence(between: string, next: string): boolean {
  return SENTENCE_END.test(between) && (/\s/.test(between) || /^\p{Lu}/u.test(next));
}

/** Where a number has a minus that no other number stands before: −15, and not 30−45. */
function hasMinus(line: string, at: number): boolean {
  return /[-−–]/.test(line[at - 1] ?? '') && !/[\p{L}\p{N})]/u.test(line[at - 2] ?? '');
}

/** The lines of a text, each with the offset of its first character. */
function linesOf(text: string): { line: string; offset: number }[] {
  const lines: { line: string; offset: number }[] = [];
  let offset = 0;
  for (const end of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ line: text.slice(offset, end.index), offset });
    offset = end.index + end[0].length;
  }
  return [...lines, { line: text.slice(offset), offset }];
}

/** @param answer - Markdown, or plain text. @returns its sentences; the offsets of their words are those of the answer */
export function sentencesOf(answer: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let carried = '';
  const close = (ending: string) => {
    if (words.length > 0) sentences.push({ words, isQuestion: ending.includes('?') });
    words = [];
    carried = '';
  };

  const lines = linesOf(answer);
  const fenced = fencedLines(lines.map(({ line }) => line));
  lines.forEach(({ line, offset }, index) => {
    const isOwn = fenced[index] === 0 && !QUOTATION.test(line) && !isBlank(line);
    if (!isOwn || LIST_ITEM.test(line) || HEADING.test(line)) close(carried);
    if (!isOwn) return;
    const previous = lines[index - 1]?.line ?? '';
    let last = 0;
    for (const { 0: found, index: at } of line.matchAll(WORD)) {
      const between = `${carried}${line.slice(last, at)}`;
      const isOwnLine = last === 0 && previous.length < WRAPPED && /^\p{Lu}/u.test(found);
      if (isOwnLine || endsSentence(between, found)) close(between);
      const minus = /^\d/.test(found) && hasMinus(line, at) ? 1 : 0;
      words.push({
        text: `${minus ? '-' : ''}${plainWord(found.slice(0, LONGEST_WORD))}`,
        start: offset + at - minus,
        end: offset + at + found.length,
        gap: words.length === 0 ? 'clause' : gapOf(between),
      });
      last = at + found.length;
      carried = '';
      if (words.length === MOST_WORDS) close('');
    }
    const tail = line.slice(last);
    if (SENTENCE_END.test(tail)) close(tail);
    else carried = `${tail}\n`;
  });
  close(carried);
  return sentences;
}

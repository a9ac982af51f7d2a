// A piece of a sheet: the lines that belong together, and the question they answer; its text without what only placed it.
import { indentOf, isBlank, isRule, unindent } from './sheet-lines.ts';

export interface Piece {
  /** the number of the question, or undefined for what belongs to none */
  readonly question: number | undefined;
  /** what stands behind the number on its line */
  readonly first: string;
  /** the column where the first line begins, in a list; 0 elsewhere: further lines may be indented as far */
  readonly column: number;
  /** whether the number is a heading or says « question »: the question itself may stand behind it, and then the answer */
  readonly mayAsk: boolean;
  /** the lines behind the first: from, and up to but without */
  readonly from: number;
  to: number;
}

/** The lines of a sheet, with the number of the fenced block in which each stands, 0 outside. */
export interface SheetLines {
  readonly lines: readonly string[];
  readonly fenced: Int32Array;
}

/** Where a run of lines ends that are not blank, or that a fenced block holds. */
function runEnd({ lines, fenced }: SheetLines, from: number, to: number): number {
  const block = fenced[from];
  let end = from + 1;
  while (end < to && fenced[end] === block && (block !== 0 || !isBlank(lines[end] ?? ''))) end++;
  return end;
}

/**
 * The lines without the indent of their list item. It is taken run by run: where one line of a run stands further left than the
 * item, none is moved, so that nested lists and code keep their shape.
 */
function unindented(sheet: SheetLines, piece: Piece): string[] {
  const { lines, fenced } = sheet;
  const taken: string[] = [];
  let at = piece.from;
  while (at < piece.to) {
    const end = runEnd(sheet, at, piece.to);
    const run = lines.slice(at, end);
    // A fenced block moves as its opening fence does.
    const opening = fenced[at] !== 0 && fenced[at] !== fenced[at - 1] ? run.slice(0, 1) : run;
    const belongs = opening.every((line) => isBlank(line) || indentOf(line) >= piece.column);
    for (const line of run)
      taken.push(belongs ? unindent(line, Math.min(piece.column, indentOf(line))) : line);
    at = end;
  }
  return taken;
}

/** Drops blank lines at both ends, and the rule that only parts an answer from the next. */
function trimmed(lines: string[]): string[] {
  let begin = 0;
  let end = lines.length;
  while (begin < end && isBlank(lines[begin] ?? '')) begin++;
  while (
    end > begin &&
    (isBlank(lines[end - 1] ?? '') || (end - begin > 1 && isRuleAfterBlank(lines, end - 1)))
  )
    end--;
  return lines.slice(begin, end);
}

const isRuleAfterBlank = (lines: readonly string[], at: number) =>
  isRule(lines[at] ?? '') && isBlank(lines[at - 1] ?? '');

/** A line or a block that only repeats the question: it ends with a question mark, and an answer comes after it. */
export const asks = (text: string) => text.length < 600 && /\?\s*[*_]{0,3}\s*$/.test(text);
const isQuotedOrSlanted = (lines: readonly string[]) =>
  lines.every((line) => /^\s*>/.test(line)) ||
  /^\s*([*_]{1,3})(?=\S)[\s\S]*\1\s*$/.test(lines.join('\n').slice(0, 600));

export interface PieceText {
  readonly text: string;
  /** the question, where it was repeated; empty elsewhere */
  readonly asked: string;
}

/** Parts « **3. Quel principe ?** La confidentialité » behind the question. */
function partQuestion(first: string): readonly [asked: string, answer: string] {
  const [asked = ''] = /^([*_]{1,3})(?=\S)[^*_]{1,400}\?\s?\1/.exec(first) ?? [];
  const answer = first.slice(asked.length);
  return isBlank(answer) ? ['', first] : [asked, answer.trimStart()];
}

export function pieceText(sheet: SheetLines, piece: Piece): PieceText {
  const rest = unindented(sheet, piece);
  const { first } = piece;
  const answered = (lines: string[], asked = '') => ({ text: trimmed(lines).join('\n').trimEnd(), asked });
  if (!piece.mayAsk) return answered([first, ...rest]);

  const [asked, answer] = partQuestion(first);
  if (asked !== '') return answered([answer, ...rest], asked);
  const begin = rest.findIndex((line) => !isBlank(line));
  if (begin === -1) return answered([first]);
  if (asks(first)) return answered(rest, first);

  const blank = rest.findIndex((line, at) => at > begin && isBlank(line));
  const opening = rest.slice(begin, blank);
  if (isBlank(first) && blank !== -1 && isQuotedOrSlanted(opening) && asks(opening.join('\n')))
    return answered(rest.slice(blank), opening.join('\n'));
  return answered([first, ...rest]);
}

/** Parts what belongs to no question where a new paragraph begins at the margin, so that each can be placed by itself. */
export function paragraphs({ lines, fenced }: SheetLines, piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let from = piece.from;
  let first = piece.first;
  for (let at = piece.from + 1; at < piece.to; at++) {
    const line = lines[at] ?? '';
    const begins = !isBlank(line) && indentOf(line) < 2 && isBlank(lines[at - 1] ?? '');
    if (!begins || (fenced[at] !== 0 && fenced[at] === fenced[at - 1])) continue;
    parts.push({ ...piece, first, from, to: at });
    from = at;
    first = '';
  }
  return [...parts, { ...piece, first, from }];
}

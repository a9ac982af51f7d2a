// What Markdown makes of the lines of a sheet: which stand in a fenced block, how far each is indented, which are headings.

export interface Heading {
  /** 1 to 6 */
  readonly level: number;
  readonly text: string;
  /** lines that it takes: two where it is underlined */
  readonly lines: 1 | 2;
}

const INVISIBLE = '\\u200b\\u200e\\u2060\\ufeff';
/** White space at the beginning of a line, the invisible characters that come from word processors included. */
export const LEADING_SPACE = new RegExp(`^[\\s${INVISIBLE}]*`);

export const isBlank = (line: string) => line.trim() === '';

/** @param skipSpace - whether white space from there on counts as well. @returns the column of a character; a tab goes to the next multiple of four */
export function columnAt(line: string, index: number, skipSpace = false): number {
  let column = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (at >= index && !(skipSpace && /\s/.test(character))) break;
    column += character === '\t' ? 4 - (column % 4) : 1;
  }
  return column;
}

/** @returns the columns before the first character that is no white space */
export const indentOf = (line: string) => columnAt(line, 0, true);

/** Takes as many columns of white space from a line; those of a tab that is cut come back as spaces. */
export function unindent(line: string, columns: number): string {
  let column = 0;
  let index = 0;
  while (column < columns && index < line.length && /\s/.test(line[index] ?? '')) {
    column += line[index] === '\t' ? 4 - (column % 4) : 1;
    index++;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(index);
}

/** In characters. Longer lines are none of Markdown's marks: an expression that tries them may take long, or overflow. */
const LONGEST_MARK = 1000;

/** A heading by its number signs. Two or more need no space behind them: many forget it. */
export function hashHeading(line: string): Heading | undefined {
  if (line.length > LONGEST_MARK) return undefined;
  const match = /^\s{0,3}(#{1,6})(?:\s+|(?<=##)(?=[^\s#])|$)(.*)$/.exec(line.trimEnd());
  if (!match) return undefined;
  const text = (match[2] ?? '').replace(/(?:^|\s)#+$/, '').trim();
  return { level: (match[1] ?? '').length, text, lines: 1 };
}

/** A heading by the line of = or - below it. */
export function underlinedHeading(line: string, below: string | undefined): Heading | undefined {
  if (below === undefined || isBlank(line) || line.length > LONGEST_MARK) return undefined;
  if (!/^ {0,3}(?:={2,}|-{2,})\s*$/.test(below.slice(0, LONGEST_MARK))) return undefined;
  return { level: below.trim().startsWith('=') ? 1 : 2, text: line.trim(), lines: 2 };
}

/** Whether a line is nothing but a rule between two parts. */
export const isRule = (line: string) =>
  line.length < LONGEST_MARK &&
  /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/.test(line.trimEnd());

const OPENING = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s|\*\*\d{1,2}[.)]?\*\*\s)*(?:(`{3,})[^`]*|(~{3,}).*)$/;
const CLOSING = /^[\s>]*(`{3,}|~{3,})\s*$/;
const NUMBERED = /^\s*\d{1,2}[.)](?:\s|$)/;

const mayBeFence = (line: string) =>
  line.length < LONGEST_MARK && (line.includes('```') || line.includes('~~~'));

/** The length of a closing fence of this character; 0 for any other line. */
function closing(line: string, character: string): number {
  if (!mayBeFence(line)) return 0;
  const [, fence = ''] = CLOSING.exec(line) ?? [];
  return fence.startsWith(character) ? fence.length : 0;
}

/** For each line the longest closing fence from there on: so no search runs to the end in vain. */
function longestClosings(lines: readonly string[], character: string): Int32Array {
  const longest = new Int32Array(lines.length + 1);
  for (let at = lines.length - 1; at >= 0; at--)
    longest[at] = Math.max(longest[at + 1] ?? 0, closing(lines[at] ?? '', character));
  return longest;
}

/** The column where the fence of an opening line stands. */
const fenceColumn = (line: string, fence: string) => columnAt(line, line.indexOf(fence));

/**
 * @returns the number of the fenced block in which each line stands, from 1; 0 outside. A fence that is never closed is none:
 * it would swallow the rest of the sheet. One that stands in a list item ends with it, where the next number is at the margin.
 */
export function fencedLines(lines: readonly string[]): Int32Array {
  const blocks = new Int32Array(lines.length);
  const longest = { '`': longestClosings(lines, '`'), '~': longestClosings(lines, '~') };
  let block = 0;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const opening = mayBeFence(line) ? OPENING.exec(line) : null;
    const fence = opening?.[1] ?? opening?.[2];
    const character = fence?.startsWith('~') ? '~' : '`';
    if (fence === undefined || (longest[character][at + 1] ?? 0) < fence.length) {
      at++;
      continue;
    }
    const column = fenceColumn(line, fence);
    const leaves = (text: string) => column > 1 && NUMBERED.test(text) && indentOf(text) < column;
    let end = at + 1;
    while (
      end < lines.length &&
      closing(lines[end] ?? '', character) < fence.length &&
      !leaves(lines[end] ?? '')
    )
      end++;
    if (end < lines.length && !leaves(lines[end] ?? '')) end++; // the closing fence
    blocks.fill(++block, at, end);
    at = end;
  }
  return blocks;
}

// Tells which lines of a Markdown text are surely code for every viewer: what is written into code is shown as it is.

/** `unsure` where it may be code: within a list's or a quotation's own block, mostly. */
export type LineKind = 'code' | 'text' | 'unsure';

interface Fence {
  readonly indent: number;
  readonly character: string;
  readonly length: number;
}

const OPENING = /^( *)(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSING = /^\s*(`{3,}|~{3,})\s*$/;
/** A fence behind the mark of a list or a quotation, or behind a tab. */
const NESTED_OPENING = /^[\s>*+\-\d.)]*(?:`{3,}|~{3,})/;
/** What may hold further blocks, indented: an item of a list, a footnote. */
const HOLDER = /^[\s>]*(?:[-+*]|\d{1,9}[.)]|\[\^[^\]]*\]:)(?:\s|$)/;
const BLANK = /^[ \t]*$/;
/** In a list's item the first four columns of a line are not of its own block. */
const DEEP = 4;

const spacesOf = (line: string) => line.length - line.replace(/^ +/, '').length;

/** What a line within a fenced block is, and whether the block ends with it. */
function inFence(line: string, fence: Fence): 'code' | 'end' | 'unsure' {
  if (BLANK.test(line)) return 'code';
  const indent = spacesOf(line);
  if (indent < fence.indent) return 'unsure'; // outside of the list's item in which the fence may stand
  const [, closing = ''] = CLOSING.exec(line) ?? [];
  if (!closing.startsWith(fence.character) || closing.length < fence.length) return 'code';
  if (indent === fence.indent || (fence.indent === 0 && indent < DEEP)) return 'end';
  return fence.indent === 0 ? 'code' : 'unsure';
}

/** @param lines - of a text that stands alone, or as an item of a list */
export function codeLines(lines: readonly string[]): LineKind[] {
  const kinds: LineKind[] = [];
  let fence: Fence | undefined;
  let hasHolder = false;
  let isIndented = false;
  // Some viewers end a line at a carriage return alone; and an item that begins with a blank line may hold nothing more.
  let isSure = !lines.some((line) => line.includes('\r')) && !BLANK.test(lines[0] ?? '');
  for (const [at, line] of lines.entries()) {
    const isAfterBlank = BLANK.test(lines[at - 1] ?? '');
    const opening = OPENING.exec(line);
    const [, spaces = '', run = ''] = opening ?? [];
    if (!isSure) kinds.push('unsure');
    else if (fence) {
      const kind = inFence(line, fence);
      if (kind === 'unsure') isSure = false;
      if (kind === 'end') fence = undefined;
      kinds.push(kind === 'end' ? 'code' : kind);
    } else if (opening && (spaces.length < DEEP || isAfterBlank)) {
      fence = { indent: spaces.length, character: run.charAt(0), length: run.length };
      kinds.push('code');
    } else {
      if (NESTED_OPENING.test(line)) isSure = false;
      hasHolder ||= HOLDER.test(line);
      isIndented = (isAfterBlank || isIndented) && spacesOf(line) >= DEEP && !BLANK.test(line);
      if (!isSure) kinds.push('unsure');
      else kinds.push(isIndented && !hasHolder ? 'code' : 'text');
    }
  }
  return kinds;
}

// Writes Markdown so that a viewer shows what it would take for HTML, and undoes it: « le jeton <token> » must not lose a word.
import { codeLines } from './code-lines.ts';

/*
 * Outside code a `<` that could begin HTML gets a backslash. What stood there escaped already is written in the next of these ways, so that each text has
 * a form of its own and comes back as it was; a viewer shows all of them alike:
 *
 *     <    \<    &lt;    &#60;    &#060;    &#0060;    …
 *
 * Autolinks, <https://example.org>, stay as they are: a viewer shows them.
 */

const URL_LINK = String.raw`<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\0-\x1f]*>`;
const MAIL_LINK = "<[A-Za-z0-9][A-Za-z0-9.!#$%&'*+/=?^_{|}~-]*@[A-Za-z0-9][A-Za-z0-9.-]*>";
const LINK = `${URL_LINK}|${MAIL_LINK}`;
const MARK = String.raw`(?:\\?<|&lt;|&#0*60;)(?=[A-Za-z/!?])`;
/** What is read in one go: an autolink, the beginning of HTML, an escaped character, backticks. */
const TOKEN = new RegExp(`(?<link>${LINK})|(?<mark>${MARK})|\\\\[^]|(?<ticks>\`+)`, 'g');
const TICKS = /`+/g;

/** The mark that stands for one in an escaped text. */
function escaped(mark: string): string {
  if (mark === '<') return '\\<';
  if (mark === '\\<') return '&lt;';
  return mark === '&lt;' ? '&#60;' : mark.replace('&#', '&#0');
}

/** Undoes `escaped`. */
function unescaped(mark: string): string {
  if (mark === '\\<' || mark === '<') return '<';
  if (mark === '&lt;') return '\\<';
  return mark === '&#60;' ? '&lt;' : mark.replace('&#0', '&#');
}

/** @returns where the code ends that these backticks begin, on its line; undefined where none does, or where a table might cut it */
function codeEnd(line: string, begin: number, ticks: string): number | undefined {
  TICKS.lastIndex = begin + ticks.length;
  for (let match = TICKS.exec(line); match; match = TICKS.exec(line))
    if (match[0].length === ticks.length)
      return line.slice(begin, match.index).includes('|') ? undefined : TICKS.lastIndex;
  return undefined;
}

/**
 * Changes the marks of a line outside of its code.
 * @param isSure - whether no code may be open where it begins
 * @returns the line, and whether none may be open where it ends
 */
function changeLine(line: string, isSure: boolean, change: (mark: string) => string): [string, boolean] {
  let changed = '';
  let from = 0;
  let knows = isSure;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(line); match; match = TOKEN.exec(line)) {
    const { mark, ticks } = match.groups ?? {};
    if (mark !== undefined) {
      changed += line.slice(from, match.index) + change(mark);
      from = TOKEN.lastIndex;
    }
    if (ticks === undefined || !knows) continue;
    const end = codeEnd(line, match.index, ticks);
    if (end === undefined) knows = false;
    else TOKEN.lastIndex = end;
  }
  return [changed + line.slice(from), knows];
}

function changeText(text: string, change: (mark: string) => string): string {
  if (!/[<&]/.test(text)) return text;
  const lines = text.split('\n');
  const code = codeLines(lines);
  // Code may go on from line to line of a paragraph, never beyond a blank one.
  let isSure = true;
  return lines
    .map((line, at) => {
      if (code[at] === 'code') return line;
      if (/^[ \t]*$/.test(line)) isSure = code[at] === 'text';
      const [changed, knows] = changeLine(line, isSure && code[at] === 'text', change);
      isSure = knows;
      return changed;
    })
    .join('\n');
}

export const escapeHtml = (text: string): string => changeText(text, escaped);

/** Undoes `escapeHtml`; what that has not written may come out as another text. */
export const unescapeHtml = (text: string): string => changeText(text, unescaped);

/** The same for a heading, in which no block of code can stand. */
export const escapeHeading = (text: string): string => changeLine(text, true, escaped)[0];
export const unescapeHeading = (text: string): string => changeLine(text, true, unescaped)[0];

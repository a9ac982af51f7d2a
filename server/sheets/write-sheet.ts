// Writes a sheet in the lab's own form: a title, `##` sections, and answers in one numbered list that runs on.
import { escapeHeading, escapeHtml } from './escape-html.ts';
import { asides, type Sheet, sections } from './sheet.ts';

/**
 * An item of a Markdown list. All lines but the first are indented to where the first begins: whatever stands in them, lists
 * and headings and fences, belongs to the item, for a viewer as for the reader. Empty lines stay empty.
 */
function listItem(marker: string, text: string): string {
  const [first = '', ...others] = text.split('\n');
  const indent = ' '.repeat(marker.length + 1);
  const begin = first === '' ? marker : `${marker} ${first}`;
  return [begin, ...others.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

/** How the words of a sheet are written into its form. */
interface Writing {
  readonly text: (text: string) => string;
  readonly heading: (title: string) => string;
}

const AS_IT_IS: Writing = { text: (text) => text, heading: (title) => title };
const FOR_VIEWERS: Writing = { text: escapeHtml, heading: escapeHeading };

function write({ title, answers, unplaced, aside = asides.fr }: Sheet, writing: Writing): string {
  const blocks = title === '' ? [] : [`# ${writing.heading(title)}`];
  for (const { name, first, last } of sections) {
    blocks.push(`## ${name}`);
    for (let number = first; number <= last; number++)
      blocks.push(listItem(`${number}.`, writing.text(answers.get(number) ?? '')));
  }
  if (unplaced.length > 0) blocks.push(`## ${aside}`);
  for (const text of unplaced) blocks.push(listItem('-', writing.text(text)));
  return `${blocks.join('\n\n')}\n`;
}

/** @returns Markdown that `readSheet` turns into the same sheet again, if the title is one line without space around it; no viewer takes a word for HTML */
export const writeSheet = (sheet: Sheet): string => write(sheet, FOR_VIEWERS);

/** The same with every `<` as it stands, as sheets were exported before. */
export const writeUnescaped = (sheet: Sheet): string => write(sheet, AS_IT_IS);

/** Evidence as a fenced block: its fence is longer than any run of backticks in the text. @param info - one word */
export function fencedBlock(text: string, info = ''): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}\n${fence}`;
}

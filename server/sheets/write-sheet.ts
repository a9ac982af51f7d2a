// Writes a sheet in the lab's own form: a title, `##` sections, and answers in one numbered list that runs on.
import { ASIDE, type Sheet, sections } from './sheet.ts';

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

/** @returns Markdown that `readSheet` turns into the same sheet again, if the title is one line without space around it */
export function writeSheet({ title, answers, unplaced }: Sheet): string {
  const blocks = title === '' ? [] : [`# ${title}`];
  for (const { name, first, last } of sections) {
    blocks.push(`## ${name}`);
    for (let number = first; number <= last; number++)
      blocks.push(listItem(`${number}.`, answers.get(number) ?? ''));
  }
  if (unplaced.length > 0) blocks.push(`## ${ASIDE}`);
  for (const text of unplaced) blocks.push(listItem('-', text));
  return `${blocks.join('\n\n')}\n`;
}

/** Evidence as a fenced block: its fence is longer than any run of backticks in the text. @param info - one word */
export function fencedBlock(text: string, info = ''): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}\n${fence}`;
}

// Reads a sheet that `writeSheet` has written and nobody has changed since: every character comes back.
import { unescapeHeading, unescapeHtml } from './escape-html.ts';
import { type Aside, asides, QUESTIONS, type ReadSheet } from './sheet.ts';
import { writeSheet, writeUnescaped } from './write-sheet.ts';

/** Undoes the indent of a list item. @param lines - those of the item, the empty line after it included */
function itemText(marker: string, lines: readonly string[]): string {
  return lines
    .slice(0, -1)
    .map((line) => line.slice(marker.length + 1))
    .join('\n');
}

/** The sheet as its author wrote it. */
const unescaped = (sheet: ReadSheet): ReadSheet => ({
  ...sheet,
  title: unescapeHeading(sheet.title),
  answers: new Map(Array.from(sheet.answers, ([number, text]) => [number, unescapeHtml(text)])),
  unplaced: sheet.unplaced.map(unescapeHtml),
});

const headsAside = (heading: string): heading is Aside => Object.values<string>(asides).includes(heading);

/**
 * Nothing here checks the form: what was understood is written again, and counts if it is the same text.
 * @returns undefined for any other text
 */
export function readExported(text: string): ReadSheet | undefined {
  if (!text.startsWith('#')) return undefined;
  let title = '';
  const answers = new Map<number, string>();
  const unplaced: string[] = [];
  const frame: string[] = [];
  let aside: Aside = asides.fr;
  const lines = text.split('\n');
  let begin = 0;
  while (begin < lines.length) {
    let end = begin + 1;
    // In an item only the first line, and empty ones, begin with anything but a space.
    while (end < lines.length && (lines[end] === '' || lines[end]?.startsWith(' '))) end++;
    const item = lines.slice(begin, end);
    const [marker = ''] = (item[0] ?? '').split(' ', 1);
    const heading = (item[0] ?? '').slice(marker.length + 1);
    const number = /^\d{1,2}\.$/.test(marker) ? Number.parseInt(marker, 10) : 0;
    if (marker === '#') title = heading;
    else if (marker === '##') {
      frame.push(heading);
      if (headsAside(heading)) aside = heading;
    } else if (marker === '-') unplaced.push(itemText(marker, item));
    else if (number >= 1 && number <= QUESTIONS) {
      const answer = itemText(marker, item);
      if (answer !== '') answers.set(number, answer);
      frame.push(marker);
    } else return undefined;
    begin = end;
  }
  const sheet = { title, answers, unplaced, frame, aside };
  const original = unescaped(sheet);
  if (writeSheet(original) === text) return original;
  return writeUnescaped(sheet) === text ? sheet : undefined;
}

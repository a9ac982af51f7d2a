// Finds the table of contents of a sheet: numbers that only name the sections of the lab, one after the other, are no answers.
import type { Mark } from './mark.ts';
import { wholeSection } from './section-names.ts';
import { sections } from './sheet.ts';
import { hashHeading, isBlank } from './sheet-lines.ts';

/** One alone may be an answer. */
const LEAST = 2;
const LINK = /^\[([^\]]*)\](?:\([^()]*\)|\[[^\]]*\])?$/;
/** What a table of contents may be headed by, without accents and signs. */
const HEADS =
  /^(?:sommaire|table des matieres|table|plan(?: du (?:compte rendu|rapport|tp|document))?|contents?|table of contents|toc|outline|summary)$/;

const plain = (line: string) =>
  line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

const LONGEST = 200;

/** Which section a numbered line names and does nothing else, from 1; 0 where it does anything else. */
function namedAt(line: string, mark: Mark | undefined): number {
  if (mark?.kind !== 'number' || mark.marker.numbers.length !== 1 || line.length > LONGEST) return 0;
  const words = line
    .slice(mark.marker.length)
    .replace(/[\s.…·_]*\d*\s*$/, '')
    .trim(); // the page may stand behind it
  const section = wholeSection(LINK.exec(words)?.[1] ?? words);
  const place = section ? sections.indexOf(section) + 1 : 0;
  return mark.marker.numbers[0] === place ? place : 0;
}

const isHead = (line: string) => line.length < LONGEST && HEADS.test(plain(hashHeading(line)?.text ?? line));

/** Whether an answer may be open where the mark stands. */
const mayAnswer = (mark: Mark) => mark.kind === 'number' || ('section' in mark && mark.section !== undefined);

/** Makes the lines of a table of contents, and its head, marks of the form alone. */
export function withContents(lines: readonly string[], marks: Map<number, Mark>): Map<number, Mark> {
  const begin = lines.findIndex((line, at) => namedAt(line, marks.get(at)) === 1);
  if (begin === -1 || [...marks].some(([at, mark]) => at < begin && mayAnswer(mark))) return marks;
  const found = [begin];
  for (let at = begin + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (namedAt(line, marks.get(at)) !== found.length + 1) break;
    found.push(at);
  }
  if (found.length < LEAST) return marks;
  const head = lines.findLastIndex((line, at) => at < begin && !isBlank(line));
  for (const at of head !== -1 && isHead(lines[head] ?? '') ? [head, ...found] : found)
    marks.set(at, { kind: 'contents' });
  return marks;
}

// Finds the lines of a sheet that may part it: its title, headings, names of sections, numbers. What they come to, others decide.
import { withContents } from './contents.ts';
import type { HeadingMark, Mark } from './mark.ts';
import { withHabits } from './number-habits.ts';
import { markerOf, titleMarker } from './number-marker.ts';
import { partName, withParts } from './numbered-parts.ts';
import type { SheetLines } from './piece.ts';
import { isAside, namedSection, wholeSection } from './section-names.ts';
import { type Section, sections } from './sheet.ts';
import { type Heading, hashHeading, indentOf, isBlank, underlinedHeading } from './sheet-lines.ts';

const LONGEST_NAME = 60;
/** « **Partie 2 :** », without a sign of a heading. */
const PART_ALONE = /^\s{0,3}[*_]{0,3}\p{L}{4,9}\s+\w{1,4}\s*[.:]?\s*[*_]{0,3}\s*:?\s*$/u;
const MOST_OF_A_LINE = /[^\s*_#:]/;
/** Without what makes it bold. */
const inner = (line: string) => line.replace(/^[\s*_]+|[\s*_]+$/g, '');

function headingMark(line: string, heading: Heading): HeadingMark {
  const marker = titleMarker(heading.text) ?? markerOf(heading.text, true);
  const whole = wholeSection(heading.text);
  // « ## 4. TTL » is a section, « ### Question 12 : TTL » is none, and « ### 12. TTL » neither.
  const numbersSection = marker === undefined || Math.max(...marker.numbers) <= sections.length;
  const section = whole && numbersSection ? whole : marker ? undefined : namedSection(heading.text);
  return {
    ...heading,
    kind: 'heading',
    indent: indentOf(line),
    section,
    isWhole: section !== undefined && section === whole,
    marker: section ? undefined : marker,
  };
}

/** @param lines - of the whole sheet. @returns what stands at each line that may part the sheet */
export function marksOf({ lines, fenced }: SheetLines): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const blankAt = (at: number) => isBlank(lines[at] ?? '');
  const inFence = (at: number) => fenced[at] !== 0 && fenced[at] === fenced[at - 1];

  const headingAt = (at: number): HeadingMark | undefined => {
    const line = lines[at] ?? '';
    const hashes = hashHeading(line);
    if (hashes) return headingMark(line, hashes);
    // Many draw a line below a paragraph without a thought of headings: only what parts the sheet counts as one.
    const underlined =
      blankAt(at - 1) && fenced[at + 1] === 0 ? underlinedHeading(line, lines[at + 1]) : undefined;
    const mark = underlined && headingMark(line, underlined);
    return mark && (mark.section || mark.marker || mark.level === 1) ? mark : undefined;
  };

  const nameAt = (at: number): Section | undefined => {
    const line = lines[at] ?? '';
    if (line.length > LONGEST_NAME || !blankAt(at - 1) || !MOST_OF_A_LINE.test(line)) return undefined;
    const section = wholeSection(line.trim());
    if (section === undefined || section.first === section.last) return section;
    let next = at + 1;
    while (next < lines.length && next < at + 4 && blankAt(next)) next++;
    return /[:*_]\s*$/.test(line) || markerOf(lines[next] ?? '') ? section : undefined;
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '' || inFence(at)) continue;
    const heading = headingAt(at);
    if (heading) {
      marks.set(at, isAside(heading.text) ? { kind: 'aside' } : heading);
      at += heading.lines - 1;
      continue;
    }
    const alone = blankAt(at - 1) && PART_ALONE.test(line.slice(0, LONGEST_NAME)) ? inner(line) : '';
    if (partName(alone)) {
      marks.set(at, headingMark(line, { level: 2, text: alone, lines: 1 }));
      continue;
    }
    const marker = (blankAt(at - 1) ? titleMarker(line) : undefined) ?? markerOf(line);
    // A number alone on its line may be an answer: it parts the sheet where a paragraph begins with it.
    if (marker && (!marker.bare || (blankAt(at - 1) && !blankAt(at + 1))))
      marks.set(at, { kind: 'number', indent: indentOf(line), marker });
    else {
      const section = nameAt(at);
      if (section) marks.set(at, { kind: 'name', section });
    }
  }
  return withTitle(lines, withParts(withHabits(withContents(lines, marks))));
}

/** The first heading is the title, unless it is a section beside others of its kind: « # Introduction ». */
function withTitle(lines: readonly string[], marks: Map<number, Mark>): Map<number, Mark> {
  const at = lines.findIndex((line) => !isBlank(line));
  const first = marks.get(at);
  if (first?.kind !== 'heading' || first.level !== 1) return marks;
  const isFirstSection = first.section !== undefined && first.isWhole && first.section === sections[0];
  const isOneOfMany = [...marks.values()].some(
    (mark) =>
      mark !== first &&
      mark.kind === 'heading' &&
      mark.level === 1 &&
      (mark.section ?? mark.marker ?? mark.part),
  );
  if (isFirstSection || (isOneOfMany && (first.section ?? first.marker ?? first.part))) return marks;
  return marks.set(at, { kind: 'title', text: first.text, lines: first.lines });
}

// Tells which headings only count the parts of a sheet, « Partie 2 », and whether these parts are the sections of the lab.

import type { HeadingMark, Mark } from './mark.ts';
import type { Section } from './sheet.ts';
import { sections } from './sheet.ts';

interface PartName {
  /** « partie », « etape » */
  readonly word: string;
  readonly number: number;
}

interface Part {
  readonly at: number;
  readonly heading: HeadingMark;
  readonly name: PartName;
  /** those written in the surest way that the part has, at the margin */
  readonly numbers: readonly number[];
}

const NAME =
  /^(partie|part|section|exercice|exercise|chapitre|chapter|etape|step|stage|phase)\s*(?:n\s?[°ºo]\s*)?(\d{1,2}|[ivx]{1,4}|[a-e])(?=\s*(?:$|[.:)|–—-])|\s+\p{Lu})/iu;
/** An answer may well have steps of its own; it has no parts with numbers that restart. */
const STEP = /^(?:etape|step|stage|phase)$/;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

const isWithin = ({ first, last }: Section, number: number) => first <= number && number <= last;
const sizeOf = ({ first, last }: Section) => last - first + 1;

/** @returns undefined where the text counts no part */
export function partName(text: string): PartName | undefined {
  const plain = text.slice(0, 100).normalize('NFD').replace(/\p{M}/gu, '');
  const [, word = '', written = ''] = NAME.exec(plain) ?? [];
  if (word === '') return undefined;
  const name = written.toLowerCase();
  const roman = ROMAN.indexOf(name) + 1;
  const number = /^\d/.test(name) ? Number(name) : roman > 0 ? roman : name.charCodeAt(0) - 96; // 'a' is 1
  return { word: word.toLowerCase(), number };
}

function numbersOf(marks: readonly Mark[]): number[] {
  const markers = marks.flatMap((mark) =>
    'marker' in mark && mark.marker && mark.indent < 2 ? [mark.marker] : [],
  );
  const surest = Math.max(...markers.map(({ strength }) => strength));
  return markers.filter(({ strength }) => strength === surest).flatMap(({ numbers }) => numbers);
}

function partsOf(marks: ReadonlyMap<number, Mark>): Part[] {
  const all = [...marks];
  const named = all.flatMap(([at, mark], index) => {
    const name = mark.kind === 'heading' ? partName(mark.text) : undefined;
    return mark.kind === 'heading' && name ? [{ at, heading: mark, name, index }] : [];
  });
  const [first] = named;
  const alike = named.filter(
    ({ heading, name }) => heading.level === first?.heading.level && name.word === first.name.word,
  );
  return alike.map((part, nth) => {
    const within = all.slice(part.index + 1, alike[nth + 1]?.index).map(([, mark]) => mark);
    return { ...part, numbers: numbersOf(within) };
  });
}

/** Whether part after part could be the sections of the lab: one of them may lack answers at its end. */
function areSections(parts: readonly Part[]): boolean {
  if (parts.length !== sections.length) return false;
  let short = 0;
  const fits = ({ heading, name, numbers }: Part, index: number) => {
    const section = sections[index];
    if (!section || name.number !== index + 1 || (heading.section ?? section) !== section) return false;
    const size = sizeOf(section);
    if (size === 1) return true; // its one answer may be a list
    if (numbers.every((number) => isWithin(section, number)) && numbers.length > 0) return true;
    if (Math.max(0, ...numbers) < size) short++;
    return numbers.every((number) => number >= 1 && number <= size);
  };
  return parts.every(fits) && short <= 1;
}

/** Gives each heading that counts a part the section that it is, or marks it as one whose numbers nobody can tell. */
export function withParts(marks: Map<number, Mark>): Map<number, Mark> {
  const parts = partsOf(marks);
  if (areSections(parts)) {
    for (const [index, { at, heading }] of parts.entries())
      marks.set(at, { ...heading, section: sections[index], isWhole: true, marker: undefined });
    return marks;
  }
  const isNumberedBefore = [...marks].some(
    ([at, mark]) => at < (parts[0]?.at ?? 0) && 'marker' in mark && mark.marker,
  );
  const isOfAnAnswer = isNumberedBefore && parts.some(({ name }) => STEP.test(name.word));
  if (isOfAnAnswer || !parts.some(({ numbers }) => numbers[0] === 1)) return marks;
  for (const [index, { at, heading, name, numbers }] of parts.entries())
    if (!heading.section)
      marks.set(at, {
        ...heading,
        part: numbers[0] === 1 && (index > 0 || name.number > 1) ? 'restarting' : 'first',
      });
  return marks;
}

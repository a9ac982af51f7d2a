// Tells which numbers count only because the whole sheet is numbered in that way: « n°3 conf », « 2.1 oui », « Première question ».

import type { Mark } from './mark.ts';
import type { Marker } from './number-marker.ts';
import type { Section } from './sheet.ts';

/** The forms of which every number is one further than the last, in a sheet whose first number has that form. */
function isHabit(marks: Iterable<Mark>, form: Marker['form']): boolean {
  let section: Section | undefined;
  let last = 0;
  let count = 0;
  for (const mark of marks) {
    if ('section' in mark && mark.section) {
      section = mark.section;
      if (form !== 'pair') last = 0; // numbers may restart
    }
    const marker = 'marker' in mark ? mark.marker : undefined;
    if (!marker) continue;
    if (count === 0 && marker.form !== form) return false;
    if (marker.form !== form) continue;
    const [number = 0] = marker.numbers;
    const isElsewhere = form === 'pair' && section && (number < section.first || number > section.last);
    if (number <= last || isElsewhere) return false;
    last = number;
    count++;
  }
  return count > 1;
}

/** Drops the numbers that a wrapped line or an answer's own list may as well hold, unless they are a habit of the sheet. */
export function withHabits(marks: Map<number, Mark>): Map<number, Mark> {
  const habits = new Map<Marker['form'], boolean>();
  const isKept = ({ form, isUnsure }: Marker) => {
    if (!isUnsure) return true;
    const known = habits.get(form) ?? isHabit([...marks.values()], form);
    habits.set(form, known);
    return known;
  };
  const kept = new Map<number, Mark>();
  for (const [at, mark] of marks) {
    if (!('marker' in mark) || !mark.marker || isKept(mark.marker)) kept.set(at, mark);
    else if (mark.kind === 'heading') kept.set(at, { ...mark, marker: undefined });
  }
  return kept;
}

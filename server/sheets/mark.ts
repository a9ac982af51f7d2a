// What may part a sheet at a line: its title, a heading, the name of a section, a number.
import type { Marker } from './number-marker.ts';
import type { Section } from './sheet.ts';
import type { Heading } from './sheet-lines.ts';

export interface HeadingMark extends Heading {
  readonly kind: 'heading';
  readonly indent: number;
  /** the section that the heading names, by its whole text or by a part of it */
  readonly section: Section | undefined;
  readonly isWhole: boolean;
  readonly marker: Marker | undefined;
  /** for one that only counts the parts of the sheet, which are not the lab's: whether its numbers may mean any question */
  readonly part?: 'first' | 'restarting';
}

export interface NumberMark {
  readonly kind: 'number';
  readonly indent: number;
  readonly marker: Marker;
}

export type Mark =
  | HeadingMark
  | NumberMark
  | { readonly kind: 'title'; readonly text: string; readonly lines: 1 | 2 }
  | { readonly kind: 'aside' }
  /** of a table of contents */
  | { readonly kind: 'contents' }
  /** the name of a section that stands alone on its line, without a sign of a heading */
  | { readonly kind: 'name'; readonly section: Section };

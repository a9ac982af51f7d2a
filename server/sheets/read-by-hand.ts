// Reads a sheet that somebody wrote: gives each line to an answer or to nobody, by the marks that part the sheet.

import type { HeadingMark, Mark, NumberMark } from './mark.ts';
import type { Marker, Strength } from './number-marker.ts';
import { Numbering } from './numbering.ts';
import { asks, type Piece, paragraphs, pieceText, type SheetLines } from './piece.ts';
import type { ReadSheet, Section } from './sheet.ts';
import { columnAt, fencedLines, indentOf, isBlank, isRule, LEADING_SPACE } from './sheet-lines.ts';
import { marksOf } from './sheet-marks.ts';

/** The piece to which the next line belongs, and how its number was written. */
interface Open {
  readonly piece: Piece;
  readonly number: number;
  /** 0: without a number, in a section that has one question alone */
  readonly strength: Strength | 0;
  /** of the heading in which the number stands */
  readonly level: number | undefined;
  /** whether it holds what no mark began, and may be parted into its paragraphs */
  readonly isLoose: boolean;
}

const LOOK_AHEAD_LINES = 400;
/** Whether a line announces a list: « on voit : ». */
const announces = (line: string) => /:\s*[*_]{0,3}\s*$/.test(line.slice(-20));

/** The column where the words behind a marker begin, by the rule for Markdown's lists; behind a bullet the marker is of the words. */
function columnBehind(line: string, { length, isInList }: Marker): number {
  if (isInList) return columnAt(line, line.search(/[^\s\u200b]/) + 1, true);
  const column = columnAt(line, length);
  const words = columnAt(line, length, true);
  return isBlank(line.slice(length)) || words - column > 4 ? column + 1 : words;
}

class HandReader {
  readonly #sheet: SheetLines;
  readonly #marks: ReadonlyMap<number, Mark>;
  readonly #numbering: Numbering;
  readonly #sectionLevel: number;
  readonly #closed: Open[] = [];
  readonly #frame: string[] = [];
  #title = '';
  #open: Open | undefined;
  /** in the part of an exported sheet that belongs to no question */
  #inAside = false;

  constructor(sheet: SheetLines) {
    this.#sheet = sheet;
    this.#marks = marksOf(sheet);
    const marks = [...this.#marks.values()];
    const headings = marks.filter((mark) => mark.kind === 'heading');
    this.#sectionLevel = headings.find(({ section }) => section)?.level ?? 2;
    this.#numbering = new Numbering(
      marks.flatMap((mark) => ('marker' in mark && mark.marker ? [mark.marker] : [])),
    );
  }

  read(): ReadSheet {
    const count = this.#sheet.lines.length;
    for (let at = 0; at < count; ) at += this.#take(at);
    this.#close();
    const answers = new Map<number, string>();
    const unplaced: string[] = [];
    for (const [index, open] of this.#closed.entries()) {
      const pieces = open.isLoose ? paragraphs(this.#sheet, open.piece) : [open.piece];
      for (const piece of pieces) {
        const { text, asked } = pieceText(this.#sheet, piece);
        if (asked !== '') this.#frame.push(asked);
        if (text === '' || (open.isLoose && isRule(text))) continue;
        const { question } = piece;
        // « Q1 : Quel nom ? », and then « R1 : une étoile »: the first only repeats the question.
        const isAnsweredNext = question !== undefined && this.#closed[index + 1]?.piece.question === question;
        if (isAnsweredNext && piece.mayAsk && asks(text)) {
          this.#frame.push(text);
          continue;
        }
        const before = question === undefined ? undefined : answers.get(question);
        if (question === undefined) unplaced.push(text);
        else answers.set(question, before === undefined ? text : `${before}\n\n${text}`);
      }
    }
    return { title: this.#title, answers, unplaced, frame: this.#frame };
  }

  /** @returns how many lines it took */
  #take(at: number): number {
    const line = this.#line(at);
    const mark = this.#marks.get(at);
    if (mark?.kind === 'title') {
      this.#close(); // blank lines may stand before it
      this.#title = mark.text;
      return mark.lines;
    }
    const column = this.#open?.piece.column ?? 0;
    const isInItem = this.#open !== undefined && indentOf(line) >= (column > 0 ? column : 4);
    const taken = mark && !isInItem ? this.#takeMark(mark, at) : 0;
    if (taken > 0) return taken;
    if (this.#inAside && /^-(?: |$)/.test(line) && !isInItem) this.#beginAside(line, at);
    else this.#extend(at);
    return 1;
  }

  #takeMark(mark: Exclude<Mark, { kind: 'title' }>, at: number): number {
    if (mark.kind === 'aside') return this.#enter(undefined, at, 1);
    if (mark.kind === 'contents') {
      this.#close();
      this.#frame.push(this.#line(at).trim());
      return 1;
    }
    if (mark.kind === 'heading') return this.#takeHeading(mark, at);
    if (this.#inAside) return 0;
    if (mark.kind === 'number') return this.#takeNumber(mark, at) ? 1 : 0;
    const open = this.#open;
    const hasWords = open === undefined || !isBlank(open.piece.first) || open.piece.to > open.piece.from + 1;
    return hasWords && this.#comesNext(mark.section) ? this.#enter(mark.section, at, 1) : 0;
  }

  #takeHeading(mark: HeadingMark, at: number): number {
    const isInAnswer = this.#open?.piece.question !== undefined;
    const isDeep = isInAnswer && mark.level > (this.#open?.level ?? this.#sectionLevel);
    const { section } = mark;
    if (section && (!isDeep || (mark.isWhole && this.#comesNext(section))))
      return this.#enter(section, at, mark.lines);
    if (this.#inAside) return 0;
    if (mark.marker && this.#takeNumber({ ...mark, marker: mark.marker, kind: 'number' }, at, mark))
      return mark.lines;
    // What only counts the parts of the sheet ends the answer before it, unless that has a heading of its own above.
    const isPart = mark.part !== undefined && (!isDeep || this.#open?.level === undefined);
    if (isDeep && !isPart) return 0;
    this.#close();
    if (isPart || mark.level <= this.#sectionLevel) this.#numbering.goAstray(mark.part === 'restarting');
    this.#extend(at);
    return 1;
  }

  /** @param section - undefined for what belongs to no question */
  #enter(section: Section | undefined, at: number, lines: 1 | 2): number {
    this.#close();
    this.#frame.push(this.#line(at).trim());
    this.#numbering.enter(section);
    this.#inAside = section === undefined;
    if (section && section.first === section.last)
      this.#begin({
        question: section.first,
        first: '',
        column: 0,
        mayAsk: false,
        from: at + lines,
        to: at + lines,
      });
    return lines;
  }

  /** @returns whether the number parts the sheet; if not, it belongs to the words of what is open */
  #takeNumber({ marker }: NumberMark, at: number, heading?: HeadingMark): boolean {
    const open = this.#open?.isLoose ? undefined : this.#open;
    const begins = this.#numbering.begins(
      marker,
      open && { ...open, isAnswer: open.piece.question !== undefined },
      {
        isAnnounced:
          announces(this.#line(at - 1)) || (isBlank(this.#line(at - 1)) && announces(this.#line(at - 2))),
        following: marker.numbers[0] === 1 ? this.#following(at, marker.strength) : undefined,
      },
    );
    if (begins === 'text') return false;
    const source = heading?.text ?? this.#line(at);
    const { question } = begins;
    const from = at + (heading?.lines ?? 1);
    const written = { number: marker.numbers.at(-1) ?? 0, strength: marker.strength, level: heading?.level };
    if (question === undefined) {
      this.#begin(
        { question, first: this.#line(at), column: 0, mayAsk: false, from: at + 1, to: from },
        written,
      );
      return true;
    }
    this.#frame.push(source.slice(0, marker.length).trim());
    const first = marker.emphasis + source.slice(marker.length).replace(LEADING_SPACE, '');
    const isItem = !heading && (marker.strength === 1 || marker.isInList);
    const column = isItem ? columnBehind(source, marker) : 0;
    this.#begin({ question, first, column, mayAsk: marker.strength > 1, from, to: from }, written);
    return true;
  }

  #following(at: number, strength: Strength): number | undefined {
    for (let next = at + 1; next < at + LOOK_AHEAD_LINES; next++) {
      const mark = this.#marks.get(next);
      if (mark?.kind === 'heading') return undefined;
      if (mark?.kind === 'number' && mark.marker.strength === strength) return mark.marker.numbers[0];
    }
    return undefined;
  }

  #comesNext(section: Section): boolean {
    const current = this.#numbering.section;
    return current === undefined || section.first > current.first;
  }

  #beginAside(line: string, at: number): void {
    this.#frame.push('-');
    const from = at + 1;
    this.#begin({ question: undefined, first: line.slice(2), column: 2, mayAsk: false, from, to: from });
  }

  #begin(
    piece: Piece,
    written: Pick<Open, 'number' | 'strength' | 'level'> = { number: 0, strength: 0, level: undefined },
  ) {
    this.#close();
    this.#open = { piece, ...written, isLoose: false };
  }

  #extend(at: number): void {
    this.#open ??= {
      piece: { question: undefined, first: '', column: 0, mayAsk: false, from: at, to: at },
      number: 0,
      strength: 0,
      level: undefined,
      isLoose: true,
    };
    this.#open.piece.to = at + 1;
  }

  #close(): void {
    if (this.#open) this.#closed.push(this.#open);
    this.#open = undefined;
  }

  #line(at: number): string {
    return this.#sheet.lines[at] ?? '';
  }
}

/** @param text - its lines end with a line feed alone */
export function readByHand(text: string): ReadSheet {
  const lines = text.split('\n');
  return new HandReader({ lines, fenced: fencedLines(lines) }).read();
}

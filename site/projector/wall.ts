// What the projector shows: the last lines of each room's log with what happened between them, as they came.
import type { Mark, ProjectedLine, RoomLines } from '#server/class/wire.ts';

/** As many lines as a wall keeps of each room, and of all of them together. */
export const MOST_KEPT = 1_000;
/** And as many characters of these lines, since a page lays all of them out. */
export const MOST_CHARACTERS = 256 * 1024;

export type WallEntry =
  | { readonly kind: 'line'; readonly number: number; readonly room: number; readonly line: ProjectedLine }
  | WallMark
  /** lines that were skipped, or never came; `count` where one knows how many */
  | { readonly kind: 'gap'; readonly number: number; readonly room: number; readonly count?: number };

/** What an order changed: in a room, or in all rooms in which it did so without anything between. */
export interface WallMark extends Pick<Mark, 'at' | 'what' | 'everywhere'> {
  readonly kind: 'mark';
  readonly number: number;
  readonly rooms: readonly number[];
}

/** A room, by its number in the class, or all of them. */
export type Shown = number | 'all';

interface LastLine {
  readonly seq: number;
  readonly at: number;
}

interface Shelf {
  entries: WallEntry[];
  characters: number;
}

const markName = ({ room, after, at, what }: Mark) => `${room} ${after} ${at} ${what}`;

export class Wall {
  readonly #shelves = new Map<Shown, Shelf>();
  readonly #last = new Map<number, LastLine>();
  readonly #marked = new Set<string>();
  #waiting: Mark[] = [];
  #number = 0;

  /** The entries of a room or of all, the oldest first; numbered in the order in which they came. */
  of(shown: Shown): readonly WallEntry[] {
    return lastOf(this.#shelfOf(shown).entries);
  }

  /** Takes lines that came; those that were there already, after a line was lost and found again, are not doubled. */
  addLines({ room, lines }: RoomLines): void {
    for (const line of lines) {
      const last = this.#last.get(room);
      const isOlder = last !== undefined && line.seq <= last.seq;
      if (isOlder && line.at <= last.at) continue;
      this.#last.set(room, line);
      // A relay that began anew counts from one again.
      if (isOlder) this.#addHere({ kind: 'gap', number: this.#next(), room });
      else if (last && line.seq > last.seq + 1)
        this.#addHere({ kind: 'gap', number: this.#next(), room, count: line.seq - last.seq - 1 });
      this.#takeMarks(room, line.seq - 1);
      this.#addHere({ kind: 'line', number: this.#next(), room, line });
    }
    this.#takeMarks(room, this.#last.get(room)?.seq ?? 0);
  }

  /** Takes all marks that there are; each is shown once, behind the line that it came after. */
  addMarks(marks: readonly Mark[]): void {
    for (const mark of marks) {
      if (this.#marked.has(markName(mark))) continue;
      this.#marked.add(markName(mark));
      this.#waiting.push(mark);
    }
    for (const room of new Set(this.#waiting.map((mark) => mark.room)))
      this.#takeMarks(room, this.#last.get(room)?.seq ?? 0);
  }

  /** Shows the marks of a room whose line has come. */
  #takeMarks(room: number, seq: number): void {
    if (this.#waiting.length === 0) return;
    const ripe = this.#waiting.filter((mark) => mark.room === room && mark.after <= seq);
    if (ripe.length === 0) return;
    this.#waiting = this.#waiting.filter((mark) => !ripe.includes(mark));
    for (const mark of ripe) this.#addMark(mark);
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #addHere(entry: Exclude<WallEntry, WallMark>): void {
    this.#add(entry.room, entry);
    this.#add('all', entry);
  }

  /** In its room it stands alone; among all rooms it joins what the same order did elsewhere. */
  #addMark({ room, at, what, everywhere }: Mark): void {
    const mark: WallMark = { kind: 'mark', number: this.#next(), rooms: [room], at, what, everywhere };
    this.#add(room, { ...mark, everywhere: false });
    const { entries } = this.#shelfOf('all');
    const beside = entries.findLastIndex(
      (entry, i) =>
        entry.kind === 'mark' && entry.what === what && (entry.at === at || i === entries.length - 1),
    );
    const other = entries[beside];
    if (other?.kind !== 'mark') this.#add('all', mark);
    else
      entries[beside] = {
        ...other,
        rooms: [...new Set([...other.rooms, room])].sort((a, b) => a - b),
        everywhere: other.everywhere || everywhere,
      };
  }

  #add(shown: Shown, entry: WallEntry): void {
    const shelf = this.#shelfOf(shown);
    shelf.entries.push(entry);
    shelf.characters += charactersOf(entry);
    if (shelf.entries.length < 2 * MOST_KEPT && shelf.characters < 2 * MOST_CHARACTERS) return;
    shelf.entries = lastOf(shelf.entries);
    shelf.characters = shelf.entries.reduce((sum, kept) => sum + charactersOf(kept), 0);
  }

  #shelfOf(shown: Shown): Shelf {
    const known = this.#shelves.get(shown);
    if (known) return known;
    const shelf: Shelf = { entries: [], characters: 0 };
    this.#shelves.set(shown, shelf);
    return shelf;
  }
}

const charactersOf = (entry: WallEntry) => (entry.kind === 'line' ? entry.line.text.length : 0);

function lastOf(entries: readonly WallEntry[]): WallEntry[] {
  const last = entries.slice(-MOST_KEPT);
  let characters = 0;
  const tooMany = last.findLastIndex((entry) => {
    characters += charactersOf(entry);
    return characters > MOST_CHARACTERS;
  });
  return last.slice(tooMany + 1);
}

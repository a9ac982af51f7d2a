// What the projector shows: the last lines of each room's log with what happened between them, as they came.
import type { Mark, RoomLines } from '#server/class/wire.ts';
import type { LogLine } from '#server/protocol.ts';

/** As many lines as a wall keeps of each room, and of all of them together. */
export const MOST_KEPT = 1_000;

export type WallEntry =
  | { readonly kind: 'line'; readonly number: number; readonly room: number; readonly line: LogLine }
  | { readonly kind: 'mark'; readonly number: number; readonly room: number; readonly what: Mark['what'] }
  /** lines that never came; `count` where one knows how many */
  | { readonly kind: 'gap'; readonly number: number; readonly room: number; readonly count?: number };

/** A room, by its number in the class, or all of them. */
export type Shown = number | 'all';

interface LastLine {
  readonly seq: number;
  readonly at: number;
}

const markName = ({ room, after, at, what }: Mark) => `${room} ${after} ${at} ${what}`;

export class Wall {
  readonly #entries = new Map<Shown, WallEntry[]>();
  readonly #last = new Map<number, LastLine>();
  readonly #marked = new Set<string>();
  #waiting: Mark[] = [];
  #number = 0;

  /** The entries of a room or of all, the oldest first; numbered in the order in which they came. */
  of(shown: Shown): readonly WallEntry[] {
    return this.#entries.get(shown)?.slice(-MOST_KEPT) ?? [];
  }

  /** Takes lines that came; those that were there already, after a line was lost and found again, are not doubled. */
  addLines({ room, lines }: RoomLines): void {
    for (const line of lines) {
      const last = this.#last.get(room);
      const isOlder = last !== undefined && line.seq <= last.seq;
      if (isOlder && line.at <= last.at) continue;
      this.#last.set(room, line);
      // A relay that began anew counts from one again.
      if (isOlder) this.#add({ kind: 'gap', number: this.#next(), room });
      else if (last && line.seq > last.seq + 1)
        this.#add({ kind: 'gap', number: this.#next(), room, count: line.seq - last.seq - 1 });
      this.#takeMarks(room, line.seq - 1);
      this.#add({ kind: 'line', number: this.#next(), room, line });
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
    for (const { what } of ripe) this.#add({ kind: 'mark', number: this.#next(), room, what });
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #add(entry: WallEntry): void {
    for (const shown of [entry.room, 'all'] as const) {
      const entries = this.#entries.get(shown) ?? [];
      this.#entries.set(shown, entries);
      entries.push(entry);
      if (entries.length >= 2 * MOST_KEPT) entries.splice(0, entries.length - MOST_KEPT);
    }
  }
}

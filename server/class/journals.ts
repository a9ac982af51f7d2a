// What the projector shows to whoever opens it late: the last lines of all rooms, and the moments marked between them.
import type { LogLine } from '../protocol.ts';
import type { Mark, RoomLines } from './wire.ts';

// A projector that is opened gets all of it at once, and must not look like a slow reader for that.
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 256 * 1024;
const MOST_MARKS = 500;

export class Journals {
  readonly #entries: { readonly room: number; readonly line: LogLine }[] = [];
  #marks: Mark[] = [];
  #characters = 0;

  add(room: number, lines: readonly LogLine[]): void {
    for (const line of lines) {
      this.#entries.push({ room, line });
      this.#characters += line.text.length;
    }
    let drop = 0;
    while (
      this.#entries.length - drop > MOST_LINES ||
      (this.#characters > MOST_CHARACTERS && drop < this.#entries.length)
    ) {
      this.#characters -= this.#entries[drop]?.line.text.length ?? 0;
      drop += 1;
    }
    this.#entries.splice(0, drop);
  }

  mark(mark: Mark): void {
    this.#marks.push(mark);
    this.#marks.splice(0, this.#marks.length - MOST_MARKS);
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** The lines, those that follow each other in one room together. */
  logs(): readonly RoomLines[] {
    const logs: { room: number; lines: LogLine[] }[] = [];
    for (const { room, line } of this.#entries) {
      const last = logs.at(-1);
      if (last?.room === room) last.lines.push(line);
      else logs.push({ room, lines: [line] });
    }
    return logs;
  }
}

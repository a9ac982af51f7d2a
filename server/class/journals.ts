// What the projector shows to whoever opens it late: the last lines of all rooms, and the moments marked between them.
import type { Mark, ProjectedLine, RoomLines } from './wire.ts';

// A projector that is opened gets all of it at once, and must not look like a slow reader for that.
const MOST_CHARACTERS = 256 * 1024;
const MOST_MARKS = 500;

/** What a line takes besides its text, as JSON writes it. */
const LINE_CHARACTERS = 120;

interface Entry {
  readonly room: number;
  readonly line: ProjectedLine;
}

const charactersOf = ({ line }: Entry) => line.text.length + LINE_CHARACTERS;

export class Journals {
  readonly #entries: Entry[] = [];
  readonly #charactersOf = new Map<number, number>();
  #marks: Mark[] = [];
  #characters = 0;

  add({ room, lines }: RoomLines): void {
    for (const line of lines) {
      this.#entries.push({ room, line });
      this.#count(room, charactersOf({ room, line }));
    }
    while (this.#characters > MOST_CHARACTERS) this.#dropOne();
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
    const logs: { room: number; lines: ProjectedLine[] }[] = [];
    for (const { room, line } of this.#entries) {
      const last = logs.at(-1);
      if (last?.room === room) last.lines.push(line);
      else logs.push({ room, lines: [line] });
    }
    return logs;
  }

  /** Forgets the oldest line of the room that takes most, so that a room that writes much makes nobody else forgotten. */
  #dropOne(): void {
    const [most] = [...this.#charactersOf].reduce((a, b) => (b[1] > a[1] ? b : a));
    const at = this.#entries.findIndex(({ room }) => room === most);
    for (const dropped of this.#entries.splice(at, 1)) this.#count(most, -charactersOf(dropped));
  }

  #count(room: number, characters: number): void {
    this.#characters += characters;
    this.#charactersOf.set(room, (this.#charactersOf.get(room) ?? 0) + characters);
  }
}

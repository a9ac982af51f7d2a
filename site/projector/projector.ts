// The projector of a class: one room's log or all rooms', followed or held, and what the class may see besides.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassState } from '#server/class/wire.ts';
import type { Connect } from '../chat/link.ts';
import { type ClassNews, type ClassSocket, classSocket } from '../class/class-socket.ts';
import { type Shown, Wall, type WallEntry } from './wall.ts';

/** Lines come in batches of each room; the wall is painted at most so often. */
const PAINT_MS = 60;

export class Projector {
  readonly class: Signal<ClassState | undefined> = signal();
  readonly rooms: Signal<readonly number[]> = signal([]);
  readonly standing: Signal<'connecting' | 'present' | 'lost' | 'refused'> = signal('connecting');
  readonly shown: Signal<Shown> = signal('all');
  /** what is on the wall */
  readonly entries: ReadonlySignal<readonly WallEntry[]>;
  /** how many lines came since the wall is held; undefined while it follows */
  readonly behind: ReadonlySignal<number | undefined>;
  /** the workbook's address as others reach it, once the server has told it */
  readonly home: Signal<string | undefined> = signal();
  readonly #wall = new Wall();
  readonly #painted: Signal<number> = signal(0);
  readonly #held: Signal<readonly WallEntry[] | undefined> = signal();
  readonly #socket: ClassSocket;
  readonly #later: (milliseconds: number, run: () => void) => void;
  #isDirty = false;

  /** @param later - runs something once, after so many milliseconds */
  constructor(
    connect: Connect,
    secret: string,
    later: (milliseconds: number, run: () => void) => void = (milliseconds, run) => {
      setTimeout(run, milliseconds);
    },
  ) {
    this.#later = later;
    const newest = computed(() => {
      this.#painted.value;
      return this.#wall.of(this.shown.value);
    });
    this.entries = computed(() => this.#held.value ?? newest.value);
    this.behind = computed(() => {
      const held = this.#held.value;
      if (!held) return undefined;
      const last = held.at(-1)?.number ?? 0;
      return newest.value.filter(({ kind, number }) => kind === 'line' && number > last).length;
    });
    this.#socket = classSocket(connect, () => ({ type: 'project', secret }), {
      hear: (news) => this.#hear(news),
      lost: (_, again) => {
        if (this.class.value) this.standing.value = again ? 'lost' : 'refused';
      },
    });
  }

  /** Shows another room; the wall follows it. */
  show(shown: Shown): void {
    this.shown.value = shown;
    this.#held.value = undefined;
  }

  /** Holds the wall as it is, for reading. */
  hold(): void {
    this.#held.value ??= this.entries.peek();
  }

  follow(): void {
    this.#held.value = undefined;
  }

  close(): void {
    this.#socket.close();
  }

  #hear(news: ClassNews): void {
    switch (news.type) {
      case 'projection':
        this.standing.value = 'present';
        this.class.value = news.class;
        this.rooms.value = news.rooms;
        this.home.value = news.home;
        this.#wall.addMarks(news.marks);
        this.#paintSoon();
        break;
      case 'room_log':
        for (const lines of news.logs) this.#wall.addLines(lines);
        this.#paintSoon();
        break;
      case 'refused':
        if (this.standing.value === 'present') return;
        this.standing.value = 'refused';
        this.#socket.close();
    }
  }

  #paintSoon(): void {
    if (this.#isDirty) return;
    this.#isDirty = true;
    this.#later(PAINT_MS, () => {
      this.#isDirty = false;
      this.#painted.value += 1;
    });
  }
}

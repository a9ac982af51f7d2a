// Keeps a lesson as it changes: what changes within a moment goes to the store together.
import { ClassError } from './class-error.ts';
import type { FrozenLesson, Lesson } from './lesson.ts';
import type { ClassSeat, FrozenSeat } from './roster.ts';

/** Where a lesson is kept. Each may throw, and then has changed nothing. */
export interface Keeper {
  saveLesson(lesson: FrozenLesson, ended: boolean): void;
  saveSeats(seats: readonly FrozenSeat[]): void;
  eraseSeats(ids: readonly string[]): void;
  eraseNotebooks(): void;
}

/** What the keeping needs of the world around it. */
export interface KeepingWorld {
  readonly keeper: Keeper;
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
  /** told of a change that could not be kept */
  failed(error: unknown): void;
}

const TOGETHER_MS = 20;
/** What nobody waits for: a student may change a vote as often as a line carries. */
const LAZILY_MS = 500;
const AGAIN_MS = 5_000;

export class Keeping {
  /** whether the last saving came through */
  kept = true;
  readonly #lesson: Lesson;
  readonly #world: KeepingWorld;
  readonly #changed = new Set<ClassSeat>();
  /** seats that go with the next saving, all of them at once: each erasure waits for the disk */
  readonly #dropped = new Set<string>();
  #after: (() => void)[] = [];
  #waits = false;
  #waitsLazily = false;
  #isOver = false;

  constructor(lesson: Lesson, world: KeepingWorld) {
    this.#lesson = lesson;
    this.#world = world;
  }

  /** A server begins a lesson, or goes on with it. An earlier one may have fallen before all notebooks were erased. */
  begin(): void {
    this.flush();
    if (this.#lesson.keepsNotebooks) return;
    try {
      this.#world.keeper.eraseNotebooks();
    } catch (error) {
      this.#world.failed(error);
    }
  }

  /** @param seats - those that have changed. @param after - called when the change is kept, or cannot be */
  changed(seats: readonly ClassSeat[] = [], after?: () => void): void {
    for (const seat of seats) this.#changed.add(seat);
    if (after) this.#after.push(after);
    if (this.#waits) return;
    this.#waits = true;
    this.#world.later(TOGETHER_MS, () => this.flush());
  }

  /** A seat that nobody sits on is to be erased, some time soon. */
  drop(id: string): void {
    this.#dropped.add(id);
    this.changed();
  }

  /** Something has changed that may be lost with the moment in which the server falls. */
  changedLazily(): void {
    if (this.#waitsLazily) return;
    this.#waitsLazily = true;
    this.#world.later(LAZILY_MS, () => {
      this.#waitsLazily = false;
      this.changed();
    });
  }

  /**
   * Erases at once: whoever hears that it is done may rely on that.
   * @throws ClassError `STORE_FAILED`, and then nothing has changed
   */
  erase(from: (keeper: Keeper) => void): void {
    try {
      from(this.#world.keeper);
    } catch (error) {
      this.#world.failed(error);
      throw new ClassError('STORE_FAILED');
    }
  }

  /** Saves nothing any more: all of it has been erased, and shall stay so. */
  stop(): void {
    this.#isOver = true;
  }

  /** Saves what has changed. What cannot be saved now is tried again. */
  flush(): void {
    this.#waits = false;
    if (!this.#isOver) this.#save();
    for (const run of this.#after.splice(0)) run();
  }

  #save(): void {
    const { roster } = this.#lesson;
    try {
      this.#world.keeper.saveLesson(this.#lesson.freeze(), this.#lesson.ended);
      if (this.#dropped.size > 0) this.#world.keeper.eraseSeats([...this.#dropped]);
      this.#dropped.clear();
      const seats = [...this.#changed].filter(({ id }) => roster.seats.has(id));
      this.#world.keeper.saveSeats(seats.map((seat) => roster.freezeSeat(seat)));
      this.#changed.clear();
      this.kept = true;
    } catch (error) {
      this.kept = false;
      this.#world.failed(error);
      this.#world.later(AGAIN_MS, () => this.changed());
    }
  }
}

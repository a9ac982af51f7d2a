// Seats whose students are away and have never left anything here: the ones that a class may lose, since names alone fill it.
import type { Attendance } from './attendance.ts';
import type { ClassSeat, Roster } from './roster.ts';
import { ABSENT_MS } from './wire.ts';

/** As many as a class behind one address, of which nobody has done anything yet. */
const MOST_PER_ADDRESS = 40;

/** Of those who came last so many may lose the seat. Not more: names that come fast would have the early ones lose theirs. */
const LATEST = 20;

export class IdleSeats {
  readonly #roster: Roster;
  readonly #attendance: Attendance;
  /** seats from before this server started, whose students may all be on their way back */
  readonly #known: ReadonlySet<string>;
  /** from where each new seat was taken; never kept */
  readonly #addresses = new WeakMap<ClassSeat, string>();

  constructor(roster: Roster, attendance: Attendance) {
    this.#roster = roster;
    this.#attendance = attendance;
    this.#known = new Set(roster.seats.keys());
  }

  /** Somebody new sits there. @param address - from where */
  taken(seat: ClassSeat, address: string): void {
    this.#addresses.set(seat, address);
  }

  /**
   * Whose seat is given away before somebody else gets one: of whoever came last. In a class that somebody fills with names,
   * these are the names, and those who came early and have shut their machines keep theirs. Whoever has just come, or is between
   * two pages, is the last of the latest to lose it.
   */
  toGiveAway(address: string, now: number): ClassSeat | undefined {
    const idle = this.#idle().filter(({ id }) => !this.#known.has(id));
    const near = idle.filter((seat) => this.#addresses.get(seat) === address);
    const among = near.length >= MOST_PER_ADDRESS ? near : this.#roster.isFull() ? idle : [];
    const latest = among.slice(-LATEST);
    return latest.findLast((seat) => !this.#attendance.isAround(seat, now)) ?? latest.at(-1);
  }

  /** Those that the teacher may have erased together. */
  toErase(now: number): readonly ClassSeat[] {
    return this.#idle().filter((seat) => now - this.#attendance.lastSeen(seat) >= ABSENT_MS);
  }

  #idle(): readonly ClassSeat[] {
    const { isPresent, hasActed } = this.#attendance;
    return [...this.#roster.seats.values()].filter((seat) => !isPresent(seat) && !hasActed(seat));
  }
}

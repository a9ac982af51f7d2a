// Seats whose students are away and have never left anything here: the ones that a class may lose, since names alone fill it.
import type { Attendance } from './attendance.ts';
import type { ClassSeat, Roster } from './roster.ts';
import { ABSENT_MS } from './wire.ts';

/** As many as a class behind one address, of which nobody has done anything yet. */
const MOST_IDLE_PER_ADDRESS = 40;

/** Of those who came last so many may lose the seat. Not more: names that come fast would have the early ones lose theirs. */
const LATEST = 20;

export class IdleSeats {
  readonly #roster: Roster;
  readonly #attendance: Attendance;
  readonly #mostPerAddress: number;
  /** seats from before this server started, whose students may all be on their way back */
  readonly #known: ReadonlySet<string>;
  /** from where each new seat was taken; never kept */
  readonly #addresses = new WeakMap<ClassSeat, string>();
  readonly #withNotebook = new WeakSet<ClassSeat>();

  /** @param mostPerAddress - seats that one address may take; 0 for any number */
  constructor(roster: Roster, attendance: Attendance, mostPerAddress: number) {
    this.#roster = roster;
    this.#attendance = attendance;
    this.#mostPerAddress = mostPerAddress;
    this.#known = new Set(roster.seats.keys());
  }

  /** Somebody new sits there. @param address - from where */
  taken(seat: ClassSeat, address: string): void {
    this.#addresses.set(seat, address);
  }

  keptNotebook(seat: ClassSeat): void {
    this.#withNotebook.add(seat);
  }

  /** Whether somebody from there gets a seat only in place of another one. */
  isFullFor(address: string): boolean {
    return this.#roster.isFull() || this.#hasTooMany(address);
  }

  /**
   * Whose seat is given away before somebody else gets one: of whoever came last. In a class that somebody fills with names,
   * these are the names, and those who came early and have shut their machines keep theirs. Whoever has just come, or is between
   * two pages, is the last of the latest to lose it.
   */
  toGiveAway(address: string, now: number): ClassSeat | undefined {
    const latest = this.#among(address).slice(-LATEST);
    return latest.findLast((seat) => !this.#attendance.isAround(seat, now)) ?? latest.at(-1);
  }

  /** Those that the teacher may have erased together. */
  toErase(now: number): readonly ClassSeat[] {
    return this.#absent().filter(
      (seat) => !this.#attendance.hasActed(seat) && now - this.#attendance.lastSeen(seat) >= ABSENT_MS,
    );
  }

  /** A word or a vote is as quickly said as a name: where there is no other place, it keeps no seat either, as a sheet does. */
  #among(address: string): readonly ClassSeat[] {
    const { handedIn, hasActed } = this.#attendance;
    const absent = this.#absent().filter(
      (seat) => !this.#known.has(seat.id) && !handedIn.has(seat.id) && !this.#withNotebook.has(seat),
    );
    const near = absent.filter((seat) => this.#addresses.get(seat) === address);
    const isIdle = (seat: ClassSeat) => !hasActed(seat);
    const idleFirst = (seats: readonly ClassSeat[]) => (seats.some(isIdle) ? seats.filter(isIdle) : seats);
    if (this.#hasTooMany(address)) return idleFirst(near);
    if (near.filter(isIdle).length >= MOST_IDLE_PER_ADDRESS) return near.filter(isIdle);
    return this.#roster.isFull() ? idleFirst(absent) : [];
  }

  #hasTooMany(address: string): boolean {
    if (this.#mostPerAddress === 0) return false;
    let taken = 0;
    for (const seat of this.#roster.seats.values()) if (this.#addresses.get(seat) === address) taken += 1;
    return taken >= this.#mostPerAddress;
  }

  #absent(): readonly ClassSeat[] {
    return [...this.#roster.seats.values()].filter((seat) => !this.#attendance.isPresent(seat));
  }
}

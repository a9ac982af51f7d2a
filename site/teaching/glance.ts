// The rooms at a glance: who calls, who is stuck, who has handed in, and in which order a teacher wants to see that.
import { ABSENT_MS, type RoomView, type SeatView } from '#server/class/wire.ts';

const MINUTE_MS = 60_000;

/** Whoever does nothing for so long may be stuck. */
const STUCK_MINUTES = 4;

/** Minutes since a student did anything; 0 while there is nothing to say of it. */
export function silentMinutes({ present, activeAt }: SeatView, now: number): number {
  const minutes = Math.floor((now - activeAt) / MINUTE_MS);
  return present && minutes >= STUCK_MINUTES ? minutes : 0;
}

/** Who is gone calls nobody any more. */
export const callsNow = ({ present, wantsHelp }: SeatView): boolean => present && wantsHelp;

export const calls = ({ seats }: RoomView): boolean => seats.some(callsNow);

/** Rooms that call come first, then those that are stuck, the longest silence first, then the others by their numbers. */
export function byNeed(rooms: readonly RoomView[], now: number): readonly RoomView[] {
  const silence = new Map(
    rooms.map((room) => [room, Math.max(0, ...room.seats.map((seat) => silentMinutes(seat, now)))]),
  );
  return [...rooms].sort(
    (a, b) =>
      Number(calls(b)) - Number(calls(a)) ||
      (silence.get(b) ?? 0) - (silence.get(a) ?? 0) ||
      a.number - b.number,
  );
}

/** The same rooms where they stood before, new ones last: nothing moves under a hand that is about to press. */
export function heldInPlace(rooms: readonly RoomView[], before: readonly string[]): readonly RoomView[] {
  const place = (room: RoomView) => {
    const at = before.indexOf(room.room);
    return at < 0 ? before.length : at;
  };
  return [...rooms].sort((a, b) => place(a) - place(b) || a.number - b.number);
}

export interface Summary {
  readonly seats: number;
  readonly present: number;
  readonly handedIn: number;
  /** the numbers of the rooms that call */
  readonly calling: readonly number[];
}

export function summaryOf(rooms: readonly RoomView[]): Summary {
  const seats = rooms.flatMap((room) => room.seats);
  return {
    seats: seats.length,
    present: seats.filter(({ present }) => present).length,
    handedIn: seats.filter(({ handedInAt }) => handedInAt !== undefined).length,
    calling: rooms.filter(calls).map(({ number }) => number),
  };
}

/** What all of them are; undefined where they differ, or there is none. */
export function common<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** How many seats `erase-absent` would take. */
export function idleSeats(rooms: readonly RoomView[], now: number): number {
  const seats = rooms.flatMap((room) => room.seats);
  return seats.filter(({ present, acted, activeAt }) => !present && !acted && now - activeAt >= ABSENT_MS)
    .length;
}

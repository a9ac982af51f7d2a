// Begins a lesson, or goes on with the one of this name that a store has kept, and keeps it there as it changes.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { LessonRecord, Store } from '../store/store.ts';
import type { Keeper } from './keeping.ts';
import { type FrozenLesson, Lesson, type LessonWorld } from './lesson.ts';
import type { FrozenSeat } from './roster.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

// Without the letters and digits that look alike: 31 of them, 4.95 bits each.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

const world: LessonWorld = {
  now: Date.now,
  code: (length) => Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  secret: () => randomBytes(16).toString('hex'),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};

export interface OpenedLesson {
  /** its id in the store */
  readonly id: string;
  readonly lesson: Lesson;
  readonly keeper: Keeper;
  /** whether it had begun before this server did */
  readonly resumed: boolean;
  /** the names of the other lessons that are kept here, the newest first */
  readonly others: readonly string[];
}

/** The name of a lesson that was given none: the day, as `2026-11-29`. */
export function nameOfDay(now: number): string {
  const day = new Date(now);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${digits(day.getMonth() + 1)}-${digits(day.getDate())}`;
}

// What this program has written into a store that it alone writes.
const stateOf = ({ state }: LessonRecord): FrozenLesson => JSON.parse(state);
const seatOf = ({ state }: { readonly state: string }): FrozenSeat => JSON.parse(state);

/**
 * @param name - under which the lesson is found again; one that is over too, until it is erased: its sheets are to be read
 * @throws StoreError, StoreFullError
 */
export function openLesson(store: Store, name: string, retentionDays: number): OpenedLesson {
  const found = store.lessons().findLast((lesson) => lesson.name === name);
  const id = found?.id ?? world.secret();
  const createdAt = found?.createdAt ?? world.now();
  const terms = { name, retentionDays };
  const lesson = found
    ? new Lesson(world, terms, stateOf(found), store.seats(id).map(seatOf), found.endedAt !== undefined)
    : new Lesson(world, terms);
  let endedAt = found?.endedAt;

  const keeper: Keeper = {
    saveLesson(frozen, ended) {
      const now = world.now();
      if (ended) endedAt ??= now;
      // One that was cut off, not ended, may be gone on with for a day.
      const eraseAt =
        endedAt === undefined ? now + Math.max(1, retentionDays) * DAY_MS : endedAt + retentionDays * DAY_MS;
      store.saveLesson({ id, name, createdAt, endedAt, eraseAt, state: JSON.stringify(frozen) });
    },
    saveSeats(seats) {
      if (seats.length > 0)
        store.saveSeats(
          seats.map((seat) => ({
            id: seat.id,
            lesson: id,
            secretHash: seat.secretHash,
            state: JSON.stringify(seat),
          })),
        );
    },
    eraseSeats: (seats) => store.eraseSeats(id, seats),
    eraseNotebooks: () => store.eraseNotebooks(id),
  };
  const others = store.lessons().flatMap((other) => (other.name === name ? [] : [other.name]));
  return { id, lesson, keeper, resumed: found !== undefined, others: [...new Set(others)].reverse() };
}

// A class of whoever has a seat in a store, for tests of what is asked over HTTP.
import { createHash } from 'node:crypto';
import type { Registry } from '#server/class/registry.ts';
import type { Store } from '#server/store/store.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export interface StoreRegistry extends Registry {
  /** when each seat was told to have handed in last */
  readonly told: ReadonlyMap<string, number>;
  setEnded(ended: boolean): void;
  setKeepsNotebooks(kept: boolean): void;
}

/** Begins a lesson in a store. @param students - their pseudonyms by their passes; their seats are called alike */
export function beginLesson(store: Store, lesson: string, students: Readonly<Record<string, string>>): void {
  const now = Date.now();
  store.saveLesson({
    id: lesson,
    name: lesson,
    createdAt: now,
    endedAt: undefined,
    eraseAt: now + 86_400_000,
    state: '{}',
  });
  store.saveSeats(
    Object.entries(students).map(([pass, pseudonym]) => ({
      lesson,
      id: pseudonym,
      secretHash: hashOf(pass),
      state: JSON.stringify({ pseudonym }),
    })),
  );
}

/** The class that the store holds of a lesson. */
export function storeRegistry(store: Store, lesson: string, teacher: string): StoreRegistry {
  let seats = store.seats(lesson).map(({ id, secretHash, state }) => ({
    id,
    secretHash,
    pseudonym: String(JSON.parse(state).pseudonym),
  }));
  let ended = false;
  let keepsNotebooks = true;
  const told = new Map<string, number>();
  return {
    lesson,
    told,
    student: (bearer) => {
      const found = seats.find(({ secretHash }) => secretHash === hashOf(bearer));
      return found && { lesson, seat: found.id, pseudonym: found.pseudonym };
    },
    isTeacher: (bearer) => hashOf(bearer) === hashOf(teacher),
    seats: () => seats,
    ended: () => ended,
    keepsNotebooks: () => keepsNotebooks,
    handedIn: (seat, at) => told.set(seat, at),
    keptNotebook: () => {},
    erased: (seat) => {
      seats = seats.filter(({ id }) => seat !== undefined && id !== seat);
    },
    setEnded: (value) => {
      ended = value;
    },
    setKeepsNotebooks: (value) => {
      keepsNotebooks = value;
    },
  };
}

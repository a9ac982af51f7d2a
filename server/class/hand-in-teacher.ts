// What a teacher may ask of the class over HTTP: what was handed in, to look through or to take along, and to erase.
import { json, type Reply } from '../reply.ts';
import type { Store } from '../store/store.ts';
import type { Clerk } from './hand-in-clerk.ts';
import type { Export } from './hand-in-export.ts';
import { Refused } from './hand-in-refusal.ts';
import type { Registry } from './registry.ts';

export interface TeacherDesk {
  readonly store: Store;
  readonly registry: Registry;
  readonly clerk: Clerk;
}

const CONTENT_TYPES: Readonly<Record<Export, string>> = {
  list: 'application/json; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  'fr.csv': 'text/csv; charset=utf-8',
  zip: 'application/zip',
};

export async function handedIn({ store, registry, clerk }: TeacherDesk, format: Export): Promise<Reply> {
  const pseudonyms = new Map(registry.seats().map(({ id, pseudonym }) => [id, pseudonym]));
  const handIns = store.handIns(registry.lesson).map(({ seat, key, at, sheet }) => ({
    seat,
    key,
    at,
    sheet,
    pseudonym: pseudonyms.get(seat) ?? seat,
  }));
  const body = await clerk.make(format, handIns);
  const file = { 'Content-Disposition': `attachment; filename="reponses.${format}"` };
  return {
    status: 200,
    headers: {
      'Content-Type': CONTENT_TYPES[format],
      'Cache-Control': 'no-store',
      ...(format === 'list' ? {} : file),
    },
    body,
  };
}

export function eraseStudent({ store, registry }: TeacherDesk, seat: string): Reply {
  const seats = [...registry.seats(), ...store.seats(registry.lesson)]; // one may not be kept yet, on a full disk
  if (!seats.some(({ id }) => id === seat)) throw new Refused('NOT_FOUND');
  store.eraseSeat(registry.lesson, seat);
  registry.erased(seat);
  return json({ erased: 1 });
}

export function eraseLesson({ store, registry }: TeacherDesk): Reply {
  const erased = store.seats(registry.lesson).length;
  store.eraseLesson(registry.lesson);
  registry.erased(undefined);
  return json({ erased });
}

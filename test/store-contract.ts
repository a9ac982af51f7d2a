// What a store of lessons must do, whichever way it keeps them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_QUOTAS,
  HAND_IN_BYTES,
  type HandIn,
  type LessonRecord,
  type Quotas,
  type SeatRecord,
  type Store,
  StoreError,
  StoreFullError,
} from '#server/store/store.ts';

export const lesson = (id: string, more: Partial<LessonRecord> = {}): LessonRecord => ({
  id,
  name: `TP 3, ${id}`,
  createdAt: 1_000,
  endedAt: undefined,
  eraseAt: 9_000,
  state: '{}',
  ...more,
});

export const seat = (lesson: string, id: string, state = '{}'): SeatRecord => ({
  lesson,
  id,
  secretHash: 'ab'.repeat(32),
  state,
});

export const sheetOf = (lesson: string, seat: string, key: string, sheet = `# ${key}\n`): HandIn => ({
  lesson,
  seat,
  key,
  sheet,
  at: 2_000,
});

/** Any text that a file can hold; with what others have stumbled over. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', '\0', 'a\0b', '\ufeffété', "');DROP TABLE seat;--", '\r\n\u2028', '😀'.repeat(3000)),
);

/** @param start - a fresh, empty store of its own */
export function storeContract(name: string, start: (quotas: Quotas) => Store): void {
  /** Runs a test on a store with one lesson of two seats. */
  const onStore =
    (run: (store: Store) => void, quotas: Partial<Quotas> = {}) =>
    () => {
      const store = start({ ...DEFAULT_QUOTAS, ...quotas });
      try {
        store.saveLesson(lesson('a'));
        store.saveSeats([seat('a', 'zoé'), seat('a', 'ali')]);
        run(store);
        expect(store.check()).toEqual([]);
      } finally {
        store.close();
      }
    };

  // Each commit waits for the disk.
  describe(`a store ${name}`, { timeout: 60_000 }, () => {
    test(
      'gives back lessons, the oldest first, as they were saved last',
      onStore((store) => {
        const older = lesson('b', { createdAt: 500, state: '{"é":1}' });
        const ended = lesson('a', { endedAt: 5_000, name: 'autre', eraseAt: 8_000, state: '[]' });
        store.saveLesson(older);
        store.saveLesson(ended);
        expect(store.lessons()).toEqual([older, ended]);
        expect(store.lessons()[0]?.endedAt).toBeUndefined();
        expect(store.seats('a')).toHaveLength(2); // a lesson that is saved again keeps them
      }),
    );

    test(
      'gives back seats in the order in which they came, each lesson’s own',
      onStore((store) => {
        store.saveLesson(lesson('b'));
        store.saveSeats([seat('b', 'zoé', '{"room":"b"}'), seat('a', 'zoé', '{"room":"a"}')]);
        expect(store.seats('a')).toEqual([seat('a', 'zoé', '{"room":"a"}'), seat('a', 'ali')]);
        expect(store.seats('b')).toEqual([seat('b', 'zoé', '{"room":"b"}')]);
        expect(store.seats('c')).toEqual([]);
      }),
    );

    test(
      'saves all seats of a call or none',
      onStore((store) => {
        expect(() => store.saveSeats([seat('a', 'new'), seat('nowhere', 'new')])).toThrow(StoreError);
        expect(store.seats('a')).toHaveLength(2);
        store.saveSeats([seat('a', 'new')]);
        expect(store.seats('a')).toHaveLength(3);
      }),
    );

    test(
      'keeps the last sheet of each seat, in the order of the seats',
      onStore((store) => {
        store.handIn(sheetOf('a', 'ali', '1'));
        store.handIn(sheetOf('a', 'ali', '2'));
        store.handIn(sheetOf('a', 'zoé', '2', 'other'));
        expect(store.handIns('a')).toEqual([sheetOf('a', 'zoé', '2', 'other'), sheetOf('a', 'ali', '2')]);
        expect(store.handInOf('a', 'ali')).toEqual(sheetOf('a', 'ali', '2'));
        expect(store.handInOf('a', 'tom')).toBeUndefined();
        expect(store.handIns('b')).toEqual([]);
      }),
    );

    test(
      'takes the same key of the same seat for the same hand-in, even after another',
      onStore((store) => {
        const first = store.handIn(sheetOf('a', 'ali', 'k', 'first'));
        store.handIn(sheetOf('a', 'ali', 'l', 'second'));
        expect(store.handIn({ ...sheetOf('a', 'ali', 'k', 'third'), at: 9_999 })).toEqual(first);
        expect(store.handInOf('a', 'ali')?.sheet).toBe('second');
        expect(store.handIn(sheetOf('a', 'zoé', 'k', 'hers')).sheet).toBe('hers');
      }),
    );

    test(
      'keeps nothing of a seat that is not there',
      onStore((store) => {
        expect(() => store.handIn(sheetOf('a', 'tom', '1'))).toThrow(StoreError);
        expect(() => store.handIn(sheetOf('b', 'ali', '1'))).toThrow(StoreError);
        expect(() => store.saveNotebook('a', 'tom', '{}')).toThrow(StoreError);
        expect(store.handIns('a')).toEqual([]);
      }),
    );

    test(
      'keeps one notebook of a seat',
      onStore((store) => {
        expect(store.notebook('a', 'ali')).toBeUndefined();
        store.saveNotebook('a', 'ali', '{"1":1}');
        store.saveNotebook('a', 'ali', '{"2":2}');
        store.saveNotebook('a', 'zoé', '{"3":3}');
        expect(store.notebook('a', 'ali')).toBe('{"2":2}');
        store.eraseNotebook('a', 'ali');
        store.eraseNotebook('a', 'nobody');
        expect([store.notebook('a', 'ali'), store.notebook('a', 'zoé')]).toEqual([undefined, '{"3":3}']);
        store.saveNotebook('a', 'ali', '{"2":2}');
        store.eraseNotebooks('a');
        expect([store.notebook('a', 'ali'), store.notebook('a', 'zoé')]).toEqual([undefined, undefined]);
      }),
    );

    test(
      'gives back any text as it was',
      onStore((store) => {
        let count = 0;
        fc.assert(
          fc.property(anyText, (text) => {
            const key = String(++count);
            store.saveLesson(lesson('a', { state: text, name: text }));
            store.saveSeats([seat('a', 'ali', text)]);
            store.handIn(sheetOf('a', 'ali', key, text));
            store.saveNotebook('a', 'ali', text);
            expect(store.lessons()[0]).toMatchObject({ state: text, name: text });
            expect(store.seats('a')[1]?.state).toBe(text);
            expect(store.handInOf('a', 'ali')).toEqual(sheetOf('a', 'ali', key, text));
            expect(store.notebook('a', 'ali')).toBe(text);
          }),
          { numRuns: 50 },
        );
      }),
    );

    test(
      'erases students together, and no other',
      onStore((store) => {
        store.saveSeats([seat('a', 'tom')]);
        for (const id of ['ali', 'zoé', 'tom']) store.handIn(sheetOf('a', id, '1'));
        store.eraseSeats('a', ['tom', 'nobody', 'ali']);
        expect(store.seats('a').map(({ id }) => id)).toEqual(['zoé']);
        expect(store.handIns('a').map((handIn) => handIn.seat)).toEqual(['zoé']);
        store.eraseSeats('a', []);
        expect(store.check()).toEqual([]);
      }),
    );

    test(
      'erases a student, and no other',
      onStore((store) => {
        for (const id of ['ali', 'zoé']) {
          store.handIn(sheetOf('a', id, '1'));
          store.saveNotebook('a', id, '{}');
        }
        store.eraseSeat('a', 'zoé');
        store.eraseSeat('a', 'nobody');
        expect(store.seats('a')).toEqual([seat('a', 'ali')]);
        expect(store.handIns('a')).toEqual([sheetOf('a', 'ali', '1')]);
        expect(store.notebook('a', 'zoé')).toBeUndefined();
        store.saveSeats([seat('a', 'zoé')]);
        expect(store.handInOf('a', 'zoé')).toBeUndefined();
      }),
    );

    test(
      'erases a lesson, and no other; those whose time has come, at their time',
      onStore((store) => {
        store.saveLesson(lesson('b', { eraseAt: 5_000 }));
        store.saveLesson(lesson('c', { eraseAt: 5_001 }));
        for (const id of ['b', 'c']) {
          store.saveSeats([seat(id, 'ali')]);
          store.handIn(sheetOf(id, 'ali', '1'));
          store.saveNotebook(id, 'ali', '{}');
        }
        expect(store.eraseExpired(4_999)).toBe(0);
        expect(store.eraseExpired(5_000, 'b')).toBe(0);
        expect(store.eraseExpired(5_000)).toBe(1);
        expect(store.lessons().map(({ id }) => id)).toEqual(['a', 'c']);
        expect([store.handInOf('b', 'ali'), store.notebook('b', 'ali'), store.seats('b')]).toEqual([
          undefined,
          undefined,
          [],
        ]);
        store.eraseLesson('c');
        expect(store.lessons()).toEqual([lesson('a')]);
        expect(store.handIns('c')).toEqual([]);
      }),
    );

    test(
      'lets no seat fill it with sheets',
      onStore(
        (store) => {
          store.handIn(sheetOf('a', 'ali', '1', 'é'.repeat(300)));
          expect(() => store.handIn(sheetOf('a', 'ali', '2', 'é'.repeat(300)))).toThrow(StoreFullError);
          expect(store.handIn(sheetOf('a', 'ali', '1')).sheet).toBe('é'.repeat(300));
          store.handIn(sheetOf('a', 'zoé', '2', 'é'.repeat(300)));
          const empty = Array.from({ length: 4 }, (_, i) => sheetOf('a', 'zoé', `empty ${i}`, ''));
          expect(() => empty.map((sheet) => store.handIn(sheet))).toThrow(StoreFullError);
          expect(store.handInOf('a', 'zoé')?.key).toBe('empty 0'); // an empty one takes its place too
        },
        { sheetsOfSeat: 1_000 + 2 * HAND_IN_BYTES },
      ),
    );

    test(
      'says when it is full, keeps what it has, and takes more when there is room again',
      onStore(
        (store) => {
          let kept = 0;
          expect(() => {
            for (; kept < 1_000; kept++)
              store.handIn(sheetOf('a', 'ali', String(kept), `${kept} `.repeat(4_000)));
          }).toThrow(StoreFullError);
          expect(kept).toBeGreaterThan(5);
          expect(store.handInOf('a', 'ali')?.key).toBe(String(kept - 1));
          expect(() => store.saveNotebook('a', 'zoé', ' '.repeat(2 ** 20))).toThrow(StoreFullError);
          expect(() => store.saveSeats([seat('a', 'new'), seat('a', 'big', ' '.repeat(2 ** 20))])).toThrow(
            StoreFullError,
          );
          expect(store.seats('a')).toHaveLength(2);
          store.eraseSeat('a', 'ali');
          store.handIn(sheetOf('a', 'zoé', '1', 'x'.repeat(16_000)));
          expect(store.handIns('a')).toHaveLength(1);
        },
        { all: 2 ** 19 },
      ),
    );

    test(
      'keeps a share for each seat, however much others have handed in',
      onStore(
        (store) => {
          let kept = 0;
          expect(() => {
            for (; kept < 1_000; kept++) store.handIn(sheetOf('a', 'ali', String(kept), 'x'.repeat(8_000)));
          }).toThrow(StoreFullError);
          store.handIn(sheetOf('a', 'zoé', '1', 'x'.repeat(16_000)));
          store.saveNotebook('a', 'zoé', 'x'.repeat(14_000));
          expect(() => store.saveNotebook('a', 'zoé', 'x'.repeat(18_000))).toThrow(StoreFullError);
          expect(store.notebook('a', 'zoé')).toHaveLength(14_000);
        },
        { all: 2 ** 20, share: 2 ** 15 },
      ),
    );

    test('is told when it is used after its end', () => {
      const store = start(DEFAULT_QUOTAS);
      store.saveLesson(lesson('a'));
      store.close();
      store.close();
      for (const use of [
        () => store.lessons(),
        () => store.saveLesson(lesson('b')),
        () => store.saveSeats([seat('a', 'ali')]),
        () => store.handIn(sheetOf('a', 'ali', '1')),
        () => store.notebook('a', 'ali'),
        () => store.eraseExpired(0),
        () => store.eraseSeat('a', 'ali'),
      ])
        expect(use).toThrow(StoreError);
    });
  });
}

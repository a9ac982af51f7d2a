// Keeps lessons in memory: what goes with the process.
import {
  DEFAULT_QUOTAS,
  HAND_IN_BYTES,
  type HandIn,
  type LessonRecord,
  mayGrow,
  type Quotas,
  type SeatRecord,
  type Store,
  StoreError,
  StoreFullError,
} from './store.ts';

interface KeptSeat {
  record: SeatRecord;
  /** by their keys, the last one last */
  readonly handIns: Map<string, HandIn>;
  notebook: string | undefined;
}

interface KeptLesson {
  record: LessonRecord;
  readonly seats: Map<string, KeptSeat>;
}

const sizeOf = (...texts: readonly (string | undefined)[]) =>
  texts.reduce((sum, text = '') => sum + Buffer.byteLength(text), 0);

const sheetsSize = ({ handIns }: KeptSeat) =>
  sizeOf(...Array.from(handIns.values(), ({ sheet }) => sheet)) + HAND_IN_BYTES * handIns.size;

export class MemoryStore implements Store {
  readonly #quotas: Quotas;
  readonly #lessons = new Map<string, KeptLesson>();
  #isOpen = true;

  constructor(quotas: Quotas = DEFAULT_QUOTAS) {
    this.#quotas = quotas;
  }

  lessons(): readonly LessonRecord[] {
    const records = Array.from(this.#opened().values(), ({ record }) => record);
    return records.sort((one, other) => one.createdAt - other.createdAt);
  }

  saveLesson(record: LessonRecord): void {
    const kept = this.#opened().get(record.id);
    this.#makeRoom(sizeOf(record.state) - sizeOf(kept?.record.state));
    if (kept) kept.record = record;
    else this.#lessons.set(record.id, { record, seats: new Map() });
  }

  saveSeats(records: readonly SeatRecord[]): void {
    const places = records.map((record) => ({ record, seats: this.#lesson(record.lesson).seats }));
    this.#makeRoom(
      places.reduce(
        (sum, { record, seats }) => sum + sizeOf(record.state) - sizeOf(seats.get(record.id)?.record.state),
        0,
      ),
    );
    for (const { record, seats } of places) {
      const kept = seats.get(record.id);
      if (kept) kept.record = record;
      else seats.set(record.id, { record, handIns: new Map(), notebook: undefined });
    }
  }

  seats(lesson: string): readonly SeatRecord[] {
    return Array.from(this.#seatsOf(lesson), ({ record }) => record);
  }

  handIn(handIn: HandIn): HandIn {
    const seat = this.#seat(handIn.lesson, handIn.seat);
    const before = seat.handIns.get(handIn.key);
    if (before) return before;
    const size = sizeOf(handIn.sheet) + HAND_IN_BYTES;
    if (sheetsSize(seat) + size > this.#quotas.sheetsOfSeat) throw new StoreFullError('seat');
    this.#makeRoom(size, sheetsSize(seat) + sizeOf(seat.notebook));
    seat.handIns.set(handIn.key, handIn);
    return handIn;
  }

  handIns(lesson: string): readonly HandIn[] {
    return this.#seatsOf(lesson).flatMap(({ handIns }) => [...handIns.values()].slice(-1));
  }

  handInOf(lesson: string, seat: string): HandIn | undefined {
    return [...(this.#opened().get(lesson)?.seats.get(seat)?.handIns.values() ?? [])].at(-1);
  }

  saveNotebook(lesson: string, seat: string, notebook: string): void {
    const kept = this.#seat(lesson, seat);
    this.#makeRoom(sizeOf(notebook) - sizeOf(kept.notebook), sheetsSize(kept) + sizeOf(kept.notebook));
    kept.notebook = notebook;
  }

  notebook(lesson: string, seat: string): string | undefined {
    return this.#opened().get(lesson)?.seats.get(seat)?.notebook;
  }

  eraseSeat(lesson: string, seat: string): void {
    this.#opened().get(lesson)?.seats.delete(seat);
  }

  eraseSeats(lesson: string, seats: readonly string[]): void {
    for (const seat of seats) this.eraseSeat(lesson, seat);
  }

  eraseNotebook(lesson: string, seat: string): void {
    const kept = this.#opened().get(lesson)?.seats.get(seat);
    if (kept) kept.notebook = undefined;
  }

  eraseNotebooks(lesson: string): void {
    for (const seat of this.#seatsOf(lesson)) seat.notebook = undefined;
  }

  eraseLesson(lesson: string): void {
    this.#opened().delete(lesson);
  }

  eraseExpired(now: number, but?: string): number {
    const expired = this.lessons().filter(({ id, eraseAt }) => eraseAt <= now && id !== but);
    for (const { id } of expired) this.eraseLesson(id);
    return expired.length;
  }

  check(): readonly string[] {
    this.#opened();
    return [];
  }

  close(): void {
    this.#isOpen = false;
    this.#lessons.clear();
  }

  #opened(): Map<string, KeptLesson> {
    if (!this.#isOpen) throw new StoreError('La mémoire des cours est fermée.');
    return this.#lessons;
  }

  #lesson(id: string): KeptLesson {
    const lesson = this.#opened().get(id);
    if (!lesson) throw new StoreError('Ce cours n’est pas gardé ici.');
    return lesson;
  }

  #seat(lesson: string, id: string): KeptSeat {
    const seat = this.#lesson(lesson).seats.get(id);
    if (!seat) throw new StoreError('Cette place n’est pas gardée ici.');
    return seat;
  }

  #seatsOf(lesson: string): readonly KeptSeat[] {
    return [...(this.#opened().get(lesson)?.seats.values() ?? [])];
  }

  /** @param seatHolds - where it is for a seat. @throws StoreFullError where so much more does not fit */
  #makeRoom(more: number, seatHolds = 0): void {
    let held = 0;
    for (const { record, seats } of this.#lessons.values()) {
      held += sizeOf(record.state);
      for (const seat of seats.values()) held += sizeOf(seat.record.state, seat.notebook) + sheetsSize(seat);
    }
    if (more <= 0) return;
    if (held + more > this.#quotas.all) throw new StoreFullError('all');
    if (!mayGrow(this.#quotas, held, seatHolds, more)) throw new StoreFullError('share');
  }
}

// What a student may ask of the class over HTTP: to hand in, to keep a notebook, to have all of it erased.
import type { IncomingMessage } from 'node:http';
import { fromUtf8 } from '#lab/bytes.ts';
import { Buckets } from '../buckets.ts';
import { json, jsonBytes, nothing, type Reply, unchanged } from '../reply.ts';
import { isShallow } from '../shallow-json.ts';
import { MAX_SHEET_BYTES } from '../sheets/sheet.ts';
import type { Store } from '../store/store.ts';
import { isObject } from '../values.ts';
import { type Body, readBody } from './hand-in-body.ts';
import { receiptOf } from './hand-in-receipt.ts';
import { Refused } from './hand-in-refusal.ts';
import { hasSeen, mayReplace, tagOf } from './kept-copy.ts';
import type { Registry, Student } from './registry.ts';
import { Turns } from './turns.ts';

/** JSON writes a line break as two characters, and a quotation mark. */
const MAX_HAND_IN_BYTES = 2 * MAX_SHEET_BYTES + 1024;
const MAX_NOTEBOOK_BYTES = 4 * 2 ** 20;
const MAX_DEPTH = 8;
const KEY = /^[\x21-\x7e]{1,64}$/;
/** Of all bodies that are coming, or wait for their turn. Beyond that those that began first are cut: a page sends in a moment. */
const MOST_UNDER_WAY = 64 * 2 ** 20;
/** Answers of one seat that nobody has taken yet. */
const MOST_UNTAKEN = 2;
/** Of one seat: so many bodies at once, and then so many a second. */
const [BURST, PER_SECOND] = [10, 0.2];
/** So many questions at once, and then so many a second: a page asks when it is opened. */
const [ASKED_AT_ONCE, ASKED_PER_SECOND] = [30, 0.5];
/** So late a question too many is refused: whoever asks on and on then asks less often, and everybody else is heard. */
const REFUSED_AFTER_MS = 3_000;

export interface StudentDesk {
  readonly store: Store;
  readonly registry: Registry;
  /** milliseconds from 1970 UTC */
  readonly now: () => number;
  /** how long a body may take to come, in milliseconds */
  readonly bodyWithin: number;
}

/** @throws Refused for what is no sheet */
function sheetIn(body: string | undefined): string {
  if (body === undefined || !isShallow(body, MAX_DEPTH)) throw new Refused('BAD_ENVELOPE');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refused('BAD_ENVELOPE');
  }
  if (!isObject(value) || !Object.hasOwn(value, 'sheet') || typeof value.sheet !== 'string')
    throw new Refused('BAD_ENVELOPE');
  const sheet = value.sheet.toWellFormed(); // as the UTF-8 of any file would have it
  if (Buffer.byteLength(sheet) > MAX_SHEET_BYTES) throw new Refused('TOO_LARGE');
  return sheet;
}

/** A body that is coming, or waits for its turn. */
interface Underway {
  /** ends its reading */
  readonly end: AbortController;
  bytes: number;
}

export class StudentRequests {
  readonly #desk: StudentDesk;
  readonly #bodies = new Buckets(BURST, PER_SECOND);
  readonly #questions = new Buckets(ASKED_AT_ONCE, ASKED_PER_SECOND);
  readonly #turns = new Turns();
  /** by method and seat, the bodies that are coming; the oldest first */
  readonly #reading = new Map<string, Underway>();
  /** the bytes of all bodies that are coming, or wait for their turn */
  #bytesUnderway = 0;
  /** by seat, how many answers have not been taken yet */
  readonly #untaken = new Map<string, number>();
  #untakenBytes = 0;

  constructor(desk: StudentDesk) {
    this.#desk = desk;
  }

  async handIn(student: Student, request: IncomingMessage): Promise<Reply> {
    const { store, registry, now } = this.#desk;
    const key = String(request.headers['idempotency-key'] ?? '');
    if (!KEY.test(key)) throw new Refused('BAD_ENVELOPE');
    const { lesson, seat } = student;
    return this.#withBody(student, request, MAX_HAND_IN_BYTES, (body) => {
      const sheet = sheetIn(body);
      if (registry.ended()) {
        const last = store.handInOf(lesson, seat);
        if (last?.key === key) return json(receiptOf(last)); // its page has not heard that it was kept
        throw new Refused('LESSON_ENDED');
      }
      const kept = store.handIn({ lesson, seat, key, sheet, at: now() });
      registry.handedIn(seat, kept.at);
      return json(receiptOf(kept));
    });
  }

  lastHandIn({ lesson, seat }: Student, request: IncomingMessage): Promise<Reply> {
    return this.#asked(seat, request, () => {
      const last = this.#desk.store.handInOf(lesson, seat);
      return last ? json({ ...receiptOf(last), sheet: last.sheet }) : nothing();
    });
  }

  /** Never in place of one that its browser has not seen: a student's other browser has written that. */
  async keepNotebook(student: Student, request: IncomingMessage): Promise<Reply> {
    const { store, registry } = this.#desk;
    const { lesson, seat } = student;
    if (!registry.keepsNotebooks()) throw new Refused('FORBIDDEN');
    if (registry.ended()) throw new Refused('LESSON_ENDED');
    return this.#withBody(student, request, MAX_NOTEBOOK_BYTES, (notebook) => {
      if (notebook === undefined) throw new Refused('BAD_ENVELOPE');
      if (!registry.keepsNotebooks()) throw new Refused('FORBIDDEN'); // while it came
      if (!mayReplace(request.headers, () => store.notebook(lesson, seat))) throw new Refused('OTHER_COPY');
      store.saveNotebook(lesson, seat, notebook);
      registry.keptNotebook(seat);
      return json({ at: this.#desk.now() });
    });
  }

  /** As it came, unread: it goes back to nobody but its author. */
  notebook({ lesson, seat }: Student, request: IncomingMessage): Promise<Reply> {
    const { store, registry } = this.#desk;
    if (!registry.keepsNotebooks()) throw new Refused('FORBIDDEN');
    return this.#asked(seat, request, () => {
      const notebook = store.notebook(lesson, seat);
      if (notebook === undefined) return nothing();
      const tag = tagOf(notebook);
      return hasSeen(request.headers, tag)
        ? unchanged(tag)
        : jsonBytes(Buffer.from(notebook), 200, { ETag: tag });
    });
  }

  /**
   * Whoever agreed may think better of it at any time, and go: it is erased though nobody waits for the answer any more. One that
   * is on its way is not kept either.
   */
  async eraseNotebook({ lesson, seat }: Student): Promise<Reply> {
    const { store } = this.#desk;
    this.#reading.get(`PUT ${seat}`)?.end.abort();
    return this.#asked(seat, undefined, () => {
      if (store.notebook(lesson, seat) !== undefined) store.eraseNotebook(lesson, seat);
      return json({ erased: 1 });
    });
  }

  erase({ lesson, seat }: Student): Promise<Reply> {
    return this.#turns.take(seat, () => {
      this.#desk.store.eraseSeat(lesson, seat);
      this.#desk.registry.erased(seat);
      return json({ erased: 1 });
    });
  }

  /** Answers a question when its turn has come. @param request - whose page must still wait by then; undefined where it need not */
  async #asked(seat: string, request: IncomingMessage | undefined, answer: () => Reply): Promise<Reply> {
    try {
      if (!this.#questions.take(seat, this.#desk.now())) throw new Refused('TOO_FAST');
      // An erasure answers with a word, and is done however much of its seat nobody takes.
      const work = request ? () => this.#withinMemory(seat, answer) : answer;
      return await this.#turns.take(seat, work, () => request?.socket.destroyed === true);
    } catch (error) {
      if (error instanceof Refused)
        await new Promise((passed) => setTimeout(passed, REFUSED_AFTER_MS).unref());
      throw error;
    }
  }

  /** Answers that nobody takes stay in memory: a page takes one in a moment, and asks for no third meanwhile. */
  #withinMemory(seat: string, answer: () => Reply): Reply {
    const before = this.#untaken.get(seat) ?? 0;
    if (before >= MOST_UNTAKEN || this.#untakenBytes > MOST_UNDER_WAY) throw new Refused('BUSY');
    const reply = answer();
    const size = reply.body.length;
    this.#untaken.set(seat, before + 1);
    this.#untakenBytes += size;
    const taken = () => {
      const left = (this.#untaken.get(seat) ?? 1) - 1;
      if (left > 0) this.#untaken.set(seat, left);
      else this.#untaken.delete(seat);
      this.#untakenBytes -= size;
    };
    return { ...reply, taken };
  }

  /** Reads a body, and uses its text when its turn has come: undefined for one that is no UTF-8. */
  async #withBody(
    student: Student,
    request: IncomingMessage,
    most: number,
    use: (text: string | undefined) => Reply,
  ): Promise<Reply> {
    const { seat } = student;
    const { registry, now } = this.#desk;
    if (!this.#bodies.take(seat, now())) throw new Refused('TOO_FAST');
    const underway: Underway = { end: new AbortController(), bytes: 0 };
    try {
      const body = await this.#read(`${request.method} ${seat}`, request, most, underway);
      if (!registry.seats().some(({ id }) => id === seat)) throw new Refused('BAD_CODE'); // erased while it came
      if ('refusal' in body) throw new Refused(body.refusal === 'too-large' ? 'TOO_LARGE' : 'TOO_SLOW');
      // It has come whole: it is kept even if its sender has gone meanwhile.
      return await this.#turns.take(seat, () => use(fromUtf8(body.bytes)));
    } finally {
      this.#forget(underway);
    }
  }

  /** @param place - one body of a method and seat at a time, the newest: the earlier one's line is cut, or its page has gone */
  async #read(place: string, request: IncomingMessage, most: number, underway: Underway): Promise<Body> {
    this.#reading.get(place)?.end.abort();
    this.#reading.delete(place); // its successor is the newest of all
    this.#reading.set(place, underway);
    const came = (bytes: number) => {
      underway.bytes += bytes;
      this.#bytesUnderway += bytes;
      if (this.#bytesUnderway > MOST_UNDER_WAY) this.#cutOldest();
    };
    const body = await readBody(request, {
      most,
      within: this.#desk.bodyWithin,
      signal: underway.end.signal,
      came,
    });
    if (this.#reading.get(place) === underway) this.#reading.delete(place);
    return body;
  }

  #cutOldest(): void {
    const [oldest] = this.#reading;
    if (!oldest) return;
    const [place, underway] = oldest;
    this.#reading.delete(place);
    underway.end.abort();
    this.#forget(underway); // at once: more of the same chunk follows, and would cut the next
  }

  /** What is no longer in memory is counted no longer. */
  #forget(underway: Underway): void {
    this.#bytesUnderway -= underway.bytes;
    underway.bytes = 0;
  }
}

// A lesson: its secrets, its students and rooms, what the teacher has ordered. It talks to nobody, and outlives its server.
import { equal, utf8 } from '#lab/bytes.ts';
import { Ballot, type FrozenBallot } from './ballot.ts';
import { ClassError } from './class-error.ts';
import { readPseudonym } from './pseudonym.ts';
import {
  type ClassRoom,
  type ClassSeat,
  type FrozenRoom,
  type FrozenSeat,
  type RoomSettings,
  Roster,
} from './roster.ts';
import type { ClassState, Neighbour, Order, RoomState } from './wire.ts';

/** What a lesson needs of the world around it. */
export interface LessonWorld {
  /** milliseconds from 1970 UTC */
  now(): number;
  /** fresh letters and digits that are not mistaken for each other, 5 bits or nearly so each */
  code(length: number): string;
  /** a fresh secret of 128 bits, in hexadecimal */
  secret(): string;
  /** SHA-256 in hexadecimal */
  hash(text: string): string;
}

/** What a lesson is from its first minute to its last. */
export interface LessonTerms {
  readonly name: string;
  readonly retentionDays: number;
}

/** A lesson at rest, but for its seats. */
export interface FrozenLesson {
  readonly joinCode: string;
  readonly teacherSecret: string;
  readonly projectorSecret: string;
  readonly defaults: RoomSettings;
  readonly rooms: readonly FrozenRoom[];
  readonly ballot: FrozenBallot | undefined;
  readonly revealed: Readonly<Record<string, string>>;
  readonly keepsNotebooks: boolean;
  /** absent where it is open */
  readonly isClosed?: boolean;
}

const SEAT_ID_LENGTH = 8;
const JOIN_CODE_LENGTH = 9;
/** 49 bits */
const ROOM_CODE_LENGTH = 10;

/** What a change concerns, so that those are told. */
export interface Change {
  /** undefined: all */
  readonly rooms: readonly ClassRoom[] | undefined;
  readonly moved: readonly ClassSeat[];
}

/** Whatever the lesson carries out itself; who is away or calls, it does not know. */
export type LessonOrder = Exclude<Order, { readonly do: 'heed' | 'erase-absent' }>;

const EVERYWHERE: Change = { rooms: undefined, moved: [] };

export class Lesson {
  readonly terms: LessonTerms;
  readonly joinCode: string;
  readonly teacherSecret: string;
  readonly projectorSecret: string;
  readonly roster: Roster;
  ended: boolean;
  keepsNotebooks: boolean;
  /** whether nobody new is let in */
  isClosed: boolean;
  readonly #world: LessonWorld;
  #ballot: Ballot | undefined;
  #revealed: Readonly<Record<string, string>>;

  /** @param frozen - a lesson that goes on, with its seats. @param ended - whether it is over */
  constructor(
    world: LessonWorld,
    terms: LessonTerms,
    frozen?: FrozenLesson,
    seats: readonly FrozenSeat[] = [],
    ended = false,
  ) {
    this.#world = world;
    this.terms = terms;
    this.joinCode = frozen?.joinCode ?? world.code(JOIN_CODE_LENGTH);
    this.teacherSecret = frozen?.teacherSecret ?? world.secret();
    this.projectorSecret = frozen?.projectorSecret ?? world.secret();
    this.roster = new Roster(() => world.code(ROOM_CODE_LENGTH), {
      stage: undefined,
      ordered: 0,
      frozen: false,
      maliceAllowed: true,
      note: undefined,
      ...frozen?.defaults,
    });
    if (frozen) this.roster.thaw(frozen.rooms, seats);
    this.#ballot = frozen?.ballot && Ballot.thaw(frozen.ballot);
    this.#revealed = frozen?.revealed ?? {};
    this.keepsNotebooks = frozen?.keepsNotebooks ?? false;
    this.isClosed = frozen?.isClosed ?? false;
    this.ended = ended;
  }

  freeze(): FrozenLesson {
    return {
      joinCode: this.joinCode,
      teacherSecret: this.teacherSecret,
      projectorSecret: this.projectorSecret,
      defaults: this.roster.defaults,
      rooms: this.roster.freezeRooms(),
      ballot: this.#ballot?.freeze(),
      revealed: this.#revealed,
      keepsNotebooks: this.keepsNotebooks,
      isClosed: this.isClosed,
    };
  }

  /** As it is typed: capitals, spaces and dashes do not count. */
  isJoinCode = (text: string): boolean =>
    this.#matches(text.toLowerCase().replace(/[\s-]/g, ''), this.joinCode);

  /**
   * Whether somebody new would be let in, in a class that is not full.
   * @returns the pseudonym as the class writes it
   * @throws ClassError `LESSON_ENDED`, `CLASS_CLOSED`, `BAD_PSEUDONYM`, `PSEUDONYM_TAKEN`
   */
  admit(wanted: string): string {
    if (this.ended) throw new ClassError('LESSON_ENDED');
    if (this.isClosed) throw new ClassError('CLASS_CLOSED');
    const pseudonym = readPseudonym(wanted);
    if (this.roster.isTaken(pseudonym)) throw new ClassError('PSEUDONYM_TAKEN');
    return pseudonym;
  }

  /**
   * Gives somebody a seat.
   * @param pseudonym - as {@link admit} gives it
   * @param isAround - as {@link Roster.join} takes it
   * @returns the seat, the pass that proves it from now on, and what has changed
   * @throws ClassError `PSEUDONYM_TAKEN`, `CLASS_FULL`
   */
  join(
    pseudonym: string,
    isAround: (seat: ClassSeat) => boolean,
  ): { seat: ClassSeat; pass: string; change: Change } {
    const secret = this.#world.secret();
    const id = this.#world.code(SEAT_ID_LENGTH);
    const who = { id, pseudonym, secretHash: this.#world.hash(secret) };
    const { seat, moved, left } = this.roster.join(who, isAround);
    return { seat, pass: `${id}.${secret}`, change: { rooms: roomsOf([seat, ...moved], left), moved } };
  }

  /** The seat that a pass proves. A pass of nobody's takes as long. */
  seatOf(pass: string | undefined): ClassSeat | undefined {
    const [id = '', secret = ''] = (pass ?? '').split('.', 2);
    const seat = this.roster.seats.get(id);
    const proven = equal(utf8(this.#world.hash(secret)), utf8(seat?.secretHash ?? this.#world.hash(id)));
    return proven ? seat : undefined;
  }

  isTeacher = (secret: string): boolean => this.#matches(secret, this.teacherSecret);
  isProjector = (secret: string): boolean => this.#matches(secret, this.projectorSecret);

  /** Forgets students, and what was voted there. @returns what has changed by that */
  forget(seats: readonly ClassSeat[]): Change {
    for (const { id } of seats) this.#ballot?.forget(id);
    const { moved, left } = this.roster.remove(seats);
    return { rooms: roomsOf([...seats, ...moved], left), moved };
  }

  /** @returns whether it changes anything. @throws ClassError `NO_VOTE` */
  vote(seat: ClassSeat, option: number): boolean {
    if (!this.#ballot || this.ended) throw new ClassError('NO_VOTE');
    return this.#ballot.vote(seat.id, option);
  }

  /**
   * Does what the teacher orders.
   * @throws ClassError `NO_SUCH_SEAT`, `NO_VOTE`, `LESSON_ENDED`
   */
  obey(order: LessonOrder): Change {
    if (this.ended) throw new ClassError('LESSON_ENDED');
    switch (order.do) {
      case 'stage':
        return this.#set(order.room, (settings) => {
          settings.stage = order.stage;
          settings.ordered += 1;
        });
      case 'freeze':
        return this.#set(order.room, (settings) => {
          settings.frozen = order.frozen;
        });
      case 'malice':
        return this.#set(order.room, (settings) => {
          settings.maliceAllowed = order.allowed;
        });
      case 'note':
        return this.#set(order.room, (settings) => {
          settings.note = order.text.trim() === '' ? undefined : { text: order.text, at: this.#world.now() };
        });
      case 'move': {
        const left = this.roster.seats.get(order.seat)?.room;
        const moved = this.roster.move(order.seat, order.room, order.chair);
        return { rooms: roomsOf(moved, left ? [left] : []), moved };
      }
      case 'ask':
        this.#ballot = new Ballot(order.question, order.options);
        return EVERYWHERE;
      case 'ask-again':
        this.#ballotOpen().again();
        return EVERYWHERE;
      case 'tally':
        this.#ballotOpen().tally();
        return EVERYWHERE;
      case 'dismiss-vote':
        this.#ballot = undefined;
        return EVERYWHERE;
      case 'reveal':
        this.#revealed = { ...this.#revealed, [order.question]: order.key };
        return EVERYWHERE;
      case 'keep-notebooks':
        this.keepsNotebooks = order.kept;
        return EVERYWHERE;
      case 'door':
        this.isClosed = !order.open;
        return EVERYWHERE;
      case 'end':
        this.ended = true;
        return EVERYWHERE;
    }
  }

  /** @param seat - whose own votes it tells; undefined for nobody's */
  state(seat?: ClassSeat): ClassState {
    return {
      name: this.terms.name,
      ended: this.ended,
      vote: this.#ballot?.state(seat?.id),
      revealed: this.#revealed,
      keepsNotebooks: this.keepsNotebooks,
      isClosed: this.isClosed,
      retentionDays: this.terms.retentionDays,
    };
  }

  /** What a student knows of the own room, but for what the own page has said. */
  roomState(
    { room, chair }: ClassSeat,
    isPresent: (seat: ClassSeat) => boolean,
  ): Omit<RoomState, 'wantsHelp'> {
    const { code, number, stage, ordered, frozen, maliceAllowed, note, seats } = room;
    const others: Neighbour[] = [];
    for (const other of seats.values())
      if (other.chair !== chair)
        others.push({ pseudonym: other.pseudonym, chair: other.chair, present: isPresent(other) });
    return { room: code, number, chair, others, stage, ordered, frozen, maliceAllowed, note };
  }

  /** Changes one room; or all of them, and those to come. */
  #set(code: string | undefined, change: (settings: RoomSettings) => void): Change {
    const room = code === undefined ? undefined : this.roster.rooms.get(code);
    if (code !== undefined && !room) throw new ClassError('NO_SUCH_SEAT');
    const rooms = room ? [room] : [...this.roster.rooms.values()];
    for (const each of rooms) change(each);
    if (!room) change(this.roster.defaults);
    return { rooms, moved: [] };
  }

  #ballotOpen(): Ballot {
    if (!this.#ballot) throw new ClassError('NO_VOTE');
    return this.#ballot;
  }

  /** Compares hashes: how long it takes tells nothing of the secret. */
  #matches(text: string, secret: string): boolean {
    return equal(utf8(this.#world.hash(text)), utf8(this.#world.hash(secret)));
  }
}

const roomsOf = (seats: readonly ClassSeat[], left: readonly ClassRoom[]): readonly ClassRoom[] => [
  ...new Set([...seats.map(({ room }) => room), ...left]),
];

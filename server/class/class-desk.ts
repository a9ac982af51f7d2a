// The desk of a class: takes the words of students, teachers and projectors, does what they may, and tells who must know.
import type { Connection } from '../connection.ts';
import type { Desk } from '../desk.ts';
import { CLOSE, type LogLine, type Observe, type Operate, type Register } from '../protocol.ts';
import { RelayError } from '../refusal.ts';
import type { Relay } from '../relay.ts';
import type { Values } from '../values.ts';
import { Attendance } from './attendance.ts';
import { Buckets } from './buckets.ts';
import { ClassError } from './class-error.ts';
import { Journals } from './journals.ts';
import { type Keeper, Keeping } from './keeping.ts';
import type { Change, Lesson } from './lesson.ts';
import { RelayRooms } from './relay-rooms.ts';
import { RoomKeys } from './room-keys.ts';
import type { ClassRoom, ClassSeat } from './roster.ts';
import {
  type ClassDelivery,
  type ClassEnvelope,
  type Join,
  type Mark,
  type Order,
  type RoomLines,
  type RoomView,
  readClassEnvelope,
} from './wire.ts';

/** What the desk needs of the world around it, and of those who started it. */
export interface DeskWorld {
  /** milliseconds from 1970 UTC */
  now(): number;
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
  readonly keeper: Keeper;
  /** opens the sealed answers; undefined where they are not sealed */
  readonly passphrase: string | undefined;
  /** the workbook's address as others reach it, once the server listens */
  home(): string | undefined;
  /** new seats that one address may take in a minute; 0 for any number */
  readonly newcomersPerMinute: number;
  /** told of a change that could not be kept */
  failed(error: unknown): void;
}

const WRONG_SECRETS_A_MINUTE = 5;
/** a class sits behind one address, and types */
const WRONG_CODES_A_MINUTE = 60;
const OVERVIEW_MS = 250;

const aMinute = (times: number) => new Buckets(times, times / 60);

type Role =
  | { readonly kind: 'student'; readonly seat: ClassSeat }
  | { readonly kind: 'teacher' }
  | { readonly kind: 'projector' };

export class ClassDesk implements Desk {
  readonly lesson: Lesson;
  readonly attendance = new Attendance();
  readonly #keys: RoomKeys;
  readonly #world: DeskWorld;
  readonly #keeping: Keeping;
  readonly #journals = new Journals();
  readonly #roles = new Map<Connection, Role>();
  readonly #wrongSecrets = aMinute(WRONG_SECRETS_A_MINUTE);
  readonly #wrongCodes = aMinute(WRONG_CODES_A_MINUTE);
  readonly #newcomers: Buckets | undefined;
  #viewsDue = false;

  constructor(lesson: Lesson, relay: Relay, world: DeskWorld) {
    this.lesson = lesson;
    this.#keys = new RoomKeys(lesson, new RelayRooms(relay, world.now), (room, lines) =>
      this.#project(room, lines),
    );
    this.#world = world;
    this.#newcomers = world.newcomersPerMinute === 0 ? undefined : aMinute(world.newcomersPerMinute);
    this.#keeping = new Keeping(lesson, world);
    this.#keys.settle();
    this.#keeping.flush();
  }

  receive(connection: Connection, values: Values): boolean {
    const envelope = readClassEnvelope(values);
    if (!envelope) return false;
    if (connection.seat) throw new RelayError('ALREADY_REGISTERED');
    try {
      this.#handle(connection, envelope);
    } catch (error) {
      if (!(error instanceof ClassError)) throw error;
      connection.refused(error.code);
      tell(connection, refusalOf(error));
      if (error.code === 'TOO_MANY_TRIES') connection.close(CLOSE.POLICY_VIOLATION, 'too many tries');
    }
    return true;
  }

  leave(connection: Connection): void {
    const role = this.#roles.get(connection);
    this.#roles.delete(connection);
    if (role?.kind !== 'student') return;
    this.attendance.leave(role.seat, connection);
    this.#tellRoom(role.seat.room);
    this.#tellViews();
  }

  admit(connection: Connection, envelope: Register | Observe | Operate): 'owner' | 'guest' {
    const admission = this.#keys.admit(connection, envelope);
    this.#tellViews();
    return admission;
  }

  isFrozen(room: string): boolean {
    return this.lesson.roster.rooms.get(room)?.frozen ?? false;
  }

  heard(room: string, user: string): void {
    const seats = this.lesson.roster.rooms.get(room)?.seats.values() ?? [];
    for (const { id, chair } of seats)
      if (chair === user) this.attendance.activity(id).activeAt = this.#world.now();
    this.#tellViews();
  }

  /** A student has handed in. */
  handedIn(seat: string, at: number): void {
    this.attendance.handedIn.set(seat, at);
    this.#tellViews();
  }

  /** Sends a student away for good, whose data have been erased; all of them, where no seat is named. */
  erased(id: string | undefined): void {
    const { roster } = this.lesson;
    const gone =
      id === undefined ? [...roster.seats.values()] : [roster.seats.get(id)].filter((seat) => !!seat);
    for (const seat of gone) {
      roster.remove(seat);
      for (const connection of this.attendance.forget(seat.id)) {
        this.#roles.delete(connection);
        tell(connection, refusalOf(new ClassError('NO_SUCH_SEAT')));
      }
    }
    this.#changed({ rooms: gone.map(({ room }) => room), moved: [] });
  }

  /** Keeps what has not been kept yet. */
  close(): void {
    this.#keeping.flush();
  }

  #handle(connection: Connection, envelope: ClassEnvelope): void {
    if (envelope.type === 'join') this.#join(connection, envelope);
    else if (envelope.type === 'teach')
      this.#enter(connection, 'teacher', envelope.secret, this.lesson.isTeacher);
    else if (envelope.type === 'project')
      this.#enter(connection, 'projector', envelope.secret, this.lesson.isProjector);
    else if (envelope.type === 'lead') this.#lead(connection, envelope.order);
    else this.#hear(connection, envelope);
  }

  #join(connection: Connection, join: Join): void {
    if (connection.atDesk) throw new RelayError('ALREADY_REGISTERED');
    if ('pass' in join) {
      const seat = this.#guess(this.#wrongCodes, connection, () => this.lesson.seatOf(join.pass));
      this.#welcome(connection, seat, join.pass, { rooms: [seat.room], moved: [] }, () => {});
      return;
    }
    this.#guess(this.#wrongCodes, connection, () => this.lesson.isJoinCode(join.code) || undefined);
    if (this.#newcomers?.take(connection.address, this.#world.now()) === false)
      throw new ClassError('TOO_MANY_TRIES');
    if (this.lesson.roster.isFull()) this.#dropAbsent();
    const { seat, pass, change } = this.lesson.join(join.pseudonym, this.attendance.isPresent);
    // Whoever is gone before hearing of the seat could never prove it.
    this.#welcome(connection, seat, pass, change, () => this.#drop(seat.id));
  }

  /** Takes a student in, who is told once the seat is kept: then no restart forgets it. */
  #welcome(connection: Connection, seat: ClassSeat, pass: string, change: Change, onGone: () => void): void {
    connection.atDesk = true;
    this.#roles.set(connection, { kind: 'student', seat });
    this.#changed(change, [seat], () => {
      if (!this.#roles.has(connection)) return onGone();
      this.attendance.arrive(seat, connection, this.#world.now());
      tell(connection, { type: 'seated', seat: seat.id, pseudonym: seat.pseudonym, pass });
      this.#tellRoom(seat.room);
      this.#tellViews();
    });
  }

  /** Gives the seat away of whoever is away longest and has handed in nothing. */
  #dropAbsent(): void {
    const absent = [...this.lesson.roster.seats.values()]
      .filter((seat) => !this.attendance.isPresent(seat) && !this.attendance.handedIn.has(seat.id))
      .map(({ id }) => ({ id, activeAt: this.attendance.activity(id).activeAt }));
    const longest = absent.sort((a, b) => a.activeAt - b.activeAt)[0];
    if (longest) this.#drop(longest.id);
  }

  #drop(id: string): void {
    try {
      this.#world.keeper.eraseSeat(id);
    } catch (error) {
      this.#world.failed(error); // it is kept a while longer, with nobody's pass to it
    }
    this.erased(id);
  }

  #enter(
    connection: Connection,
    kind: 'teacher' | 'projector',
    secret: string,
    isRight: (secret: string) => boolean,
  ): void {
    if (connection.atDesk) throw new RelayError('ALREADY_REGISTERED');
    this.#guess(this.#wrongSecrets, connection, () => isRight(secret) || undefined);
    connection.atDesk = true;
    this.#roles.set(connection, { kind });
    if (kind === 'teacher') tell(connection, this.#overview());
    else {
      tell(connection, this.#projection());
      tell(connection, { type: 'room_log', logs: this.#journals.logs() });
    }
  }

  /**
   * Whoever has the right secret is let in, however often others behind the same address have guessed: they must not lock anybody
   * out, and at the lengths of these secrets guessing on gets them nowhere. It only ends their connection.
   * @throws ClassError `BAD_CODE` for a wrong guess, `TOO_MANY_TRIES` for one too many
   */
  #guess<T>(wrong: Buckets, connection: Connection, look: () => T | undefined): T {
    const found = look();
    if (found !== undefined) return found;
    throw new ClassError(wrong.take(connection.address, this.#world.now()) ? 'BAD_CODE' : 'TOO_MANY_TRIES');
  }

  #hear(
    connection: Connection,
    envelope: Extract<ClassEnvelope, { type: 'status' | 'help' | 'vote' }>,
  ): void {
    const role = this.#roles.get(connection);
    if (role?.kind !== 'student') throw new ClassError('FORBIDDEN');
    const { seat } = role;
    const activity = this.attendance.activity(seat.id);
    if (envelope.type === 'status') activity.status = { question: envelope.question, stage: envelope.stage };
    else if (envelope.type === 'help') activity.wantsHelp = envelope.wanted;
    else {
      this.lesson.vote(seat, envelope.option);
      this.#keeping.changed();
      for (const page of this.attendance.connections(seat.id)) this.#tellStudent(page, seat);
    }
    activity.activeAt = this.#world.now();
    this.#tellViews();
  }

  #lead(connection: Connection, order: Order): void {
    if (this.#roles.get(connection)?.kind !== 'teacher') throw new ClassError('FORBIDDEN');
    const change = this.lesson.obey(order);
    const what = markOf(order);
    const at = this.#world.now();
    if (what)
      for (const room of change.rooms ?? [])
        this.#journals.mark({ room: room.number, after: this.#keys.linesOf(room), at, what });
    this.#changed(change);
    tell(connection, { type: 'done', what: order.do });
  }

  /** Keeps a change, brings the relay's rooms in line with it, and tells all whom it concerns. */
  #changed({ rooms, moved }: Change, seats: readonly ClassSeat[] = [], after?: () => void): void {
    this.#keys.settle();
    this.#keeping.changed([...moved, ...seats], after);
    for (const room of rooms ?? this.lesson.roster.rooms.values()) this.#tellRoom(room);
    this.#tellViews();
  }

  #project(room: number, lines: readonly LogLine[]): void {
    this.#journals.add(room, lines);
    const logs: readonly RoomLines[] = [{ room, lines }];
    this.#tellAll('projector', { type: 'room_log', logs });
  }

  #tellRoom({ seats }: ClassRoom): void {
    for (const seat of seats.values())
      for (const connection of this.attendance.connections(seat.id)) this.#tellStudent(connection, seat);
  }

  #tellStudent(connection: Connection, seat: ClassSeat): void {
    const room = this.lesson.roomState(seat, this.attendance.isPresent);
    tell(connection, { type: 'class', class: this.lesson.state(seat), room });
  }

  /** Tells teachers and projectors, a few times a second at most. */
  #tellViews(): void {
    if (this.#viewsDue) return;
    this.#viewsDue = true;
    this.#world.later(OVERVIEW_MS, () => {
      this.#viewsDue = false;
      this.#tellAll('teacher', this.#overview());
      this.#tellAll('projector', this.#projection());
    });
  }

  #tellAll(kind: Role['kind'], delivery: ClassDelivery): void {
    const frame = JSON.stringify(delivery);
    for (const [connection, role] of this.#roles) if (role.kind === kind) connection.send(frame);
  }

  #overview(): ClassDelivery {
    const { joinCode, projectorSecret, roster } = this.lesson;
    return {
      type: 'overview',
      class: this.lesson.state(),
      rooms: Array.from(roster.rooms.values(), (room) => this.#viewOf(room)),
      joinCode,
      projector: projectorSecret,
      home: this.#world.home(),
      passphrase: this.#world.passphrase,
      kept: this.#keeping.kept,
    };
  }

  #viewOf(room: ClassRoom): RoomView {
    const { code, number, stage, frozen, maliceAllowed, seats } = room;
    return {
      room: code,
      number,
      stage,
      frozen,
      maliceAllowed,
      ...this.#keys.traffic(room),
      seats: Array.from(seats.values(), (seat) => this.attendance.view(seat)),
    };
  }

  #projection(): ClassDelivery {
    const rooms = Array.from(this.lesson.roster.rooms.values(), ({ number }) => number);
    return {
      type: 'projection',
      class: this.lesson.state(),
      rooms,
      marks: this.#journals.marks,
      home: this.#world.home(),
    };
  }
}

function tell(connection: Connection, delivery: ClassDelivery): void {
  connection.send(JSON.stringify(delivery));
}

function refusalOf({ code, message }: ClassError): ClassDelivery {
  return { type: 'refused', code, reason: message };
}

/** What the projector marks of an order. */
function markOf(order: Order): Mark['what'] | undefined {
  if (order.do === 'stage') return order.stage;
  if (order.do === 'freeze') return order.frozen ? 'frozen' : 'thawed';
  return undefined;
}

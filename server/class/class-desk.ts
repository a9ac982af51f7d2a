// The desk of a class: takes the words of students, teachers and projectors, and does what they may.
import type { Connection } from '../connection.ts';
import type { Desk } from '../desk.ts';
import { CLOSE, type Observe, type Operate, type Register } from '../protocol.ts';
import { RelayError } from '../refusal.ts';
import type { Relay } from '../relay.ts';
import type { Values } from '../values.ts';
import { Attendance } from './attendance.ts';
import { Audience, type AudienceWorld, tell } from './audience.ts';
import { Buckets } from './buckets.ts';
import { ClassError } from './class-error.ts';
import { Extracts } from './extracts.ts';
import { Keeping, type KeepingWorld } from './keeping.ts';
import type { Change, Lesson } from './lesson.ts';
import { RelayRooms } from './relay-rooms.ts';
import { RoomKeys } from './room-keys.ts';
import type { ClassSeat } from './roster.ts';
import {
  type ClassDelivery,
  type ClassEnvelope,
  type Join,
  type Mark,
  type Order,
  readClassEnvelope,
} from './wire.ts';

/** What the desk needs of the world around it, and of those who started it. */
export interface DeskWorld extends AudienceWorld, KeepingWorld {
  /** milliseconds from 1970 UTC */
  now(): number;
  /** new seats that one address may take in a minute; 0 for any number */
  readonly newcomersPerMinute: number;
}

const WRONG_SECRETS_A_MINUTE = 5;
/** a class sits behind one address, and types */
const WRONG_CODES_A_MINUTE = 60;

const aMinute = (times: number) => new Buckets(times, times / 60);

export class ClassDesk implements Desk {
  readonly lesson: Lesson;
  readonly attendance = new Attendance();
  readonly #keys: RoomKeys;
  readonly #audience: Audience;
  readonly #world: DeskWorld;
  readonly #keeping: Keeping;
  readonly #wrongSecrets = aMinute(WRONG_SECRETS_A_MINUTE);
  readonly #wrongCodes = aMinute(WRONG_CODES_A_MINUTE);
  readonly #newcomers: Buckets | undefined;
  /** seats from before this server started */
  readonly #known: ReadonlySet<string>;

  constructor(lesson: Lesson, relay: Relay, world: DeskWorld) {
    this.lesson = lesson;
    this.#world = world;
    this.#newcomers = world.newcomersPerMinute === 0 ? undefined : aMinute(world.newcomersPerMinute);
    this.#keeping = new Keeping(lesson, world);
    this.#known = new Set(lesson.roster.seats.keys());
    const extracts = new Extracts(world, (extract) => this.#audience.project(extract));
    this.#keys = new RoomKeys(lesson, new RelayRooms(relay.rooms, world.now), (room, lines) =>
      extracts.add(room, lines),
    );
    this.#audience = new Audience(lesson, this.attendance, this.#keys, world, () => this.#keeping.kept);
    relay.rooms.onVacant = () => this.#audience.tellViews();
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
    const role = this.#audience.remove(connection);
    if (role?.kind !== 'student') return;
    this.attendance.leave(role.seat, connection);
    this.#audience.tellRoom(role.seat.room);
    this.#audience.tellViews();
  }

  admit(connection: Connection, envelope: Register | Observe | Operate): 'owner' | 'guest' {
    const admission = this.#keys.admit(connection, envelope);
    this.#audience.tellViews();
    return admission;
  }

  heard(room: string, user: string): void {
    const seats = this.lesson.roster.rooms.get(room)?.seats.values() ?? [];
    for (const { id, chair } of seats) if (chair === user) this.attendance.act(id, this.#world.now());
    this.#audience.tellViews();
  }

  /** A student has handed in. */
  handedIn(seat: string, at: number): void {
    this.attendance.handedIn.set(seat, at);
    this.#audience.tellViews();
  }

  /**
   * Sends a student away for good, whose data have been erased; all of them, where no seat is named. What is erased of a lesson
   * that is over is not written again.
   */
  erased(id: string | undefined): void {
    const { roster, ended } = this.lesson;
    const moved: ClassSeat[] = [];
    const gone =
      id === undefined ? [...roster.seats.values()] : [roster.seats.get(id)].filter((seat) => !!seat);
    for (const seat of gone) {
      moved.push(...this.lesson.forget(seat));
      for (const connection of this.attendance.forget(seat.id)) {
        this.#audience.remove(connection);
        tell(connection, refusalOf(new ClassError('NO_SUCH_SEAT')));
      }
    }
    if (id === undefined && ended) this.#keeping.stop();
    const rooms = [...gone, ...moved].map(({ room }) => room);
    this.#changed({ rooms, moved: moved.filter((seat) => roster.seats.get(seat.id) === seat) });
  }

  /** Keeps what has not been kept yet. */
  close(): void {
    this.#keeping.flush();
  }

  #handle(connection: Connection, envelope: ClassEnvelope): void {
    const { isTeacher, isProjector } = this.lesson;
    if (envelope.type === 'join') this.#join(connection, envelope);
    else if (envelope.type === 'teach') this.#enter(connection, 'teacher', envelope.secret, isTeacher);
    else if (envelope.type === 'project') this.#enter(connection, 'projector', envelope.secret, isProjector);
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
    this.#welcome(connection, seat, pass, change, () => this.#drop(seat));
  }

  /** Takes a student in, who is told once the seat is kept: then no restart forgets it. */
  #welcome(connection: Connection, seat: ClassSeat, pass: string, change: Change, onGone: () => void): void {
    connection.atDesk = true;
    this.#audience.add(connection, { kind: 'student', seat });
    this.#changed(change, [seat], () => {
      if (!this.#audience.roleOf(connection)) return onGone();
      if (this.lesson.roster.seats.get(seat.id) !== seat) {
        this.#audience.remove(connection);
        tell(connection, refusalOf(new ClassError('NO_SUCH_SEAT'))); // erased meanwhile
        return;
      }
      this.attendance.arrive(seat, connection, this.#world.now());
      tell(connection, { type: 'seated', seat: seat.id, pseudonym: seat.pseudonym, pass });
      this.#audience.tellRoom(seat.room);
      this.#audience.tellViews();
    });
  }

  /**
   * Gives the seat away of whoever came last of those who are away and have never done anything: in a class that somebody fills
   * with names, these are the names.
   */
  #dropAbsent(): void {
    const absent = [...this.lesson.roster.seats.values()].findLast(
      (seat) =>
        !this.#known.has(seat.id) && !this.attendance.isPresent(seat) && !this.attendance.hasActed(seat),
    );
    if (absent) this.#drop(absent);
  }

  #drop({ id }: ClassSeat): void {
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
    this.#audience.add(connection, { kind });
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
    const role = this.#audience.roleOf(connection);
    if (role?.kind !== 'student') throw new ClassError('FORBIDDEN');
    const { seat } = role;
    const activity = this.attendance.act(seat.id, this.#world.now());
    if (envelope.type === 'status') activity.status = { question: envelope.question, stage: envelope.stage };
    else if (envelope.type === 'help') {
      activity.wantsHelp = envelope.wanted;
      this.#audience.tellStudent(seat);
    } else {
      this.lesson.vote(seat, envelope.option);
      this.#keeping.changed();
      this.#audience.tellStudent(seat);
    }
    this.#audience.tellViews();
  }

  #lead(connection: Connection, order: Order): void {
    if (this.#audience.roleOf(connection)?.kind !== 'teacher') throw new ClassError('FORBIDDEN');
    const change = order.do === 'heed' ? this.#heed(order.seat) : this.lesson.obey(order);
    const what = markOf(order);
    if (what) {
      const everywhere = 'room' in order && order.room === undefined;
      this.#audience.mark(change.rooms ?? [], { what, at: this.#world.now(), everywhere });
    }
    this.#changed(change);
    tell(connection, { type: 'done', what: order.do });
  }

  /** @throws ClassError `NO_SUCH_SEAT` */
  #heed(id: string): Change {
    const seat = this.lesson.roster.seats.get(id);
    if (!seat) throw new ClassError('NO_SUCH_SEAT');
    this.attendance.activity(id).wantsHelp = false;
    this.#audience.tellStudent(seat);
    return { rooms: [], moved: [] };
  }

  /** Keeps a change, brings the relay's rooms in line with it, and tells all whom it concerns. */
  #changed({ rooms, moved }: Change, seats: readonly ClassSeat[] = [], after?: () => void): void {
    this.#keys.settle();
    this.#keeping.changed([...moved, ...seats], after);
    for (const room of rooms ?? this.lesson.roster.rooms.values()) this.#audience.tellRoom(room);
    this.#audience.tellViews();
  }
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

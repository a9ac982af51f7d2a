// The desk of a class: takes the words of students, teachers and projectors, and does what they may.

import { Buckets } from '../buckets.ts';
import type { Connection } from '../connection.ts';
import type { Desk } from '../desk.ts';
import { CLOSE, type Observe, type Operate, type Register } from '../protocol.ts';
import { RelayError } from '../refusal.ts';
import type { Relay } from '../relay.ts';
import type { Values } from '../values.ts';
import { Attendance } from './attendance.ts';
import { Audience, type AudienceWorld, refuse, tell } from './audience.ts';
import { ClassError } from './class-error.ts';
import { Extracts } from './extracts.ts';
import { Guesses } from './guesses.ts';
import { IdleSeats } from './idle-seats.ts';
import { Keeping, type KeepingWorld } from './keeping.ts';
import type { Change, Lesson, LessonOrder } from './lesson.ts';
import { readClassEnvelope } from './read-envelope.ts';
import { RelayRooms } from './relay-rooms.ts';
import { RoomKeys } from './room-keys.ts';
import type { ClassSeat } from './roster.ts';
import type { ClassEnvelope, Join, Mark, Order } from './wire.ts';

/** What the desk needs of the world around it, and of those who started it. */
export interface DeskWorld extends AudienceWorld, KeepingWorld {
  /** milliseconds from 1970 UTC */
  now(): number;
  /** seats that one address may take, and take in a minute; 0 for any number */
  readonly seatsPerAddress: number;
}

export class ClassDesk implements Desk {
  readonly lesson: Lesson;
  readonly attendance: Attendance;
  readonly #keys: RoomKeys;
  readonly #audience: Audience;
  readonly #world: DeskWorld;
  readonly #keeping: Keeping;
  readonly #guesses: Guesses;
  readonly #newcomers: Buckets | undefined;
  readonly #idle: IdleSeats;

  constructor(lesson: Lesson, relay: Relay, world: DeskWorld) {
    this.lesson = lesson;
    this.#world = world;
    const { seatsPerAddress } = world;
    this.#newcomers = seatsPerAddress === 0 ? undefined : new Buckets(seatsPerAddress, seatsPerAddress / 60);
    this.#guesses = new Guesses(lesson, world.now);
    this.#keeping = new Keeping(lesson, world);
    const extracts = new Extracts(world, (extract) => this.#audience.project(extract));
    this.attendance = new Attendance(world.now());
    this.#idle = new IdleSeats(lesson.roster, this.attendance, seatsPerAddress);
    this.#keys = new RoomKeys(lesson, new RelayRooms(relay.rooms, world.now), (room, lines) =>
      extracts.add(room, lines),
    );
    this.#audience = new Audience(lesson, this.attendance, this.#keys, world, () => this.#keeping.kept);
    relay.rooms.onVacant = () => this.#audience.tellViews();
    this.#keys.settle();
    this.#keeping.begin();
  }

  receive(connection: Connection, values: Values): boolean {
    const envelope = readClassEnvelope(values);
    if (!envelope) return false;
    if (connection.seat) throw new RelayError('ALREADY_REGISTERED');
    try {
      this.#handle(connection, envelope);
    } catch (error) {
      if (!(error instanceof ClassError)) throw error;
      refuse(connection, error);
    }
    return true;
  }

  leave(connection: Connection): void {
    const role = this.#audience.remove(connection);
    if (role?.kind !== 'student') return;
    const { seat } = role;
    this.attendance.leave(seat, connection, this.#world.now());
    if (!this.attendance.isPresent(seat)) this.#audience.tellRoom(seat.room);
    this.#audience.tellViews();
  }

  admit(connection: Connection, envelope: Register | Observe | Operate): 'owner' | 'guest' {
    this.#guesses.weigh(connection, envelope.pass);
    const admission = this.#keys.admit(connection, envelope);
    this.#audience.tellViews();
    return admission;
  }

  heard(room: string, user: string): void {
    const seats = this.lesson.roster.rooms.get(room)?.seats.values() ?? [];
    for (const seat of seats) if (seat.chair === user) this.#acted(seat);
    this.#audience.tellViews();
  }

  /** A student's notebook is kept. */
  keptNotebook(id: string): void {
    const seat = this.lesson.roster.seats.get(id);
    if (!seat) return;
    this.#idle.keptNotebook(seat);
    this.#acted(seat);
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
    if (id === undefined && ended) this.#keeping.stop();
    this.#forget(
      id === undefined ? [...roster.seats.values()] : [roster.seats.get(id)].filter((seat) => !!seat),
    );
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
      const seat = this.#guesses.found('code', connection, this.lesson.seatOf(join.pass));
      connection.atDesk = true;
      this.#audience.add(connection, { kind: 'student', seat });
      this.#seat(connection, seat, join.pass);
      return;
    }
    this.#guesses.found('code', connection, this.lesson.isJoinCode(join.code) || undefined);
    const now = this.#world.now();
    if (this.#newcomers?.take(connection.address, now) === false) throw new ClassError('TOO_MANY_TRIES');
    const pseudonym = this.lesson.admit(join.pseudonym);
    const idle = this.#idle.toGiveAway(connection.address, now);
    if (idle) this.#drop(idle);
    else if (this.#idle.isFullFor(connection.address)) throw new ClassError('CLASS_FULL');
    const { seat, pass, change } = this.lesson.join(pseudonym, (other) =>
      this.attendance.isAround(other, now),
    );
    this.attendance.activity(seat.id).activeAt = now; // whoever joins meanwhile finds somebody there
    this.#idle.taken(seat, connection.address);
    this.#welcome(connection, seat, pass, change);
  }

  /** Takes a new student in, who is told once the seat is kept: then no restart forgets it. */
  #welcome(connection: Connection, seat: ClassSeat, pass: string, change: Change): void {
    connection.atDesk = true;
    this.#audience.add(connection, { kind: 'student', seat });
    this.#changed(change, [seat], () => {
      // Whoever is gone before hearing of the seat could never prove it.
      if (!this.#audience.roleOf(connection)) return this.#drop(seat);
      if (this.lesson.roster.seats.get(seat.id) === seat) return this.#seat(connection, seat, pass);
      this.#audience.remove(connection);
      refuse(connection, new ClassError('NO_SUCH_SEAT')); // erased meanwhile
    });
  }

  /** One more page of a student is there. */
  #seat(connection: Connection, seat: ClassSeat, pass: string): void {
    const wasAway = !this.attendance.isPresent(seat);
    const surplus = this.attendance.arrive(seat, connection, this.#world.now());
    if (surplus) {
      this.#audience.remove(surplus);
      surplus.close(CLOSE.RESUMED_ELSEWHERE, 'too many pages of this seat');
    }
    tell(connection, { type: 'seated', seat: seat.id, pseudonym: seat.pseudonym, pass });
    this.#audience.greet(connection, seat);
    if (wasAway) this.#audience.tellRoom(seat.room);
    this.#audience.tellViews();
  }

  /** Lets go of a seat that nobody sits on. It may be kept a while longer, with nobody's pass to it. */
  #drop(seat: ClassSeat): void {
    if (this.lesson.roster.seats.get(seat.id) !== seat) return;
    this.#keeping.drop(seat.id);
    this.#forget([seat]);
  }

  /** Sends students away for good. */
  #forget(gone: readonly ClassSeat[]): void {
    const change = this.lesson.forget(gone);
    for (const seat of gone)
      for (const connection of this.attendance.forget(seat.id)) {
        this.#audience.remove(connection);
        refuse(connection, new ClassError('NO_SUCH_SEAT'));
      }
    this.#changed(change);
  }

  #enter(
    connection: Connection,
    kind: 'teacher' | 'projector',
    secret: string,
    isRight: (secret: string) => boolean,
  ): void {
    if (connection.atDesk) throw new RelayError('ALREADY_REGISTERED');
    this.#guesses.found('secret', connection, isRight(secret) || undefined);
    connection.atDesk = true;
    this.#audience.add(connection, { kind });
  }

  /** A student has left something here. */
  #acted(seat: ClassSeat): void {
    this.attendance.activity(seat.id).activeAt = this.#world.now();
    if (seat.acted) return;
    seat.acted = true;
    this.#keeping.changed([seat]);
  }

  #hear(
    connection: Connection,
    envelope: Extract<ClassEnvelope, { type: 'status' | 'help' | 'vote' }>,
  ): void {
    const role = this.#audience.roleOf(connection);
    if (role?.kind !== 'student') throw new ClassError('FORBIDDEN');
    const { seat } = role;
    const activity = this.attendance.spoke(seat, connection, this.#world.now());
    if (envelope.type === 'status') activity.status = { question: envelope.question, stage: envelope.stage };
    else {
      if (envelope.type === 'help') activity.wantsHelp = envelope.wanted;
      else if (this.lesson.vote(seat, envelope.option)) this.#keeping.changedLazily();
      else return;
      this.#audience.tellStudent(seat);
    }
    if (envelope.type === 'vote') this.#acted(seat); // a status is nobody's doing, and a call leaves nothing
    this.#audience.tellViews();
  }

  #lead(connection: Connection, order: Order): void {
    if (this.#audience.roleOf(connection)?.kind !== 'teacher') throw new ClassError('FORBIDDEN');
    if (order.do === 'erase-absent') this.#eraseAbsent();
    else if (order.do === 'heed') this.#heed(order.seat);
    else this.#obey(order);
    tell(connection, { type: 'done', what: order.do });
  }

  /** @throws ClassError `STORE_FAILED`, and whatever the lesson refuses with */
  #obey(order: LessonOrder): void {
    if (order.do === 'keep-notebooks' && !order.kept && !this.lesson.ended)
      this.#keeping.erase((keeper) => keeper.eraseNotebooks());
    const change = this.lesson.obey(order);
    const what = markOf(order);
    if (what) {
      const everywhere = 'room' in order && order.room === undefined;
      this.#audience.mark(change.rooms ?? [], { what, at: this.#world.now(), everywhere });
    }
    this.#changed(change);
  }

  /** @throws ClassError `LESSON_ENDED`, `STORE_FAILED` */
  #eraseAbsent(): void {
    if (this.lesson.ended) throw new ClassError('LESSON_ENDED');
    const absent = this.#idle.toErase(this.#world.now());
    this.#keeping.erase((keeper) => keeper.eraseSeats(absent.map(({ id }) => id)));
    this.#forget(absent);
  }

  /** @throws ClassError `NO_SUCH_SEAT` */
  #heed(id: string): void {
    const seat = this.lesson.roster.seats.get(id);
    if (!seat) throw new ClassError('NO_SUCH_SEAT');
    this.attendance.activity(id).wantsHelp = false;
    this.#audience.tellStudent(seat);
    this.#audience.tellViews();
  }

  /** Keeps a change, brings the relay's rooms in line with it, and tells all whom it concerns. */
  #changed({ rooms, moved }: Change, seats: readonly ClassSeat[] = [], after?: () => void): void {
    this.#keys.settle();
    this.#keeping.changed([...moved, ...seats], after);
    for (const room of rooms ?? this.lesson.roster.rooms.values()) this.#audience.tellRoom(room);
    this.#audience.tellViews();
  }
}

/** What the projector marks of an order. */
function markOf(order: Order): Mark['what'] | undefined {
  if (order.do === 'stage') return order.stage;
  if (order.do === 'freeze') return order.frozen ? 'frozen' : 'thawed';
  return undefined;
}

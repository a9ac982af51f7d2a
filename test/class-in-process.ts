// A class without sockets: a lesson, its desk and its relay, with a clock that the test moves, and clients of all kinds.
import { createHash } from 'node:crypto';
import { ClassDesk } from '#server/class/class-desk.ts';
import type { Keeper } from '#server/class/keeping.ts';
import { type FrozenLesson, Lesson } from '#server/class/lesson.ts';
import type { FrozenSeat } from '#server/class/roster.ts';
import type { ClassDelivery, Order } from '#server/class/wire.ts';
import type { Connection } from '#server/connection.ts';
import type { Delivery } from '#server/protocol.ts';
import { Relay } from '#server/relay.ts';
import { handCrankedWorld } from './hand-cranked-world.ts';
import { seededRandom } from './random.ts';

type Any = Delivery | ClassDelivery;

/** A client of the relay: of a room, or of the class. */
export interface ClassClient {
  readonly connection: Connection;
  say(frame: unknown): void;
  sayText(frame: string): void;
  /** what has come and is not taken, of whatever type */
  all(): readonly Any[];
  /** what has come of this type, and is not taken again */
  take<T extends Any['type']>(type: T): Extract<Any, { type: T }>[];
  /** the last of this type that has come */
  last<T extends Any['type']>(type: T): Extract<Any, { type: T }> | undefined;
  leave(goodbye: boolean): void;
  closedWith(): number | undefined;
}

/** What a lesson's keeper has been given. */
export class KeptInMemory implements Keeper {
  lesson: FrozenLesson | undefined;
  ended = false;
  readonly seats = new Map<string, FrozenSeat>();
  /** what the next savings fail with */
  fault: Error | undefined;

  saveLesson(lesson: FrozenLesson, ended: boolean): void {
    if (this.fault) throw this.fault;
    this.lesson = JSON.parse(JSON.stringify(lesson));
    this.ended = ended;
  }

  saveSeats(seats: readonly FrozenSeat[]): void {
    for (const seat of seats) this.seats.set(seat.id, seat);
  }

  /** how often all notebooks were erased */
  notebooksErased = 0;

  eraseSeats(ids: readonly string[]): void {
    if (this.fault) throw this.fault;
    for (const id of ids) this.seats.delete(id);
  }

  eraseNotebooks(): void {
    if (this.fault) throw this.fault;
    this.notebooksErased += 1;
  }
}

export interface ClassUnderTest {
  readonly desk: ClassDesk;
  readonly lesson: Lesson;
  readonly kept: KeptInMemory;
  readonly teacher: ClassClient;
  connect(address?: string): ClassClient;
  /** a student who has joined, and been told so */
  student(pseudonym: string, address?: string): { client: ClassClient; pass: string; seat: string };
  /** gives an order as the teacher */
  order(order: Order): void;
  /** the place of a student, as last told */
  place(client: ClassClient): string;
  advance(milliseconds: number): void;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const SOON_MS = 300;

/**
 * @param kept - of a class that has been stopped: this one goes on with it
 * @param seatsPerAddress - 0 for any number
 */
export function startClass(kept?: KeptInMemory, seatsPerAddress = 0): ClassUnderTest {
  const world = handCrankedWorld();
  const random = seededRandom(`class ${kept ? 'resumed' : 'new'}`);
  const lesson = new Lesson(
    {
      now: world.now,
      code: (length) => Array.from(random(length), (byte) => ALPHABET[byte % ALPHABET.length]).join(''),
      secret: () => Buffer.from(random(16)).toString('hex'),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
    },
    { name: 'TP 3', retentionDays: 30 },
    kept?.lesson,
    [...(kept?.seats.values() ?? [])],
    kept?.ended,
  );
  const keeper = kept ?? new KeptInMemory();
  let desk: ClassDesk | undefined;
  const relay = new Relay(world, undefined, (rooms) => {
    desk = new ClassDesk(lesson, rooms, {
      ...world,
      keeper,
      passphrase: 'la phrase',
      home: () => 'http://192.0.2.2:8666/',
      seatsPerAddress,
      failed: () => {},
    });
    return desk;
  });
  if (!desk) throw new Error('the relay opened no desk');

  const connect = (address?: string): ClassClient => {
    let came: Any[] = [];
    let code: number | undefined;
    const connection = relay.connect(
      {
        send: (frame) => came.push(JSON.parse(frame)),
        close: (closedWith) => {
          code = closedWith;
          relay.disconnect(connection, false);
        },
      },
      address,
    );
    const ofType =
      <T extends Any['type']>(type: T) =>
      (delivery: Any): delivery is Extract<Any, { type: T }> =>
        delivery.type === type;
    const sayText = (text: string) => relay.receive(connection, () => text, Buffer.byteLength(text));
    return {
      connection,
      say: (frame) => sayText(JSON.stringify(frame)),
      sayText,
      all: () => came,
      take(type) {
        const taken = came.filter(ofType(type));
        came = came.filter((delivery) => delivery.type !== type);
        return taken;
      },
      last: (type) => came.filter(ofType(type)).at(-1),
      leave: (goodbye) => relay.disconnect(connection, goodbye),
      closedWith: () => code,
    };
  };

  const teacher = connect('teacher');
  teacher.say({ type: 'teach', secret: lesson.teacherSecret });
  return {
    desk,
    lesson,
    kept: keeper,
    teacher,
    connect,
    student(pseudonym, address) {
      const client = connect(address);
      client.say({ type: 'join', code: lesson.joinCode, pseudonym });
      world.advance(SOON_MS);
      const seated = client.last('seated');
      if (!seated) throw new Error(`${pseudonym} got no seat: ${client.last('refused')?.code}`);
      return { client, pass: seated.pass, seat: seated.seat };
    },
    order(order) {
      teacher.say({ type: 'lead', order });
      world.advance(SOON_MS);
    },
    place(client) {
      const room = client.last('class')?.room;
      return room ? `${room.number} ${room.chair}` : 'nowhere';
    },
    advance: (milliseconds) => world.advance(milliseconds),
  };
}

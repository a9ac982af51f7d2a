// Envelopes in, deliveries out: the relay carries what it cannot open. The very same code runs inside a page.
import { equal, toHex, utf8 } from '#lab/bytes.ts';
import { Connection } from './connection.ts';
import type { Desk } from './desk.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Act } from './mallory/act.ts';
import { checkName } from './name.ts';
import {
  CLOSE,
  type Envelope,
  frameOf,
  MAX_FRAME_BYTES,
  type Observe,
  type Operate,
  type Register,
  readEnvelope,
  readJson,
  refusal,
  type SendMessage,
} from './protocol.ts';
import { RelayError } from './refusal.ts';
import type { FrozenRoom, Member, Port, Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { Tally } from './tally.ts';
import type { World } from './world.ts';

const REGISTER_WITHIN_MS = 10_000;
const NAME_RESERVED_MS = 30_000;
const RESUME_BYTES = 16;

/** A relay at rest, as JSON may keep it. */
export type FrozenRelay = readonly FrozenRoom[];

export class Relay {
  readonly tally = new Tally();
  readonly rooms: Rooms;
  readonly #world: World;
  readonly #limits: Limits;
  /** members of a restored room that have not come back yet */
  readonly #frozen = new Set<Member>();
  /** undefined where any room opens to anybody */
  readonly #desk: Desk | undefined;

  /** @param openDesk - where a class is served: who may enter its rooms, which are made by the desk alone */
  constructor(world: World, limits: Limits = DEFAULT_LIMITS, openDesk?: (relay: Relay) => Desk) {
    this.#world = world;
    this.#limits = limits;
    this.rooms = new Rooms(world, limits, this.tally);
    this.#desk = openDesk?.(this);
  }

  /** A client has come. @param address - from where, as far as the door knows it */
  connect(port: Port, address?: string): Connection {
    const connection = new Connection(port, this.#limits.rate, this.#world.now(), address);
    this.#world.later(REGISTER_WITHIN_MS, () => {
      if (!connection.seat && !connection.atDesk)
        connection.close(CLOSE.POLICY_VIOLATION, 'not registered in time');
    });
    return connection;
  }

  /**
   * A frame has come. Whatever is wrong with it is answered with a refusal; an abuse ends this connection alone.
   * @param read - its text, which is asked for only when the frame could be paid for
   * @param size - of the frame, in bytes of UTF-8
   */
  receive(connection: Connection, read: () => string, size: number): void {
    if (connection.closed) return;
    if (size > MAX_FRAME_BYTES) {
      this.#expel(connection, CLOSE.MESSAGE_TOO_BIG, 'frame too large');
      return;
    }
    try {
      this.#spend(connection, size);
      const values = readJson(read());
      if (!this.#desk?.receive(connection, values)) this.#handle(connection, readEnvelope(values));
    } catch (error) {
      if (!(error instanceof RelayError)) throw error;
      this.tally.refused(error.code);
      connection.refused(error.code);
      connection.send(frameOf(refusal(error)));
    }
  }

  /** A control frame has come: it costs as much as a message, and is answered by the socket, not here. */
  receiveControl(connection: Connection): void {
    if (!connection.closed && connection.overspends(0, this.#world.now()) === 'abuse')
      this.#expel(connection, CLOSE.POLICY_VIOLATION, 'too many control frames');
  }

  /** A client has gone. @param goodbye - whether it said so: then its name is free at once */
  disconnect(connection: Connection, goodbye: boolean): void {
    connection.closed = true;
    if (connection.atDesk) this.#desk?.leave(connection);
    if (!connection.seat) return;
    const { room, member, operator } = connection.seat;
    connection.seat = undefined;
    room.listeners.delete(connection);
    room.observers.delete(connection);
    const now = this.#world.now();
    // A member with another port has come back on another connection.
    if (member?.port === connection) {
      const until = goodbye ? now : now + NAME_RESERVED_MS;
      room.leave(member, until, now);
      if (goodbye) room.members.delete(member.user);
      else this.#world.later(NAME_RESERVED_MS, () => this.rooms.expire(room, member, until));
    }
    if (operator?.port === connection)
      this.rooms.vacate(room, operator, goodbye ? now : now + NAME_RESERVED_MS);
    this.rooms.forget(room);
  }

  /** The state of all rooms. What comes afterwards is not in it. */
  freeze(): FrozenRelay {
    return this.rooms.freeze();
  }

  /** Restores rooms. Their members come back with their secrets, and the log does not see that they were away. */
  thaw(frozen: FrozenRelay): void {
    for (const frozenRoom of frozen) {
      const room = this.rooms.open(frozenRoom.name, frozenRoom.mallory !== undefined);
      room.thaw(frozenRoom);
      for (const member of room.members.values()) this.#frozen.add(member);
    }
  }

  /** The checks in order, after size, rate, JSON and shape: registered, name, rights. */
  #handle(connection: Connection, envelope: Envelope): void {
    if (envelope.type === 'send_message') {
      this.#send(connection, envelope);
      return;
    }
    if (envelope.type === 'act') {
      this.#act(connection, envelope.act);
      return;
    }
    if (connection.seat || connection.atDesk) throw new RelayError('ALREADY_REGISTERED');
    checkName(envelope.room);
    if (envelope.type === 'register') this.#register(connection, envelope);
    else if (envelope.type === 'observe') this.#observe(connection, envelope);
    else this.#operate(connection, envelope);
    this.tally.joins += 1;
  }

  #send(connection: Connection, { message, id }: SendMessage): void {
    if (!connection.seat) throw new RelayError('NOT_REGISTERED', undefined, id);
    const { room, member } = connection.seat;
    if (!member) throw new RelayError('FORBIDDEN', undefined, id);
    if (room.pause.isOn) throw new RelayError('FROZEN', undefined, id);
    this.#desk?.heard(room.name, member.user);
    const seq = room.carry(member, message, this.#world.now());
    if (id !== undefined) connection.send(frameOf({ type: 'sent', id, seq }));
  }

  #act({ seat }: Connection, act: Act): void {
    if (!seat) throw new RelayError('NOT_REGISTERED');
    if (!seat.operator || !seat.room.mallory) throw new RelayError('FORBIDDEN');
    if (seat.room.pause.isOn) throw new RelayError('FROZEN');
    seat.room.mallory.act(act);
  }

  #register(connection: Connection, envelope: Register): void {
    const { user, resume } = envelope;
    checkName(user);
    const isOwner = this.#desk?.admit(connection, envelope) === 'owner';
    const known = this.rooms.get(envelope.room)?.members.get(user);
    const proven = resume !== undefined && known !== undefined && sameText(known.resume, resume);
    const returns = known !== undefined && (isOwner || proven);
    if (known && !returns && (known.port || this.#world.now() < known.reservedUntil))
      throw new RelayError('NAME_TAKEN');
    const room = this.rooms.enter(envelope.room, known ? 0 : 1, envelope.mallory);
    // What was written before belongs to those who were there; a restored member was.
    if (!known || !this.#frozen.has(known)) room.flushLog();
    if (envelope.log) room.listeners.add(connection);
    const member = returns ? this.#return(room, known, connection) : this.#enter(room, user, connection);
    connection.seat = { room, member };
    const registered = { room: room.name, user, users: room.users(), resume: member.resume };
    connection.send(frameOf({ type: 'registered', ...registered }));
    if (resume !== undefined && envelope.since !== undefined)
      this.#catchUp(connection, room, member, proven ? envelope.since : undefined);
  }

  #enter(room: Room, user: string, connection: Connection): Member {
    const resume = toHex(this.#world.random(RESUME_BYTES));
    return room.enter(user, resume, connection, this.#world.now());
  }

  /** Puts a connection in a known member's place: of a dead one, of none, or of one that a frozen relay remembers. */
  #return(room: Room, member: Member, connection: Connection): Member {
    if (this.#frozen.delete(member)) {
      member.port = connection;
      return member;
    }
    const now = this.#world.now();
    const { port: old, user, resume } = member;
    if (old) {
      room.leave(member, now, now);
      old.close(CLOSE.RESUMED_ELSEWHERE, 'resumed elsewhere');
    }
    return room.enter(user, resume, connection, now);
  }

  /** Delivers what was said after the message `since`; a relay that cannot know what that was says: a gap. */
  #catchUp(connection: Connection, room: Room, member: Member, since: number | undefined): void {
    const missed = since === undefined ? { gap: true, messages: [] } : room.missed(member.user, since);
    if (missed.gap) connection.send(frameOf({ type: 'gap' }));
    room.catchUp(member, missed.messages, this.#world.now());
  }

  #observe(connection: Connection, envelope: Observe): void {
    this.#desk?.admit(connection, envelope);
    const room = this.rooms.enter(envelope.room, 1, false);
    room.flushLog();
    room.listeners.add(connection);
    room.observers.add(connection);
    connection.seat = { room, member: undefined };
    connection.send(frameOf({ type: 'registered', room: room.name, users: room.users() }));
  }

  /** Gives the operator's seat of a room that was made for one. */
  #operate(connection: Connection, envelope: Operate): void {
    const { room: name, resume } = envelope;
    const isOwner = this.#desk?.admit(connection, envelope) === 'owner';
    const now = this.#world.now();
    const room = this.rooms.enter(name, 1, true);
    if (!room.mallory) throw new RelayError('FORBIDDEN');
    const known = room.operator;
    const returns = known !== undefined && resume !== undefined && sameText(known.resume, resume);
    if (known && !returns && !isOwner && (known.port || now < known.reservedUntil))
      throw new RelayError('SEAT_TAKEN');
    if (returns || isOwner) known?.port?.close(CLOSE.RESUMED_ELSEWHERE, 'resumed elsewhere');
    const secret = returns ? known.resume : toHex(this.#world.random(RESUME_BYTES));
    room.operator = {
      resume: secret,
      line: connection,
      port: connection,
      reservedUntil: Number.POSITIVE_INFINITY,
    };
    room.flushLog();
    room.listeners.add(connection);
    room.observers.add(connection);
    connection.seat = { room, member: undefined, operator: room.operator };
    connection.send(frameOf({ type: 'registered', room: name, users: room.users(), resume: secret }));
    room.mallory.brief();
  }

  /**
   * Pays for a frame, before it is read: out of what its sender may send, and out of what its room may carry.
   * @throws RelayError `TOO_FAST`; whoever does not heed it is shown the door
   */
  #spend(connection: Connection, size: number): void {
    const now = this.#world.now();
    const verdict = connection.overspends(size, now);
    if (verdict === 'abuse') this.#expel(connection, CLOSE.POLICY_VIOLATION, 'too many messages');
    const room = connection.seat?.room;
    const isCarried = room?.traffic?.take(size, room.size() - 1, now) ?? true;
    if (verdict || !isCarried) throw new RelayError('TOO_FAST');
  }

  #expel(connection: Connection, code: number, reason: string): void {
    connection.close(code, reason);
    this.disconnect(connection, true);
  }
}

/** Compares two secrets in a time that depends on their lengths alone. */
function sameText(a: string, b: string): boolean {
  return equal(utf8(a), utf8(b));
}

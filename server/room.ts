// One chat: who is in it, what was said, and the log that tells of it.
import type { Budget } from './budget.ts';
import { type FrozenHistory, History, isFor, type Message, type Missed } from './history.ts';
import { entry } from './log.ts';
import type { Handout } from './mallory/act.ts';
import type { FrozenMallory, Mallory } from './mallory/mallory.ts';
import { Pause } from './pause.ts';
import type { Payload } from './payload.ts';
import { frameOf, type LogLine } from './protocol.ts';
import type { Tally } from './tally.ts';
import type { Traffic } from './traffic.ts';
import type { AnyRefusalCode } from './watch.ts';

/** The way back to one client. */
export interface Port {
  send(frame: string): void;
  close(code: number, reason: string): void;
  /** hears why a frame of this client was refused; the client is told by `send` */
  refused?(code: AnyRefusalCode): void;
}

/** A name in a room. It outlives its connection, so that a peer may come back to it. */
export interface Member {
  readonly user: string;
  /** proves that the name is one's own */
  readonly resume: string;
  /** the number of its registration, which the log shows */
  readonly number: number;
  /** undefined while the peer is away */
  port: Port | undefined;
  /** until when nobody else gets the name of a peer that is away, in milliseconds from 1970 UTC */
  reservedUntil: number;
  /** what it missed and gets when the room moves on, into which it came back while that stood still */
  owed?: readonly Message[] | undefined;
}

/** Who tells the malicious relay what to do. The seat outlives its connection for a while. */
export interface Operator {
  /** proves that the seat is one's own */
  readonly resume: string;
  /** who sits there, or sat there when the line was cut; undefined where a restored room does not know it */
  readonly line: Port | undefined;
  port: Port | undefined;
  /** until when nobody else gets the seat of an operator that is away, in milliseconds from 1970 UTC */
  reservedUntil: number;
}

/** A room at rest, as JSON may keep it. */
export interface FrozenRoom extends FrozenHistory {
  readonly name: string;
  readonly messages: number;
  readonly lines: number;
  readonly registrations: number;
  readonly members: readonly { user: string; resume: string; number: number }[];
  /** lines that nobody has been told yet */
  readonly pending: readonly LogLine[];
  /** absent in an honest room */
  readonly mallory?: FrozenMallory;
  readonly operator?: { resume: string };
}

export class Room {
  readonly name: string;
  readonly members = new Map<string, Member>();
  /** those that get the log */
  readonly listeners = new Set<Port>();
  /** those that get the user list, but are no users */
  readonly observers = new Set<Port>();
  /** undefined in an honest room */
  mallory: Mallory | undefined;
  operator: Operator | undefined;
  /** while it is on, nothing is delivered */
  readonly pause = new Pause();
  /** whether the room stays when nobody is in it */
  kept = false;
  /** undefined where the room may carry any amount */
  traffic: Traffic | undefined;
  /** gets the log too, and is no listener */
  onLog: ((lines: readonly LogLine[]) => void) | undefined;
  /** for peers that come back */
  readonly #history: History;
  readonly #tally: Tally;
  readonly #onPending: (room: Room) => void;
  readonly #logs: () => boolean;
  #messages = 0;
  #lines = 0;
  #registrations = 0;
  #pending: LogLine[] = [];

  /**
   * @param budget - what this room may remember, together with all others
   * @param tally - where it counts what it does
   * @param onPending - called when log lines begin to wait for {@link flushLog}
   * @param logs - whether the log is written at all
   */
  constructor(
    name: string,
    budget: Budget,
    tally: Tally,
    onPending: (room: Room) => void,
    logs: () => boolean,
  ) {
    this.name = name;
    this.#history = new History(budget);
    this.#tally = tally;
    this.#onPending = onPending;
    this.#logs = logs;
  }

  /** How many messages have been carried, those of a malicious relay included. */
  get carried(): number {
    return this.#messages;
  }

  /** How many lines the log has, those that wait included. */
  get logged(): number {
    return this.#lines;
  }

  /** The names of those present, in order of registration. */
  users(): string[] {
    const users: string[] = [];
    for (const { user, port } of this.members.values()) if (port) users.push(user);
    return users;
  }

  /** Gives a name a port, at the end of the order of registration, and tells the log and the others. */
  enter(user: string, resume: string, port: Port, now: number): Member {
    this.#registrations += 1;
    const member = { user, resume, number: this.#registrations, port, reservedUntil: 0 };
    this.members.delete(user);
    this.members.set(user, member);
    const users = this.users();
    this.#write(now, 'INFO', entry.registered(user, member.number));
    this.#write(now, 'DEBUG', entry.users(users));
    this.#tellUsers(users, port);
    return member;
  }

  /** Takes a name's port away, and tells the log and the others. */
  leave(member: Member, reservedUntil: number, now: number): void {
    member.port = undefined;
    member.reservedUntil = reservedUntil;
    this.#write(now, 'INFO', entry.removed(member.user));
    this.#tellUsers(this.users());
  }

  /** Carries a message to everybody present but its sender, if nobody malicious takes it. @returns its number in the room */
  carry(sender: Member, message: Payload, now: number): number {
    this.#tally.messages += 1;
    this.#messages += 1;
    const seq = this.#messages;
    this.#write(now, 'INFO', entry.received(sender.user, message), seq);
    if (!this.mallory?.take(seq, sender.user, message)) {
      const frame = frameOf({ type: 'recv', seq, user: sender.user, message });
      this.#deliver({ seq, user: sender.user, frame }, now);
    }
    return seq;
  }

  /** Delivers under a number of its own what the malicious relay hands out. @returns the number, and who got it */
  handOut({ user, message, to }: Handout, but: string, now: number): { seq: number; to: string[] } {
    this.#messages += 1;
    const seq = this.#messages;
    const frame = frameOf({ type: 'recv', seq, user, message });
    const reached = this.#deliver({ seq, user: but, frame, ...(to ? { to } : {}) }, now);
    this.traffic?.charge(frame.length, reached.length, now);
    return { seq, to: reached };
  }

  /** What was said by others after the message number `since`. */
  missed(user: string, since: number): Missed {
    return this.#history.missed(user, since, this.#messages);
  }

  /** Delivers what a peer missed, and tells the log. */
  catchUp(member: Member, messages: readonly Message[], now: number): void {
    const { user, port } = member;
    if (this.pause.isOn) {
      member.owed = messages;
      return;
    }
    if (port) this.#tally.deliveries += messages.length;
    for (const { frame, seq } of messages) {
      port?.send(frame);
      this.#write(now, 'INFO', entry.delivered(user), seq);
    }
  }

  /** Delivers again what waited; first what peers missed that came back meanwhile, which is older. */
  moveOn(now: number): void {
    if (!this.pause.isOn) return;
    this.pause.end(() => {
      for (const member of this.members.values()) {
        if (member.owed && member.port) this.catchUp(member, member.owed, now);
        member.owed = undefined;
      }
    });
  }

  /** Sends the lines that wait, in one frame, to all that get the log. */
  flushLog(): void {
    if (this.#pending.length === 0) return;
    const lines = this.#pending;
    this.#pending = [];
    this.onLog?.(lines);
    if (this.listeners.size === 0) return;
    const frame = frameOf({ type: 'log', lines });
    for (const port of this.listeners) port.send(frame);
  }

  /** How many the room holds: names, those kept for peers that are away too, and observers. */
  size(): number {
    return this.members.size + this.observers.size;
  }

  /** Lets go of names that are kept no longer. */
  dropExpired(now: number): void {
    for (const [user, { port, reservedUntil }] of this.members)
      if (!port && now >= reservedUntil) this.members.delete(user);
  }

  /** Whether nobody is there, and no name is kept for anybody. */
  isOver(now: number): boolean {
    if (this.kept || this.observers.size > 0) return false;
    if (this.operator && now < this.operator.reservedUntil) return false;
    for (const { port, reservedUntil } of this.members.values())
      if (port || now < reservedUntil) return false;
    return true;
  }

  /** Gives back what the room took to remember: it is over. */
  close(): void {
    this.#history.close();
    this.mallory?.close();
  }

  freeze(): FrozenRoom {
    return {
      name: this.name,
      messages: this.#messages,
      lines: this.#lines,
      registrations: this.#registrations,
      members: Array.from(this.members.values(), ({ user, resume, number }) => ({ user, resume, number })),
      ...this.#history.freeze(),
      pending: this.#pending,
      ...(this.mallory ? { mallory: this.mallory.freeze() } : {}),
      ...(this.operator ? { operator: { resume: this.operator.resume } } : {}),
    };
  }

  /** Restores a room at rest: its members are away, their names kept for them without end. */
  thaw(frozen: FrozenRoom): void {
    this.#messages = frozen.messages;
    this.#lines = frozen.lines;
    this.#registrations = frozen.registrations;
    this.#history.thaw(frozen);
    if (frozen.mallory) this.mallory?.thaw(frozen.mallory);
    const away = { port: undefined, reservedUntil: Number.POSITIVE_INFINITY };
    if (frozen.operator) this.operator = { ...frozen.operator, ...away, line: undefined };
    for (const member of frozen.members) this.members.set(member.user, { ...member, ...away });
    this.#pending = [...frozen.pending];
    if (this.#pending.length > 0) this.#onPending(this);
  }

  /** @returns the names of those who got it */
  #deliver(message: Message, now: number): string[] {
    this.#history.keep(message);
    const reached: string[] = [];
    for (const { user, port } of this.members.values()) {
      if (!port || !isFor(message, user)) continue;
      port.send(message.frame);
      this.#write(now, 'INFO', entry.delivered(user), message.seq);
      reached.push(user);
    }
    this.#tally.deliveries += reached.length;
    return reached;
  }

  #tellUsers(users: readonly string[], but?: Port): void {
    const frame = frameOf({ type: 'users', users });
    for (const { port } of this.members.values()) if (port && port !== but) port.send(frame);
    for (const port of this.observers) port.send(frame);
  }

  #write(at: number, level: LogLine['level'], text: string, message?: number): void {
    if (!this.#logs()) return;
    this.#lines += 1;
    this.#tally.logLines += 1;
    const line: LogLine = { seq: this.#lines, at, level, logger: 'ChatServer', text };
    this.#pending.push(message === undefined ? line : { ...line, message });
    if (this.#pending.length === 1) this.#onPending(this);
  }
}

// The rooms of a relay in the hands of a class: it opens and closes them, and sends people out of them.
import { CLOSE, type LogLine } from '../protocol.ts';
import type { Port } from '../room.ts';
import type { Rooms } from '../rooms.ts';

/** What goes on in a room. */
export interface Traffic {
  /** messages that it has carried */
  readonly messages: number;
  /** lines that its log has */
  readonly lines: number;
  /** the line on which its operator came, whose seat may outlive it for a while */
  readonly operator: Port | undefined;
}

export class RelayRooms {
  readonly #rooms: Rooms;
  readonly #now: () => number;

  /** @param now - milliseconds from 1970 UTC, as the relay counts them */
  constructor(rooms: Rooms, now: () => number) {
    this.#rooms = rooms;
    this.#now = now;
  }

  /** Makes a room that stays, and that may have an operator. @param onLog - gets its log */
  openRoom(name: string, onLog: (lines: readonly LogLine[]) => void): void {
    const room = this.#rooms.open(name, true);
    room.kept = true;
    room.onLog = onLog;
  }

  /** Stops all deliveries of a room, or lets them go on. */
  pauseRoom(name: string, isPaused: boolean): void {
    const room = this.#rooms.get(name);
    if (isPaused) room?.pause.begin();
    else room?.moveOn(this.#now());
  }

  /** Sends everybody out of a room, and lets go of it. */
  closeRoom(name: string): void {
    const room = this.#rooms.get(name);
    if (!room) return;
    room.kept = false;
    for (const { user } of room.members.values()) this.evict(name, user);
    this.evictOperator(name);
    this.#rooms.forget(room);
  }

  /** Takes a name away from whoever has it. */
  evict(name: string, user: string): void {
    const room = this.#rooms.get(name);
    const member = room?.members.get(user);
    if (!room || !member) return;
    const { port } = member;
    if (port) room.leave(member, this.#now(), this.#now());
    room.members.delete(user);
    port?.close(CLOSE.MOVED, 'the seat has moved');
  }

  /** Takes the operator's seat away: the relay of the room is honest again. */
  evictOperator(name: string): void {
    const room = this.#rooms.get(name);
    const operator = room?.operator;
    if (!room || !operator) return;
    const { port } = operator;
    this.#rooms.vacate(room, operator, this.#now());
    port?.close(CLOSE.MOVED, 'the seat has moved');
  }

  trafficOf(name: string): Traffic {
    const room = this.#rooms.get(name);
    return { messages: room?.carried ?? 0, lines: room?.logged ?? 0, operator: room?.operator?.line };
  }
}

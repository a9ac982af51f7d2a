// The rooms of a relay: found, opened and let go, with what they may hold and remember together.
import { Budget } from './budget.ts';
import type { Limits } from './limits.ts';
import { corrupt } from './mallory/hands.ts';
import { RelayError } from './refusal.ts';
import { type FrozenRoom, type Member, type Operator, Room } from './room.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

const LOG_BATCH_MS = 33;

export class Rooms {
  readonly #world: World;
  readonly #limits: Limits;
  readonly #tally: Tally;
  readonly #budget: Budget;
  readonly #rooms = new Map<string, Room>();
  /** hears that a server's chair has become free */
  onVacant: (() => void) | undefined;

  /** @param tally - where they count what they do */
  constructor(world: World, limits: Limits, tally: Tally) {
    this.#world = world;
    this.#limits = limits;
    this.#tally = tally;
    this.#budget = new Budget(limits.memory);
  }

  get size(): number {
    return this.#rooms.size;
  }

  get(name: string): Room | undefined {
    return this.#rooms.get(name);
  }

  /**
   * The room of this name, new or old, if it takes so many more.
   * @param mallory - whether a new one may have an operator
   * @throws RelayError `TOO_MANY_ROOMS`, `ROOM_FULL`
   */
  enter(name: string, newcomers: number, mallory: boolean): Room {
    const room = this.#rooms.get(name);
    if (!room) {
      if (this.#rooms.size >= this.#limits.rooms) throw new RelayError('TOO_MANY_ROOMS');
      return this.open(name, mallory);
    }
    if (room.size() + newcomers > this.#limits.members) room.dropExpired(this.#world.now());
    if (room.size() + newcomers > this.#limits.members) throw new RelayError('ROOM_FULL');
    return room;
  }

  /** @param mallory - whether the room may have an operator */
  open(name: string, mallory: boolean): Room {
    const world = this.#world;
    const room = new Room(
      name,
      this.#budget,
      this.#tally,
      (pending) => world.later(LOG_BATCH_MS, () => pending.flushLog()),
      () => world.logs?.() ?? true,
    );
    room.traffic = this.#limits.traffic?.(world.now());
    if (mallory) corrupt(room, world, this.#budget);
    this.#rooms.set(name, room);
    return room;
  }

  /** Keeps an operator's seat until then; when nobody has come back to it, the relay of the room is honest again. */
  vacate(room: Room, operator: Operator, until: number): void {
    operator.port = undefined;
    operator.reservedUntil = until;
    const release = () => {
      if (room.operator !== operator || operator.port) return;
      room.operator = undefined;
      room.mallory?.release();
      this.onVacant?.();
      this.forget(room);
    };
    const wait = until - this.#world.now();
    if (wait > 0) this.#world.later(wait, release);
    else release();
  }

  /**
   * A name has been kept for long enough, whatever the clock says: it may have gone back meanwhile.
   * @param until - tells this absence from a later one, which has a timer of its own
   */
  expire(room: Room, member: Member, until: number): void {
    if (member.reservedUntil === until) member.reservedUntil = 0;
    this.forget(room);
  }

  /** Lets go of a room in which nobody is left. */
  forget(room: Room): void {
    if (this.#rooms.get(room.name) !== room || !room.isOver(this.#world.now())) return;
    this.#rooms.delete(room.name);
    room.close();
  }

  freeze(): FrozenRoom[] {
    return Array.from(this.#rooms.values(), (room) => room.freeze());
  }
}

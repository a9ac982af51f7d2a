// Who sits where: rooms of two, a third one in the server's chair when the class is odd, and nobody alone.
import { ClassError } from './class-error.ts';
import { skeletonsOf } from './pseudonym.ts';
import type { Chair, ClassStage } from './wire.ts';

const MAX_SEATS = 1_000;

export interface ClassSeat {
  readonly id: string;
  readonly pseudonym: string;
  /** of the secret that proves the seat to be one's own */
  readonly secretHash: string;
  room: ClassRoom;
  chair: Chair;
  /** whether its student has ever written, voted, handed in, or had a notebook kept */
  acted: boolean;
}

/** What a teacher may set in a room. */
export interface RoomSettings {
  stage: ClassStage | undefined;
  /** counts the orders of a stage, so that a page obeys each of them once */
  ordered: number;
  frozen: boolean;
  maliceAllowed: boolean;
  note: { readonly text: string; readonly at: number } | undefined;
}

export interface ClassRoom extends RoomSettings {
  /** cannot be guessed */
  readonly code: string;
  /** from 1, as the class counts its rooms */
  readonly number: number;
  readonly seats: Map<Chair, ClassSeat>;
}

/** A room at rest. */
export type FrozenRoom = RoomSettings & Pick<ClassRoom, 'code' | 'number'>;

/** A seat at rest. */
export interface FrozenSeat {
  readonly id: string;
  readonly pseudonym: string;
  readonly secretHash: string;
  readonly room: string;
  readonly chair: Chair;
  /** absent where not */
  readonly acted?: boolean;
}

/** Who was moved, and the rooms that they left for it: whoever is still there has one neighbour less. */
export interface Moves {
  readonly moved: readonly ClassSeat[];
  readonly left: readonly ClassRoom[];
}

type Newcomer = Pick<ClassSeat, 'id' | 'pseudonym' | 'secretHash'> & { readonly acted?: boolean };

const NOBODY: Moves = { moved: [], left: [] };

const isFree = (room: ClassRoom, chair: Chair) => !room.seats.has(chair);

export class Roster {
  readonly rooms = new Map<string, ClassRoom>();
  readonly seats = new Map<string, ClassSeat>();
  /** what a new room begins with */
  readonly defaults: RoomSettings;
  readonly #newCode: () => string;
  readonly #taken = new Map<string, ClassSeat>();
  #numbered = 0;

  /** @param newCode - makes the name of a room, never the same twice */
  constructor(newCode: () => string, defaults: RoomSettings) {
    this.#newCode = newCode;
    this.defaults = defaults;
  }

  isFull(): boolean {
    return this.seats.size >= MAX_SEATS;
  }

  /** Whether somebody has this pseudonym, or one that looks like it. */
  isTaken(pseudonym: string): boolean {
    return skeletonsOf(pseudonym).some((skeleton) => this.#taken.has(skeleton));
  }

  /**
   * Gives somebody new a seat. First with those who need company and are there: beside one who is alone, or in the place of a
   * third, who comes along. Then beside one who is alone and away, who may come back; then as a third, rather where one is left
   * by the other; and with a third who is away, or in a new room, only where there is nothing else: names whose students never
   * come must not keep the others from each other.
   * @param isAround - whether somebody is there, or will be in a moment
   * @returns the seat, and who was moved for it
   * @throws ClassError `PSEUDONYM_TAKEN`, `CLASS_FULL`
   */
  join(who: Newcomer, isAround: (seat: ClassSeat) => boolean): { seat: ClassSeat } & Moves {
    if (this.isFull()) throw new ClassError('CLASS_FULL');
    if (this.isTaken(who.pseudonym)) throw new ClassError('PSEUDONYM_TAKEN');
    const rooms = [...this.rooms.values()];
    const around = (room: ClassRoom) => [...room.seats.values()].filter(isAround).length;
    const open = rooms.filter((room) => isFree(room, 'gauche') || isFree(room, 'droite'));
    const waiting = open.find((room) => around(room) > 0);
    if (waiting) return { seat: this.#beside(who, waiting), ...NOBODY };
    const third = this.#thirds().findLast(isAround);
    if (third) return this.#withThird(who, third);
    if (open[0]) return { seat: this.#beside(who, open[0]), ...NOBODY };
    const hosts = rooms.filter((room) => isFree(room, 'serveur'));
    const host =
      hosts.find((room) => around(room) === 1) ?? hosts.find((room) => around(room) > 0) ?? hosts[0];
    if (host) return { seat: this.#add(who, host, 'serveur'), ...NOBODY };
    const absent = this.#thirds().at(-1);
    if (absent) return this.#withThird(who, absent);
    return { seat: this.#add(who, this.#newRoom(), 'gauche'), ...NOBODY };
  }

  /**
   * Moves somebody to a chair. Who sits there takes the place that becomes free.
   * @param code - of the room; undefined for a new one
   * @returns who was moved
   * @throws ClassError `NO_SUCH_SEAT`
   */
  move(id: string, code: string | undefined, chair: Chair): readonly ClassSeat[] {
    const seat = this.seats.get(id);
    const room = code === undefined ? this.#newRoom() : this.rooms.get(code);
    if (!seat || !room) throw new ClassError('NO_SUCH_SEAT');
    const { room: left, chair: freed } = seat;
    const other = room.seats.get(chair);
    if (other === seat) return [];
    left.seats.delete(freed);
    if (other) {
      room.seats.delete(chair);
      this.#put(other, left, freed);
    }
    this.#put(seat, room, chair);
    return other ? [seat, other] : [seat];
  }

  /**
   * Forgets students: their pseudonyms are free again. Whoever would stay alone gets company, if a third sits anywhere, or if
   * another one stays alone.
   * @returns who was moved for it
   */
  remove(gone: readonly ClassSeat[]): Moves {
    for (const { id, room, chair, pseudonym } of gone) {
      this.seats.delete(id);
      room.seats.delete(chair);
      for (const skeleton of skeletonsOf(pseudonym)) this.#taken.delete(skeleton);
    }
    const moved = new Set<ClassSeat>();
    const former = new Set<ClassRoom>();
    const put = (seat: ClassSeat, room: ClassRoom) => {
      former.add(seat.room);
      this.#put(seat, room, isFree(room, 'gauche') ? 'gauche' : 'droite');
      moved.add(seat);
    };
    const left = new Set(gone.filter(({ chair }) => chair !== 'serveur').map(({ room }) => room));
    for (const room of left) {
      const own = room.seats.get('serveur');
      if (own) put(own, room);
    }
    const isAlone = ({ seats }: ClassRoom) => seats.size === 1;
    for (const room of left) {
      if (!isAlone(room)) continue;
      const [other] = [...left].find((each) => each !== room && isAlone(each))?.seats.values() ?? [];
      const company = this.#thirds().at(-1) ?? other;
      if (company) put(company, room);
    }
    return { moved: [...moved], left: [...former] };
  }

  /** Lets go of the rooms in which nobody has a seat. @returns them */
  dropEmptyRooms(): readonly ClassRoom[] {
    const empty = [...this.rooms.values()].filter(({ seats }) => seats.size === 0);
    for (const { code } of empty) this.rooms.delete(code);
    return empty;
  }

  freezeRooms(): readonly FrozenRoom[] {
    return Array.from(this.rooms.values(), ({ seats, ...rest }) => rest);
  }

  freezeSeat({ id, pseudonym, secretHash, room, chair, acted }: ClassSeat): FrozenSeat {
    return { id, pseudonym, secretHash, room: room.code, chair, ...(acted ? { acted } : {}) };
  }

  /** Restores rooms and seats. A seat whose chair is gone or taken, as after a crash between two savings, gets another one. */
  thaw(rooms: readonly FrozenRoom[], seats: readonly FrozenSeat[]): void {
    for (const room of rooms) this.rooms.set(room.code, { ...room, seats: new Map() });
    this.#numbered = Math.max(0, ...rooms.map(({ number }) => number));
    const lost: FrozenSeat[] = [];
    for (const seat of seats) {
      const room = this.rooms.get(seat.room);
      if (room && isFree(room, seat.chair)) this.#add(seat, room, seat.chair);
      else lost.push(seat);
    }
    for (const seat of lost) this.join(seat, () => true);
    this.dropEmptyRooms();
  }

  #thirds(): readonly ClassSeat[] {
    return [...this.rooms.values()].flatMap(({ seats }) => seats.get('serveur') ?? []);
  }

  #newRoom(): ClassRoom {
    this.#numbered += 1;
    const room = { ...this.defaults, code: this.#newCode(), number: this.#numbered, seats: new Map() };
    this.rooms.set(room.code, room);
    return room;
  }

  #beside(who: Newcomer, room: ClassRoom): ClassSeat {
    return this.#add(who, room, isFree(room, 'gauche') ? 'gauche' : 'droite');
  }

  #withThird(who: Newcomer, third: ClassSeat): { seat: ClassSeat } & Moves {
    const { room: left } = third;
    const room = this.#newRoom();
    this.#put(third, room, 'gauche');
    return { seat: this.#add(who, room, 'droite'), moved: [third], left: [left] };
  }

  #add({ id, pseudonym, secretHash, acted = false }: Newcomer, room: ClassRoom, chair: Chair): ClassSeat {
    const seat = { id, pseudonym, secretHash, room, chair, acted };
    this.seats.set(id, seat);
    room.seats.set(chair, seat);
    for (const skeleton of skeletonsOf(pseudonym)) this.#taken.set(skeleton, seat);
    return seat;
  }

  #put(seat: ClassSeat, room: ClassRoom, chair: Chair): void {
    if (seat.room.seats.get(seat.chair) === seat) seat.room.seats.delete(seat.chair);
    seat.room = room;
    seat.chair = chair;
    room.seats.set(chair, seat);
  }
}

// Brings the relay's rooms in line with the lesson: who may sit where, and who has to go.
import type { Connection } from '../connection.ts';
import type { LogLine, Observe, Operate, Register } from '../protocol.ts';
import { RelayError } from '../refusal.ts';
import type { Lesson } from './lesson.ts';
import type { RelayRooms } from './relay-rooms.ts';
import type { ClassRoom, ClassSeat } from './roster.ts';
import type { RoomView } from './wire.ts';

export class RoomKeys {
  readonly #lesson: Lesson;
  readonly #rooms: RelayRooms;
  readonly #onLog: (room: number, lines: readonly LogLine[]) => void;
  readonly #opened = new Set<string>();
  /** where each seat was when the relay's rooms were last brought in line */
  readonly #places = new Map<string, { readonly room: string; readonly chair: string }>();
  /** who asked for a server's chair on a connection */
  readonly #operators = new WeakMap<object, ClassSeat | 'teacher'>();

  /** @param onLog - gets the log of every room, by its number */
  constructor(lesson: Lesson, rooms: RelayRooms, onLog: (room: number, lines: readonly LogLine[]) => void) {
    this.#lesson = lesson;
    this.#rooms = rooms;
    this.#onLog = onLog;
  }

  /**
   * @returns `owner` for the one whose place it is, whoever sits there now
   * @throws RelayError `FORBIDDEN`
   */
  admit(connection: Connection, envelope: Register | Observe | Operate): 'owner' | 'guest' {
    const { pass = '', room: code } = envelope;
    const { ended, roster } = this.#lesson;
    const room = roster.rooms.get(code);
    const isTeacher = this.#lesson.isTeacher(pass);
    const seat = this.#lesson.seatOf(pass);
    if (ended || !room || !(isTeacher || seat?.room === room)) throw new RelayError('FORBIDDEN');
    if (envelope.type === 'register') {
      if (seat?.chair === envelope.user) return 'owner';
    } else if (isTeacher) {
      if (envelope.type === 'operate') this.#operators.set(connection, 'teacher');
      return 'owner';
    } else if (envelope.type === 'operate' && seat && room.maliceAllowed) {
      // The server's chair of a trio is the third's, who takes it from a neighbour, but not from the teacher.
      const isOwn = seat.chair === 'serveur' && this.#operatorOf(room) !== 'teacher';
      this.#operators.set(connection, seat);
      return isOwn ? 'owner' : 'guest';
    }
    throw new RelayError('FORBIDDEN');
  }

  /** Opens and closes rooms, and takes from everybody the places that are not theirs any more. */
  settle(): void {
    const { roster, ended } = this.#lesson;
    for (const [id, place] of this.#places) {
      const seat = roster.seats.get(id);
      if (seat?.room.code === place.room && seat.chair === place.chair) continue;
      this.#places.delete(id);
      this.#rooms.evict(place.room, place.chair);
    }
    for (const { code } of roster.dropEmptyRooms()) this.#close(code);
    for (const room of roster.rooms.values()) {
      if (ended) this.#close(room.code);
      else this.#open(room);
      this.#rooms.pauseRoom(room.code, room.frozen);
      this.#unseatOperator(room);
    }
    for (const { id, room, chair } of roster.seats.values()) this.#places.set(id, { room: room.code, chair });
  }

  /** How many lines the log of a room has. */
  linesOf({ code }: ClassRoom): number {
    return this.#rooms.trafficOf(code).lines;
  }

  /** What goes on in a room, for the teacher. */
  traffic(room: ClassRoom): Pick<RoomView, 'operator' | 'messages'> {
    const { messages } = this.#rooms.trafficOf(room.code);
    const who = this.#operatorOf(room);
    return { messages, operator: who === undefined ? 'none' : who === 'teacher' ? who : 'student' };
  }

  #operatorOf({ code }: ClassRoom): ClassSeat | 'teacher' | undefined {
    const { operator } = this.#rooms.trafficOf(code);
    return operator && this.#operators.get(operator);
  }

  #open({ code, number }: ClassRoom): void {
    if (this.#opened.has(code)) return;
    this.#opened.add(code);
    this.#rooms.openRoom(code, (lines) => this.#onLog(number, lines));
  }

  #close(code: string): void {
    if (this.#opened.delete(code)) this.#rooms.closeRoom(code);
  }

  /** Takes the server's chair from a student who may not sit there any more. */
  #unseatOperator(room: ClassRoom): void {
    const who = this.#operatorOf(room);
    if (who === undefined || who === 'teacher') return;
    const stays = room.maliceAllowed && who.room === room && this.#lesson.roster.seats.get(who.id) === who;
    if (!stays) this.#rooms.evictOperator(room.code);
  }
}

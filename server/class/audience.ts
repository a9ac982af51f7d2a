// Who listens to a class, and what each of them is told of it.
import type { Connection } from '../connection.ts';
import { CLOSE } from '../protocol.ts';
import type { Attendance } from './attendance.ts';
import type { ClassError } from './class-error.ts';
import { Journals } from './journals.ts';
import type { Lesson } from './lesson.ts';
import type { RoomKeys } from './room-keys.ts';
import type { ClassRoom, ClassSeat } from './roster.ts';
import type { ClassDelivery, Mark, RoomLines, RoomView } from './wire.ts';

export type Role =
  | { readonly kind: 'student'; readonly seat: ClassSeat }
  | { readonly kind: 'teacher' }
  | { readonly kind: 'projector' };

/** What the audience is told besides the lesson. */
export interface AudienceWorld {
  /** runs something once, after so many milliseconds */
  later(milliseconds: number, run: () => void): void;
  /** the workbook's address as others reach it, once the server listens */
  home(): string | undefined;
  /** opens the sealed answers; undefined where they are not sealed */
  readonly passphrase: string | undefined;
}

const VIEWS_MS = 250;
/** A moment that nobody sees. Whatever happens to a student within it is told once, to each open page. */
const STUDENTS_MS = 50;

export class Audience {
  readonly #lesson: Lesson;
  readonly #attendance: Attendance;
  readonly #keys: RoomKeys;
  readonly #world: AudienceWorld;
  readonly #isKept: () => boolean;
  readonly #journals = new Journals();
  readonly #roles = new Map<Connection, Role>();
  #viewsDue = false;
  readonly #due = new Set<ClassSeat>();

  /** @param isKept - whether what has changed could be kept */
  constructor(
    lesson: Lesson,
    attendance: Attendance,
    keys: RoomKeys,
    world: AudienceWorld,
    isKept: () => boolean,
  ) {
    this.#lesson = lesson;
    this.#attendance = attendance;
    this.#keys = keys;
    this.#world = world;
    this.#isKept = isKept;
  }

  roleOf(connection: Connection): Role | undefined {
    return this.#roles.get(connection);
  }

  /** From now on this connection hears what those of its role hear. */
  add(connection: Connection, role: Role): void {
    this.#roles.set(connection, role);
    if (role.kind === 'teacher') tell(connection, this.#overview());
    if (role.kind !== 'projector') return;
    tell(connection, this.#projection());
    tell(connection, { type: 'room_log', logs: this.#journals.logs() });
  }

  /** @returns what it was */
  remove(connection: Connection): Role | undefined {
    const role = this.#roles.get(connection);
    this.#roles.delete(connection);
    return role;
  }

  /** Lines of a room's log, for the projectors. */
  project(extract: RoomLines): void {
    this.#journals.add(extract);
    this.#tellAll('projector', () => ({ type: 'room_log', logs: [extract] }));
  }

  /** Marks a moment in the logs of rooms. */
  mark(rooms: Iterable<ClassRoom>, moment: Pick<Mark, 'what' | 'at' | 'everywhere'>): void {
    for (const room of rooms)
      this.#journals.mark({ room: room.number, after: this.#keys.linesOf(room), ...moment });
  }

  tellRoom({ seats }: ClassRoom): void {
    for (const seat of seats.values()) this.tellStudent(seat);
  }

  /** Tells a student's pages how things stand, together with whatever else changes in a moment. */
  tellStudent(seat: ClassSeat): void {
    const isFirst = this.#due.size === 0;
    this.#due.add(seat);
    if (!isFirst) return;
    this.#world.later(STUDENTS_MS, () => {
      const due = [...this.#due];
      this.#due.clear();
      for (const each of due) {
        const pages = this.#attendance.connections(each.id);
        const frame = pages.length === 0 ? '' : this.#newsFor(each);
        for (const page of pages) page.send(frame);
      }
    });
  }

  /** Tells a page that has just come, without waiting. */
  greet(connection: Connection, seat: ClassSeat): void {
    connection.send(this.#newsFor(seat));
  }

  /** Tells teachers and projectors, a few times a second at most. */
  tellViews(): void {
    if (this.#viewsDue) return;
    this.#viewsDue = true;
    this.#world.later(VIEWS_MS, () => {
      this.#viewsDue = false;
      this.#tellAll('teacher', () => this.#overview());
      this.#tellAll('projector', () => this.#projection());
    });
  }

  #newsFor(seat: ClassSeat): string {
    const { wantsHelp } = this.#attendance.activity(seat.id);
    const news: ClassDelivery = {
      type: 'class',
      class: this.#lesson.state(seat),
      room: { ...this.#lesson.roomState(seat, this.#attendance.isPresent), wantsHelp },
    };
    return JSON.stringify(news);
  }

  /** @param make - is called when somebody is there to hear it */
  #tellAll(kind: Role['kind'], make: () => ClassDelivery): void {
    let frame: string | undefined;
    for (const [connection, role] of this.#roles) {
      if (role.kind !== kind) continue;
      frame ??= JSON.stringify(make());
      connection.send(frame);
    }
  }

  #overview(): ClassDelivery {
    const { joinCode, projectorSecret, roster } = this.#lesson;
    return {
      type: 'overview',
      class: this.#lesson.state(),
      rooms: Array.from(roster.rooms.values(), (room) => this.#viewOf(room)),
      joinCode,
      projector: projectorSecret,
      home: this.#world.home(),
      passphrase: this.#world.passphrase,
      kept: this.#isKept(),
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
      seats: Array.from(seats.values(), (seat) => this.#attendance.view(seat)),
    };
  }

  #projection(): ClassDelivery {
    return {
      type: 'projection',
      class: this.#lesson.state(),
      rooms: Array.from(this.#lesson.roster.rooms.values(), ({ number }) => number),
      marks: this.#journals.marks,
      home: this.#world.home(),
    };
  }
}

export function tell(connection: Connection, delivery: ClassDelivery): void {
  connection.send(JSON.stringify(delivery));
}

/** Says why something is not done. Who has guessed once too often is shown the door. */
export function refuse(connection: Connection, { code, message }: ClassError): void {
  connection.refused(code);
  tell(connection, { type: 'refused', code, reason: message });
  if (code === 'TOO_MANY_TRIES') connection.close(CLOSE.POLICY_VIOLATION, 'too many tries');
}

// Who is there, and what each one's page says of itself: where it is, whether help is wanted, when it last did something.
import type { Connection } from '../connection.ts';
import type { ClassSeat } from './roster.ts';
import type { SeatView, Status } from './wire.ts';

/** Pages of one student that the class speaks with at a time. Each gets all news, so that they must not become many. */
const MOST_LINES = 12;

/** Whoever has gone is about to come back for so long: from one page to the next, or after a restart of the server. */
const COMES_BACK_MS = 15_000;

interface Activity {
  status: Pick<Status, 'question' | 'stage'>;
  wantsHelp: boolean;
  activeAt: number;
}

export class Attendance {
  /** of each seat the one that has said nothing for longest first */
  readonly #connections = new Map<string, Set<Connection>>();
  readonly #activities = new Map<string, Activity>();
  /** when each seat last handed in, in milliseconds from 1970 UTC */
  readonly handedIn = new Map<string, number>();
  readonly #openedAt: number;

  /** @param now - milliseconds from 1970 UTC, as everywhere here */
  constructor(now: number) {
    this.#openedAt = now;
  }

  /** @returns the line that has to go for this one, if there is one too many */
  arrive({ id }: ClassSeat, connection: Connection, now: number): Connection | undefined {
    const connections = this.#connections.get(id) ?? new Set();
    this.#connections.set(id, connections.add(connection));
    this.activity(id).activeAt = now;
    const [silent] = connections;
    if (connections.size <= MOST_LINES || !silent) return undefined;
    connections.delete(silent);
    return silent;
  }

  leave({ id }: ClassSeat, connection: Connection, now: number): void {
    const connections = this.#connections.get(id);
    if (!connections?.delete(connection) || connections.size > 0) return;
    this.#connections.delete(id);
    this.activity(id).activeAt = now;
  }

  /** Forgets a student, whose pages stay open until they are told. @returns the lines to them */
  forget(id: string): readonly Connection[] {
    const connections = this.connections(id);
    this.#connections.delete(id);
    this.#activities.delete(id);
    this.handedIn.delete(id);
    return connections;
  }

  /** Whether a student has left anything here: written, voted, handed in, or had a notebook kept. */
  hasActed = ({ id, acted }: ClassSeat): boolean => acted || this.handedIn.has(id);

  isPresent = ({ id }: ClassSeat): boolean => this.#connections.has(id);

  /** When a student was last there, or did anything; of one who has not come back yet, when the server started. */
  lastSeen({ id }: ClassSeat): number {
    return Math.max(this.#openedAt, this.#activities.get(id)?.activeAt ?? 0);
  }

  /** Whether somebody is there, or has just gone and will be back. */
  isAround(seat: ClassSeat, now: number): boolean {
    return this.isPresent(seat) || now - this.lastSeen(seat) < COMES_BACK_MS;
  }

  connections(id: string): readonly Connection[] {
    return [...(this.#connections.get(id) ?? [])];
  }

  /** A page of a student has said something. */
  spoke({ id }: ClassSeat, connection: Connection, now: number): Activity {
    const connections = this.#connections.get(id);
    if (connections?.delete(connection)) connections.add(connection);
    const activity = this.activity(id);
    activity.activeAt = now;
    return activity;
  }

  activity(id: string): Activity {
    const known = this.#activities.get(id);
    if (known) return known;
    const activity = { status: { question: undefined, stage: undefined }, wantsHelp: false, activeAt: 0 };
    this.#activities.set(id, activity);
    return activity;
  }

  /** A student as the teacher sees him. */
  view(seat: ClassSeat): SeatView {
    const { status, wantsHelp } = this.activity(seat.id);
    return {
      id: seat.id,
      pseudonym: seat.pseudonym,
      chair: seat.chair,
      present: this.isPresent(seat),
      acted: this.hasActed(seat),
      ...status,
      wantsHelp,
      activeAt: this.lastSeen(seat),
      handedInAt: this.handedIn.get(seat.id),
    };
  }
}

// Who is there, and what each one's page says of itself: where it is, whether help is wanted, when it last did something.
import type { Connection } from '../connection.ts';
import type { ClassSeat } from './roster.ts';
import type { SeatView, Status } from './wire.ts';

interface Activity {
  status: Pick<Status, 'question' | 'stage'>;
  wantsHelp: boolean;
  activeAt: number;
  acted: boolean;
}

export class Attendance {
  readonly #connections = new Map<string, Set<Connection>>();
  readonly #activities = new Map<string, Activity>();
  /** when each seat last handed in, in milliseconds from 1970 UTC */
  readonly handedIn = new Map<string, number>();

  arrive({ id }: ClassSeat, connection: Connection, now: number): void {
    const connections = this.#connections.get(id) ?? new Set();
    this.#connections.set(id, connections.add(connection));
    this.activity(id).activeAt = now;
  }

  leave({ id }: ClassSeat, connection: Connection): void {
    const connections = this.#connections.get(id);
    connections?.delete(connection);
    if (connections?.size === 0) this.#connections.delete(id);
  }

  /** Forgets a student, whose pages stay open until they are told. @returns the lines to them */
  forget(id: string): readonly Connection[] {
    const connections = this.connections(id);
    this.#connections.delete(id);
    this.#activities.delete(id);
    this.handedIn.delete(id);
    return connections;
  }

  /** Whether a student has done anything but come: looked at a question, written, voted, called or handed in. */
  hasActed({ id }: ClassSeat): boolean {
    return this.handedIn.has(id) || this.#activities.get(id)?.acted === true;
  }

  isPresent = ({ id }: ClassSeat): boolean => this.#connections.has(id);

  connections(id: string): readonly Connection[] {
    return [...(this.#connections.get(id) ?? [])];
  }

  /** A student does something. */
  act(id: string, now: number): Activity {
    const activity = this.activity(id);
    activity.activeAt = now;
    activity.acted = true;
    return activity;
  }

  activity(id: string): Activity {
    const known = this.#activities.get(id);
    if (known) return known;
    const activity = {
      status: { question: undefined, stage: undefined },
      wantsHelp: false,
      activeAt: 0,
      acted: false,
    };
    this.#activities.set(id, activity);
    return activity;
  }

  /** A student as the teacher sees him. */
  view(seat: ClassSeat): SeatView {
    const { status, wantsHelp, activeAt } = this.activity(seat.id);
    return {
      id: seat.id,
      pseudonym: seat.pseudonym,
      chair: seat.chair,
      present: this.isPresent(seat),
      ...status,
      wantsHelp,
      activeAt,
      handedInAt: this.handedIn.get(seat.id),
    };
  }
}

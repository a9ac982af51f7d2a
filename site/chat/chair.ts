// The server's chair of a bench: who sits in it, and what the page learns there.
import { type Signal, signal } from '@preact/signals';
import type { Connect } from './link.ts';
import { Operator, type OperatorSeat } from './operator.ts';
import { type ServerLog, withLines, withoutMessages } from './server-log.ts';
import { type Timeline, withOrigin, withoutNumbers, withSeen } from './timeline.ts';

/** The parts of a bench that are written to from the chair. */
interface Written {
  readonly timeline: Signal<Timeline>;
  readonly log: Signal<ServerLog>;
  readonly users: Signal<readonly string[]>;
}

export class Chair {
  /** undefined while the reader does not sit there */
  readonly operator: Signal<Operator | undefined> = signal();
  readonly #written: Written;
  /** of what message a delivered one was made, by their numbers */
  readonly #origins = new Map<number, number>();
  #sitAgain = () => {};

  constructor(written: Written) {
    this.#written = written;
  }

  /** @param alone - whether nobody else in this page brings the room's log, and the names of those in it */
  sit(seat: OperatorSeat, connect: Connect, alone: boolean): void {
    const { timeline, log, users } = this.#written;
    const operator = new Operator(seat, connect, {
      users: (present) => {
        if (alone) users.value = present;
      },
      log: (lines) => {
        if (alone) log.value = withLines(log.value, lines);
      },
      seen: (messages) => {
        timeline.value = withSeen(timeline.value, messages);
      },
      handedOut: (of, as) => {
        this.#origins.set(as, of);
        timeline.value = withOrigin(timeline.value, of, as);
      },
      forgotten: () => {
        this.#origins.clear();
        if (!alone) return;
        timeline.value = withoutNumbers(timeline.value);
        log.value = withoutMessages(log.value);
      },
    });
    this.operator.value = operator;
    this.#sitAgain = () => this.sit(operator.seat, connect, alone);
  }

  /** Takes the place back that another page has taken, or asks once more for one that was refused. */
  sitAgain(): void {
    this.rise();
    this.#sitAgain();
  }

  /** Leaves the chair: the relay is honest again. */
  rise(): void {
    this.operator.value?.leave();
    this.operator.value = undefined;
  }

  /** Forgets what belongs to a room that the page leaves. */
  forget(): void {
    this.#origins.clear();
  }

  /** The number of the message that a delivered one was made of: its own, where nothing else is known. */
  originOf(seq: number): number {
    return this.#origins.get(seq) ?? seq;
  }

  /** Puts a message back that the relay still remembers, and the timeline perhaps no more. */
  recall(seq: number): void {
    const { timeline } = this.#written;
    const seen = this.operator.value?.seen.value.filter((one) => one.seq === seq) ?? [];
    timeline.value = withSeen(timeline.value, seen);
  }
}

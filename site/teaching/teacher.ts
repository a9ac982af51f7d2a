// The teacher of a lesson: what this page knows of the class, and the orders that it gives.
import { type Signal, signal } from '@preact/signals';
import type { ClassDelivery, Order } from '#server/class/wire.ts';
import type { Connect } from '../chat/link.ts';
import { type ClassNews, type ClassSocket, classSocket } from '../class/class-socket.ts';

export type Overview = Extract<ClassDelivery, { type: 'overview' }>;

/** Where this page stands with the class. */
export type Standing =
  | 'connecting'
  | 'present'
  /** the line is down, and is tried again */
  | 'lost'
  /** the secret opens nothing here */
  | 'refused'
  /** this address has tried too many wrong ones */
  | 'tooMany';

/** What became of the last order; `turn` tells two of the same apart. */
export type Told =
  | { readonly turn: number; readonly done: Order }
  | { readonly turn: number; readonly refused: Extract<ClassNews, { type: 'refused' }>['code'] }
  | { readonly turn: number; readonly offline: true };

export class Teacher {
  readonly overview: Signal<Overview | undefined> = signal();
  readonly standing: Signal<Standing> = signal('connecting');
  readonly told: Signal<Told | undefined> = signal();
  readonly #socket: ClassSocket;
  /** the orders on their way: the class answers them one by one */
  #given: Order[] = [];
  #turn = 0;

  constructor(connect: Connect, secret: string) {
    this.#socket = classSocket(connect, () => ({ type: 'teach', secret }), {
      hear: (news) => this.#hear(news),
      lost: (_, again) => {
        this.#given = [];
        if (this.overview.value) this.standing.value = again ? 'lost' : 'refused';
      },
    });
  }

  /** Gives an order; `told` says what became of it. */
  lead(order: Order): void {
    if (this.#socket.say({ type: 'lead', order }) && this.standing.value === 'present')
      this.#given.push(order);
    else this.told.value = { turn: this.#nextTurn(), offline: true };
  }

  close(): void {
    this.#socket.close();
  }

  #nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  #hear(news: ClassNews): void {
    if (news.type === 'overview') {
      this.standing.value = 'present';
      this.overview.value = news;
    } else if (news.type === 'done') {
      const done = this.#given.shift();
      if (done) this.told.value = { turn: this.#nextTurn(), done };
    } else if (news.type === 'refused' && this.standing.value === 'present') {
      this.#given.shift();
      this.told.value = { turn: this.#nextTurn(), refused: news.code };
    } else if (news.type === 'refused') {
      // Who is not let in does not knock again: tries are counted.
      this.standing.value = news.code === 'TOO_MANY_TRIES' ? 'tooMany' : 'refused';
      this.#socket.close();
    }
  }
}

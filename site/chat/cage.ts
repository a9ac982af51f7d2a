// The page's side of the cage: hands messages in, believes little of what comes out, and closes it when it must.
import { type Signal, signal } from '@preact/signals';
import { naiveLine } from '#lab/attacks/log-forging.ts';
import { escapeHtml } from '#lab/attacks/stored-xss.ts';
import { entry, formatLine } from '#server/log.ts';

/** What goes into the cage: a call that it answers with `ready`, or a message that it answers with `shown`. */
export type ToCage = 'hello' | { readonly user: string; readonly text: string; readonly escaping: boolean };

/** All that may come out of it; `executed` where a script calls `alert`. */
export type FromCage = 'ready' | 'shown' | 'executed';

/** Why it was closed: it said too much, its page went elsewhere, or it did not answer. */
export type Closing = 'flooded' | 'left' | 'silent';

/** A message as it was handed in. */
export interface Handed {
  readonly text: string;
  readonly escaping: boolean;
  readonly replayed: boolean;
}

/** What the reader has brought about: for the experiment around the cage. */
export type CageOutcome = 'executed' | 'escaped' | 'forged' | 'replayed' | 'replayedEscaped';

export interface CageWorld {
  later(milliseconds: number, run: () => void): void;
  onOutcome(outcome: CageOutcome): void;
}

/** What comes out of a window: the part of a MessageEvent that is looked at. */
interface Heard {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** Of whom the messages seem to come. */
export const SENDER = 'gauche';

/** How much the cage may say after each message that is handed in. */
export const MOST_HEARD = 100;
/** No word of the replica is longer. */
const MOST_LETTERS = 16;
/** Above it, nobody counts any more. */
export const MOST_EXECUTED = 99;
export const ANSWERS_WITHIN_MS = 5_000;

/** Whether a text means something as HTML. */
export const isMarkup = (text: string) => escapeHtml(text) !== text;

/** Whether a text brings a tag that a naive filter would look for, and that a page which assigns HTML leaves alone. */
export const hasScriptTag = (text: string) => /<script[\s/>]/i.test(text);

/** How many lines of the naive log a text makes. */
export const naiveLinesOf = (text: string) => naiveLine(SENDER, text).split('\n').length;

/** The line of this workbook's own relay for a text. */
export function relayLineOf(text: string): string {
  return formatLine({
    seq: 1,
    at: 0,
    level: 'INFO',
    logger: 'ChatServer',
    text: entry.received(SENDER, text),
  });
}

export class Cage {
  readonly state: Signal<'opening' | 'ready' | Closing> = signal('opening');
  readonly escaping: Signal<boolean> = signal(false);
  /** the messages that the replica says it has shown */
  readonly shown: Signal<readonly Handed[]> = signal([]);
  /** how often a script has run, and how often since the last message was handed in */
  readonly executed: Signal<{ readonly all: number; readonly last: number }> = signal({ all: 0, last: 0 });
  /** counts the replicas: each is a page of its own */
  readonly life: Signal<number> = signal(1);

  readonly #world: CageWorld;
  #window: Pick<Window, 'postMessage'> | undefined;
  #unanswered: readonly Handed[] = [];
  #heard = 0;
  readonly #greetings = { said: 0, returned: 0 };

  constructor(world: CageWorld) {
    this.#world = world;
  }

  /** The frame of a life has loaded a page. The replica loads once: a second page is somewhere else. */
  loaded(life: number, window: Pick<Window, 'postMessage'>): void {
    if (life !== this.life.value) return;
    if (this.#window) {
      this.#close('left');
      return;
    }
    this.#window = window;
    this.#greet();
  }

  /** Something has come from some window. What is in the cage may be anybody's script, so three words are all it can say. */
  hear(heard: Heard): void {
    if (!this.#window || heard.source !== this.#window || heard.origin !== 'null') return;
    this.#heard++;
    if (this.#heard > MOST_HEARD) {
      this.#close('flooded');
      return;
    }
    const { data } = heard;
    // Whatever else there is to say is none of the replica's words, and reading more of it takes its time.
    if (typeof data !== 'string' || data.length > MOST_LETTERS) {
      this.#close('flooded');
      return;
    }
    if (data === 'ready') this.#greeted();
    if (data === 'shown') this.#answered();
    if (data === 'executed') this.#count();
  }

  hand(text: string, replayed = false): void {
    if (this.state.value !== 'ready' || text === '') return;
    const handed = { text, escaping: this.escaping.value, replayed };
    this.#heard = 0;
    this.#unanswered = [...this.#unanswered, handed];
    this.executed.value = { ...this.executed.value, last: 0 };
    this.#post({ user: SENDER, text, escaping: handed.escaping });
    this.#expect(() => !this.#unanswered.includes(handed));
  }

  /** The same message once more, as the escaping now is. */
  replay(): void {
    const last = this.shown.value.at(-1);
    if (last) this.hand(last.text, true);
  }

  /** A new replica, which has seen nothing. */
  restart(): void {
    this.#close('left');
    this.life.value++;
    this.state.value = 'opening';
    this.shown.value = [];
    this.executed.value = { all: 0, last: 0 };
  }

  #post(message: ToCage): void {
    this.#window?.postMessage(message, '*'); // a page without origin has no other address
  }

  #greet(): void {
    const greeting = ++this.#greetings.said;
    this.#post('hello');
    this.#expect(() => this.#greetings.returned >= greeting);
  }

  #greeted(): void {
    if (this.#greetings.returned < this.#greetings.said) this.#greetings.returned++;
    if (this.state.value === 'opening') this.state.value = 'ready';
  }

  #answered(): void {
    const [handed, ...rest] = this.#unanswered;
    if (!handed) return;
    this.#greet(); // what came in the message may keep it busy from now on
    this.#unanswered = rest;
    this.shown.value = [...this.shown.value, handed];
    const { text, escaping, replayed } = handed;
    if (escaping && isMarkup(text)) this.#world.onOutcome('escaped');
    if (naiveLinesOf(text) > 1) this.#world.onOutcome('forged');
    if (replayed) this.#world.onOutcome(escaping ? 'replayedEscaped' : 'replayed');
  }

  #count(): void {
    const { all, last } = this.executed.value;
    this.executed.value = { all: Math.min(all + 1, MOST_EXECUTED), last: last + 1 };
    if (last === 0) this.#world.onOutcome('executed');
  }

  /** Closes the cage, should an answer not come in time: whatever keeps it from answering ends with its page. */
  #expect(isAnswered: () => boolean): void {
    const window = this.#window;
    this.#world.later(ANSWERS_WITHIN_MS, () => {
      if (this.#window === window && !isAnswered()) this.#close('silent');
    });
  }

  #close(why: Closing): void {
    this.#window = undefined;
    this.#unanswered = [];
    this.#heard = 0;
    this.#greetings.returned = this.#greetings.said;
    this.state.value = why;
  }
}

// Question 2: the reader looks for a phrase of his own in three logs, stage by stage.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { StageName } from '#lab/stage.ts';
import { stageNames } from '#lab/stages.ts';
import type { Bench } from '../chat/bench.ts';
import { clientLog, type QuotingLine } from '../chat/client-log.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import type { Message } from '../chat/timeline.ts';
import { once } from './experiment.ts';
import { countIn, lengthsOf, serverLines } from './searching.ts';
import { partnerOf, say, speakerOf } from './sending.ts';

export const LOGS = ['serveur', 'gauche', 'droite'] as const;
export type LogName = (typeof LOGS)[number];

/** A shorter phrase may stand in a log by chance. */
export const LEAST_CHARACTERS = 6;

/** What one log held of a message when it was searched. */
export interface Found {
  /** the lines that speak of the message */
  readonly lines: readonly QuotingLine[];
  readonly content: number;
  readonly metadata: number;
  /** occurrences in lines of other messages: said before, and still there */
  readonly elsewhere: number;
}

/** A search, pinned to be compared with those at other stages. */
export interface Search {
  readonly id: string;
  readonly stage: StageName;
  readonly from: PeerName;
  readonly to: PeerName;
  readonly phrase: string;
  readonly seq: number;
  readonly lengths: { readonly least: number; readonly most: number };
  readonly predicted: ReadonlySet<LogName>;
  /** a log that another page writes is absent */
  readonly found: Readonly<Partial<Record<LogName, Found>>>;
}

/** In clear: the server and the reader have the phrase, the sender's own log has not. */
function isInTwoOfThree({ stage, from, to, found }: Search): boolean {
  const has = (log: LogName) => (found[log]?.content ?? 0) > 0;
  const atReader = found[to] === undefined || has(to); // on another page it cannot be looked at from here
  return stage === 'plaintext' && has('serveur') && !has(from) && atReader;
}

/** At another stage: no word of it at the server, and who wrote to whom all the same. */
const isOnlyAround = ({ stage, found: { serveur } }: Search) =>
  stage !== 'plaintext' && serveur?.content === 0 && serveur.metadata > 0;

export class JournauxTrial {
  readonly bench: Bench;
  readonly phrase: Signal<string> = signal('');
  readonly predicted: Signal<ReadonlySet<LogName>> = signal(new Set());
  /** the searches, the latest of each stage, in the order of the lab */
  readonly pinned: Signal<readonly Search[]> = signal([]);
  /** whether the last try to send has left nothing */
  readonly failed: Signal<boolean> = signal(false);
  readonly goals: ReadonlySignal<readonly { name: 'clear' | 'other'; done: boolean }[]>;
  readonly #sent: Signal<{ readonly id: string; readonly phrase: string } | undefined> = signal();

  constructor(bench: Bench) {
    this.bench = bench;
    const clear = once(computed(() => this.pinned.value.some(isInTwoOfThree)));
    const other = once(computed(() => this.pinned.value.some(isOnlyAround)));
    this.goals = computed(() => [
      { name: 'clear', done: clear() },
      { name: 'other', done: other() },
    ]);
  }

  /** Who writes here: gauche, where this page holds it. */
  get from(): PeerName {
    return speakerOf(this.bench);
  }

  isLongEnough(): boolean {
    return this.phrase.value.trim().length >= LEAST_CHARACTERS;
  }

  async send(): Promise<void> {
    const phrase = this.phrase.value.trim();
    this.predicted.value = new Set();
    this.#sent.value = undefined;
    const id = await say(this.bench, this.from, phrase);
    this.failed.value = id === undefined;
    if (id !== undefined) this.#sent.value = { id, phrase };
  }

  /** The message that the phrase went in. */
  message(): Message | undefined {
    return this.bench.timeline.value.find(({ id }) => id === this.#sent.value?.id);
  }

  /** What has been sent and is not searched for yet: the time to predict. */
  isToPredict(): boolean {
    return this.message() !== undefined && this.search() === undefined;
  }

  /** The lines of a log; undefined where another page writes it. */
  linesOf(log: LogName): readonly QuotingLine[] | undefined {
    const { bench } = this;
    if (log === 'serveur') return serverLines(bench.log.value, bench.timeline.value);
    return bench.peers[log].session.value ? clientLog(log, bench.timeline.value) : undefined;
  }

  /** Whether the server has written of the message: before that there is nothing to be found. */
  isWritten(): boolean {
    const seq = this.message()?.seq;
    return seq !== undefined && (this.linesOf('serveur') ?? []).some(({ message }) => message === seq);
  }

  /** "Am I in the log?": searches all three, and pins what there is. */
  look(): void {
    const message = this.message();
    const sent = this.#sent.value;
    if (!message || !sent || message.seq === undefined) return;
    const { seq, stage, id } = message;
    const found = Object.fromEntries(
      LOGS.flatMap((log) => {
        const lines = this.linesOf(log);
        return lines ? [[log, foundIn(lines, message, sent.phrase)]] : [];
      }),
    );
    const { from } = this;
    const around = {
      from,
      to: partnerOf(from),
      lengths: lengthsOf(message),
      predicted: this.predicted.value,
    };
    const search: Search = { id, stage, seq, phrase: sent.phrase, found, ...around };
    this.pinned.value = [...this.pinned.value.filter((one) => one.stage !== stage), search].sort(
      (a, b) => stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage),
    );
  }

  /** The search for what was sent last. */
  search(): Search | undefined {
    return this.pinned.value.find(({ id }) => id === this.#sent.value?.id);
  }
}

/** The numbers that a message has had: its own, and those of copies that were made of it. */
const numbersOf = ({ seq, receipts }: Message) => new Set([seq, ...receipts.map((receipt) => receipt.seq)]);

function foundIn(all: readonly QuotingLine[], message: Message, phrase: string): Found {
  const numbers = numbersOf(message);
  const lines = all.filter((line) => line.message !== undefined && numbers.has(line.message));
  const others = all.filter((line) => !lines.includes(line));
  return {
    lines,
    content: countIn(lines, phrase, 'content'),
    metadata: countIn(lines, phrase, 'metadata'),
    elsewhere: countIn(others, phrase, 'content'),
  };
}

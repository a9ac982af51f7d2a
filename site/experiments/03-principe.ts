// Question 3: three switches and three pairs of eyes; then what the program's text and the key, once published, change.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Keys, Random } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import { formatLine } from '#server/log.ts';
import type { Bench } from '../chat/bench.ts';
import { Keyring } from '../chat/keyring.ts';
import type { PeerName } from '../chat/relay-choice.ts';
import { once } from './experiment.ts';
import { type Eye, type Holdings, holdingsOf, randomKeys, readersOf, readersWith } from './eyes.ts';
import { say, speakerOf } from './sending.ts';
import { openSession } from './tls-record.ts';

/** What the page proposes that is sent. */
export const TEXT = 'le sujet de l’examen est dans mon tiroir';

/** A shorter text may stand anywhere by chance; a longer one fits no single record. */
export const LEAST_CHARACTERS = 6;
export const MOST_CHARACTERS = 200;

/** How many keys somebody tries who knows the program alone: a few of 2^128. */
export const RANDOM_KEYS = 1000;
const KEY_BYTES = 16;

/** How the switches stand. */
export interface Switches {
  readonly logs: boolean;
  readonly tls: boolean;
  readonly ends: boolean;
}

/** A message that was sent with the switches so, and who could read it. */
export interface Round extends Switches {
  readonly text: string;
  readonly password: string;
  readonly predicted: ReadonlySet<Eye>;
  readonly holdings: Holdings;
  readonly readers: ReadonlySet<Eye>;
}

/** A message that has left, and that the server has not dealt with yet. */
type Pending = Omit<Round, 'holdings' | 'readers'> & { readonly id: string; readonly frame: string };

export type Published = 'code' | 'key';

/** What was published, and who could read then. */
export interface Publication {
  readonly published: Published;
  readonly ends: boolean;
  readonly predicted: ReadonlySet<Eye>;
  readonly readers: ReadonlySet<Eye>;
  /** what was published, for `key`; empty where there is none */
  readonly key: Uint8Array;
}

const NOBODY: ReadonlySet<Eye> = new Set();

const fresh: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export class PrincipeTrial {
  readonly bench: Bench;
  readonly switches: Signal<Switches> = signal({ logs: true, tls: false, ends: false });
  readonly text: Signal<string> = signal(TEXT);
  /** who will read, on sending */
  readonly predicted: Signal<ReadonlySet<Eye>> = signal(NOBODY);
  /** who will read, on publishing */
  readonly predictedThen: Signal<ReadonlySet<Eye>> = signal(NOBODY);
  /** the latest of each combination, in the order in which they were tried */
  readonly rounds: Signal<readonly Round[]> = signal([]);
  readonly publications: Signal<readonly Publication[]> = signal([]);
  readonly failed: Signal<boolean> = signal(false);
  /** whether a key is being made, to be published */
  readonly publishing: Signal<boolean> = signal(false);
  readonly goals: ReadonlySignal<readonly { name: 'nobody' | 'published'; done: boolean }[]>;
  readonly #pending: Signal<Pending | undefined> = signal();
  readonly #keyring: Keyring;
  readonly #stop: () => void;

  constructor(bench: Bench, keyring = new Keyring()) {
    this.bench = bench;
    this.#keyring = keyring;
    const nobody = once(computed(() => this.rounds.value.some(({ readers }) => readers.size === 0)));
    const published = once(computed(() => this.publications.value.length === 4));
    this.goals = computed(() => [
      { name: 'nobody', done: nobody() },
      { name: 'published', done: published() },
    ]);
    this.#stop = effect(() => this.#finish());
  }

  /** Who writes here: droite, where this page holds it. */
  get from(): PeerName {
    return speakerOf(this.bench, 'droite');
  }

  /** Turns switches. The bench follows at once: its log falls silent, its stage changes. */
  turn(change: Partial<Switches>): void {
    this.switches.value = { ...this.switches.value, ...change };
    this.predicted.value = NOBODY;
    this.bench.logs.value = this.switches.value.logs;
    this.#setStage();
  }

  isFit(): boolean {
    const { length } = this.text.value.trim();
    return length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS;
  }

  async send(): Promise<void> {
    const { bench, from } = this;
    const text = this.text.value.trim();
    this.#setStage();
    const setting = { ...this.switches.value, text, predicted: this.predicted.value };
    const password = bench.peers[from].password.value;
    const frames: string[] = [];
    const stopListening = bench.cable.listen((frame) => frames.push(frame));
    const id = await say(bench, from, text).finally(stopListening);
    const frame = frames.find((one) => id !== undefined && JSON.parse(one).id === id);
    this.failed.value = frame === undefined;
    if (id !== undefined && frame !== undefined) this.#pending.value = { ...setting, id, frame, password };
  }

  /** The last message of a kind, in clear or encrypted from end to end. */
  last(ends: boolean): Round | undefined {
    return this.rounds.value.findLast((round) => round.ends === ends);
  }

  /** Publishes something; all three pairs of eyes then try what they can on what they hold of a message. */
  async publish(published: Published, ends: boolean): Promise<void> {
    const round = this.last(ends);
    if (!round || this.publishing.value) return;
    const predicted = this.predictedThen.value;
    const stage = ends ? stages.hazmat : stages.plaintext;
    this.publishing.value = true;
    const keys = await this.#keyring.keysFor(stage, round.password).finally(() => {
      this.publishing.value = false;
    });
    const tried: readonly Keys[] =
      published === 'key' ? [keys] : randomKeys(stage, RANDOM_KEYS, KEY_BYTES, fresh);
    const readers = readersWith(round.holdings, round.text, { stage, keys: ends ? tried : [] });
    const key = published === 'key' ? keys.encryptionKey : new Uint8Array(0);
    const others = this.publications.value.filter((one) => one.published !== published || one.ends !== ends);
    this.publications.value = [...others, { published, ends, predicted, readers, key }];
    this.predictedThen.value = NOBODY;
  }

  end(): void {
    this.#stop();
    this.bench.logs.value = true;
  }

  #setStage(): void {
    const stage = this.switches.value.ends ? 'hazmat' : 'plaintext';
    if (this.bench.stage.value !== stage) this.bench.setStage(stage);
  }

  /** Looks into everybody's hands as soon as the server has dealt with the message, and has written if it writes. */
  #finish(): void {
    const pending = this.#pending.value;
    const message = this.bench.timeline.value.find(({ id }) => id === pending?.id);
    const log = this.bench.log.value;
    if (!pending || message?.seq === undefined) return;
    const entry = log.find((one) => one.kind === 'line' && one.line.message === message.seq);
    const line = entry?.kind === 'line' ? formatLine(entry.line) : undefined;
    if (pending.logs && line === undefined) return;
    const { id, frame, ...setting } = pending;
    const holdings = holdingsOf(frame, setting.tls ? openSession(fresh) : undefined, line);
    const round = { ...setting, holdings, readers: readersOf(holdings, setting.text) };
    this.#pending.value = undefined;
    this.predicted.value = NOBODY;
    this.rounds.value = [...this.rounds.peek().filter((one) => !isSame(one, round)), round];
  }
}

const isSame = (a: Switches, b: Switches) => a.logs === b.logs && a.tls === b.tls && a.ends === b.ends;

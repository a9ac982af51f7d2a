// Question 14: one order, carried out ten times within its time to live; then a memory that stops it, and its loss.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { readTimestamp } from '#lab/stages/fernet.ts';
import { stages } from '#lab/stages.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Bench } from '../chat/bench.ts';
import { secondsAt } from '../chat/clock.ts';
import { toToken } from '../chat/payload.ts';
import { ORDER } from './10-replay.ts';
import { replay } from './captured.ts';
import { beHonest } from './chair.ts';
import { Errands } from './errands.ts';
import { once } from './experiment.ts';
import { arrivals, send } from './post.ts';
import { isForgetful, isRefusedByMemory, isRepeated, type Reading, readingsOf } from './readings.ts';

export { ORDER };

/** The window in which the copies are to be accepted, in seconds: the lab's TTL. */
export const WINDOW_SECONDS = 30;

export const MAX_DELAY_SECONDS = 60;

/** How often the order is to be repeated. */
export const COPIES = 10;

const TICK_MS = 1000;

export class EfficacyTrial {
  readonly bench: Bench;
  readonly errands: Errands;
  /** seconds that the relay waits before it repeats */
  readonly delay: Signal<number> = signal(0);
  /** when the relay will have waited long enough, in milliseconds from 1970 UTC, where nobody can advance the time */
  readonly dueAt: Signal<number> = signal(0);
  readonly goals: ReadonlySignal<readonly { name: 'repeat' | 'memory' | 'restart'; done: boolean }[]>;
  /** every token that droite has got, and each time that she read it */
  readonly readings: ReadonlySignal<ReadonlyMap<string, readonly Reading[]>>;
  /** changes every second, for those who show what time it is */
  readonly #tick: Signal<number> = signal(0);
  readonly #timer = setInterval(() => {
    this.#tick.value += 1;
  }, TICK_MS);

  constructor(bench: Bench) {
    this.bench = bench;
    this.errands = new Errands(bench.time);
    this.readings = computed(() => readingsOf(bench.timeline.value, 'droite'));
    const some = (is: (readings: readonly Reading[]) => boolean) =>
      once(computed(() => [...this.readings.value.values()].some(is)));
    const repeat = some((readings) => isRepeated(readings, COPIES, WINDOW_SECONDS));
    const memory = some((readings) => isRefusedByMemory(readings, COPIES));
    const restart = some(isForgetful);
    this.goals = computed(() => [
      { name: 'repeat', done: repeat() },
      { name: 'memory', done: memory() },
      { name: 'restart', done: restart() },
    ]);
  }

  /** Has gauche give the order, where gauche is in this page. */
  order(): Promise<void> {
    return this.errands.run(async (end) => {
      await beHonest(this.bench, end);
      this.bench.setStage('fernet-ttl');
      const message = await send(this.bench, 'gauche', ORDER);
      if (this.bench.peers.droite.session.value) await arrivals(this.bench, message, 1, end);
    });
  }

  /** The last token of this stage that the relay has seen on its way to droite. */
  captured(): Seen | undefined {
    return this.bench.chair.operator.value?.seen.value.findLast(
      ({ user, message }) => user !== 'droite' && dateIn(message) !== undefined,
    );
  }

  /** The date that it bears, in seconds from 1970 UTC. */
  dateOf({ message }: Seen): number {
    return dateIn(message) ?? 0;
  }

  /** How old it is by droite's clock, in whole seconds. */
  age(captured: Seen): number {
    void this.#tick.value; // time passes, though no signal says so
    const { offset } = this.bench.peers.droite;
    return secondsAt(this.bench.time.now(), offset.value) - this.dateOf(captured);
  }

  /** Seconds until what the relay waits with is handed out. */
  wait(): number {
    void this.#tick.value;
    return Math.max(0, Math.ceil((this.dueAt.value - this.bench.time.now()) / 1000));
  }

  /** What droite made of the captured token, time after time. */
  readingsOfCaptured(): readonly Reading[] {
    const captured = this.captured();
    return (captured && this.readings.value.get(JSON.stringify(captured.message))) ?? [];
  }

  /** How many orders droite has carried out. */
  executed(): number {
    const order = this.readingsOfCaptured().find(({ text }) => text !== undefined)?.text ?? ORDER;
    return [...this.readings.value.values()].flat().filter(({ text }) => text === order).length;
  }

  /**
   * Hands droite the captured token so many times more, after the chosen delay. Where both peers are in this page the
   * time is advanced; where another page has a clock of its own, the relay really waits.
   */
  replay(times: number): void {
    const captured = this.captured();
    if (!captured) return;
    const seconds = this.delay.value;
    if (!this.bench.places.isShared()) {
      this.bench.time.advance(1000 * seconds);
      replay(this.bench, captured, { to: ['droite'], times });
      return;
    }
    if (seconds > 0) this.dueAt.value = this.bench.time.now() + 1000 * seconds;
    // One order each: of several copies of one order, each waits for the one before.
    for (let copy = 0; copy < times; copy++) replay(this.bench, captured, { to: ['droite'], seconds });
  }

  end(): void {
    clearInterval(this.#timer);
    this.errands.end();
  }
}

/** The date that a token of this stage bears, in seconds; undefined for anything else. */
function dateIn(message: Seen['message']): number | undefined {
  const field = stages['fernet-ttl'].fields(toToken(message)).find(({ name }) => name === 'timestamp');
  return field && Number(readTimestamp(field.bytes));
}

// Question 16: the hunt. A flaw counts when it has been shown, and then shown to be closed by its repair.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { toHex } from '#lab/bytes.ts';
import type { Bench } from '../chat/bench.ts';
import { DictionaryRun } from '../chat/dictionary.ts';
import { toToken } from '../chat/payload.ts';
import { FLAWS, type Flaw, isProven, isRepaired, loopsOf } from './flaws.ts';

export interface Card {
  readonly flaw: Flaw;
  readonly proven: boolean;
  /** never before it is proven: a repair repairs what has been shown to be broken */
  readonly repaired: boolean;
}

/** Candidates of the list against a good passphrase: enough to see that it is not among them, in some seconds. */
const TRIED_AGAINST_GOOD = 1_000_000;

export class CritiqueTrial {
  readonly bench: Bench;
  /** the flaw whose card lies open */
  readonly open: Signal<Flaw> = signal('name');
  readonly run: Signal<DictionaryRun | undefined> = signal();
  /** whether droite's window catches what goes wrong in its loop */
  readonly careful: Signal<boolean> = signal(false);
  readonly cards: ReadonlySignal<readonly Card[]>;
  readonly goals: ReadonlySignal<readonly { name: 'prove' | 'repair'; done: boolean }[]>;
  readonly #shown = new Map<string, boolean>();
  /** the password of the last run was drawn by {@link strengthen} */
  readonly #strong: Signal<boolean> = signal(false);

  constructor(bench: Bench) {
    this.bench = bench;
    this.cards = computed(() => FLAWS.map((flaw) => this.#cardOf(flaw)));
    this.goals = computed(() => [
      { name: 'prove', done: this.cards.value.some(({ proven }) => proven) },
      { name: 'repair', done: this.cards.value.some(({ repaired }) => repaired) },
    ]);
  }

  /** What a naive receiver and a careful one make of what has come to droite. */
  loops() {
    return loopsOf(this.bench.timeline.value);
  }

  /** Whether there is a captured Fernet token to try a list on. */
  canCrack(): boolean {
    return this.#captured() !== undefined;
  }

  /** Sets the attacker's list on the last Fernet token of the bench. */
  crack(): void {
    const captured = this.#captured();
    if (!captured) return;
    this.run.value?.stop();
    const options = this.#strong.value ? { count: TRIED_AGAINST_GOOD } : {};
    this.run.value = new DictionaryRun('sha256', toToken(captured.payload), options);
  }

  /** Gives both peers of this page a password of 128 bits from the generator of the system. */
  strengthen(): void {
    this.run.value?.stop();
    const drawn = toHex(crypto.getRandomValues(new Uint8Array(16)));
    for (const peer of Object.values(this.bench.peers)) peer.password.value = drawn;
    this.#strong.value = true;
  }

  end(): void {
    this.run.value?.stop();
  }

  #captured() {
    return this.bench.timeline.value.findLast(({ stage }) => stage === 'fernet' || stage === 'fernet-ttl');
  }

  /** A proof stays a proof, whatever comes after it. */
  #once(name: string, now: boolean): boolean {
    const shown = now || this.#shown.get(name) === true;
    this.#shown.set(name, shown);
    return shown;
  }

  #cardOf(flaw: Flaw): Card {
    const proven = this.#once(`${flaw} proven`, this.#isProven(flaw));
    const repaired = proven && this.#once(`${flaw} repaired`, this.#isRepaired(flaw));
    return { flaw, proven, repaired };
  }

  #isProven(flaw: Flaw): boolean {
    if (flaw === 'password') return !this.#strong.value && this.run.value?.state.value === 'found';
    if (flaw === 'crash') return this.#isSilenced() && !this.careful.value;
    return isProven(flaw, this.bench.timeline.value);
  }

  #isRepaired(flaw: Flaw): boolean {
    if (flaw === 'password') return this.#strong.value && this.run.value?.state.value === 'exhausted';
    if (flaw === 'crash') return this.#isSilenced() && this.careful.value;
    return isRepaired(flaw, this.bench.timeline.value);
  }

  /** Whether a naive receiver has stopped, and a readable message has come after. */
  #isSilenced(): boolean {
    const { naive, careful } = this.loops();
    return naive.stoppedAt !== undefined && careful.shown.length > naive.shown.length;
  }
}

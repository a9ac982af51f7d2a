// Question 13: tokens dated before and after their sending, first guessed at, then sent, until both edges are found.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { deriveBytes } from '#lab/derive.ts';
import { inspect } from '#lab/inspect.ts';
import { fernetTtl } from '#lab/stages/fernet-ttl.ts';
import type { Bench } from '../chat/bench.ts';
import { toToken } from '../chat/payload.ts';
import type { Receipt } from '../chat/session.ts';
import { beHonest } from './chair.ts';
import { type Edges, edgesOf, isSharp, type Tries } from './edges.ts';
import { Errands } from './errands.ts';
import { once } from './experiment.ts';
import { arrivals, levelOut, send } from './post.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The dates that the reader bets on, in seconds from the moment of sending. */
export const BET_DATES = [-120, -45, -31, -30, 0, 31, 90, 120] as const;

/** How far a token may be dated from the moment of its sending, in seconds. */
export const FARTHEST = 120;

/** The date of the question. */
export const BACKDATED = -45;

/** What a widespread belief takes the TTL to be: 30 − 45. */
export const BELIEVED_TTL = -15;

export type Bet = 'accepted' | 'refused';

/** What droite made of two tokens, without being touched in between, and what a droite of the believed TTL would have made. */
export interface Contrast {
  readonly late: Verdict;
  readonly now: Verdict;
  /** droite's TTL, in seconds, at both arrivals */
  readonly ttl: readonly [before: number, after: number];
  readonly believed: { readonly late: Verdict; readonly now: Verdict };
}

export class DatingTrial {
  readonly bench: Bench;
  readonly errands: Errands;
  readonly bets: Signal<ReadonlyMap<number, Bet>> = signal(new Map());
  /** whether the bets stand, and tokens may be sent */
  readonly placed: Signal<boolean> = signal(false);
  /** the date that the next token will bear, in seconds from its sending */
  readonly date: Signal<number> = signal(0);
  readonly tries: Signal<Tries> = signal(new Map());
  /** the date of the last token that arrived */
  readonly last: Signal<number | undefined> = signal();
  readonly contrast: Signal<Contrast | undefined> = signal();
  readonly edges: ReadonlySignal<Edges>;
  readonly goals: ReadonlySignal<readonly { name: 'past' | 'future' | 'contrast'; done: boolean }[]>;

  constructor(bench: Bench) {
    this.bench = bench;
    this.errands = new Errands(bench.time);
    this.edges = computed(() => edgesOf(this.tries.value));
    const past = once(computed(() => isSharp(this.edges.value.past)));
    const future = once(computed(() => isSharp(this.edges.value.future)));
    const contrast = once(
      computed(() => {
        const { value } = this.contrast;
        return value?.late === 'age' && value.now === 'accepted' && value.ttl[0] === value.ttl[1];
      }),
    );
    this.goals = computed(() => [
      { name: 'past', done: past() },
      { name: 'future', done: future() },
      { name: 'contrast', done: contrast() },
    ]);
  }

  bet(date: number, bet: Bet): void {
    if (!this.placed.value) this.bets.value = new Map(this.bets.value).set(date, bet);
  }

  hasBetAll(): boolean {
    return BET_DATES.every((date) => this.bets.value.has(date));
  }

  place(): void {
    this.placed.value = this.hasBetAll();
  }

  /** How many of the bets that were put to the test were right. */
  score(): { readonly right: number; readonly tested: number } {
    const verdicts = BET_DATES.map((date) => ({ date, verdict: this.tries.value.get(date) }));
    const tested = verdicts.filter(({ verdict }) => verdict !== undefined);
    const right = tested.filter(
      ({ date, verdict }) => verdict && this.bets.value.get(date) === betOn(verdict),
    );
    return { right: right.length, tested: tested.length };
  }

  /** Has gauche send a token of the chosen date. @param text - what it says */
  sendDated(text: string): Promise<void> {
    return this.errands.run(async (end) => {
      await beHonest(this.bench, end);
      levelOut(this.bench);
      await this.#send(this.date.value, text, end);
    });
  }

  /** Sends a token dated 45 s back, then one dated now, and leaves droite alone. */
  sendBoth(lateText: string, nowText: string): Promise<void> {
    return this.errands.run(async (end) => {
      const { ttl, password } = this.bench.peers.droite;
      await beHonest(this.bench, end);
      levelOut(this.bench);
      const before = ttl.value;
      const late = await this.#send(BACKDATED, lateText, end);
      const now = await this.#send(0, nowText, end);
      const believed = (receipt: Receipt) => opensWith(BELIEVED_TTL, receipt, password.value);
      this.contrast.value = {
        late: verdictOf(late),
        now: verdictOf(now),
        ttl: [before, ttl.value],
        believed: { late: believed(late), now: believed(now) },
      };
    });
  }

  end(): void {
    this.errands.end();
  }

  /** Moves gauche's clock for as long as a token takes to be sealed, sent and received. */
  async #send(date: number, text: string, end: AbortSignal): Promise<Receipt> {
    const { bench } = this;
    const { offset } = bench.peers.gauche;
    bench.setStage('fernet-ttl');
    offset.value = date;
    try {
      const message = await send(bench, 'gauche', text);
      const [receipt] = await arrivals(bench, message, 1, end);
      if (!receipt || message.now === undefined)
        throw new Error('a message of this page came without a date');
      const bears = message.now - receipt.now;
      this.tries.value = new Map(this.tries.value).set(bears, verdictOf(receipt));
      this.last.value = bears;
      return receipt;
    } finally {
      offset.value = 0;
    }
  }
}

/** What a bet should have been, given what came of it. */
export function betOn(verdict: Verdict): Bet {
  return verdict === 'accepted' ? 'accepted' : 'refused';
}

/** What a receiver of another TTL makes of a token that has come, at the moment at which it came. */
function opensWith(ttl: number, { payload, now }: Receipt, password: string): Verdict {
  const keys = fernetTtl.keys(deriveBytes(fernetTtl.derivation, password));
  return verdictOf(inspect(fernetTtl, toToken(payload), keys, { now, ttl }));
}

// Question 1: the reader draws a message's way, sees the real one, cuts the server off, and becomes a relay that forgets.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Bench } from '../chat/bench.ts';
import type { Message } from '../chat/timeline.ts';
import { once } from './experiment.ts';
import { type ArrowName, compare, type Hop, hopsOf, type Verdict } from './hops.ts';
import { areLostInSilence, type Sending, sendingsOf } from './losses.ts';
import { sitDown } from './seat.ts';
import { canSpeak, partnerOf, say, speakerOf } from './sending.ts';

/** What the page proposes that is sent. */
export const TEXT = 'bonjour droite';
export const CUT_TEXT = 'tu m’entends ?';
export const FOUR_TEXTS = ['un', 'deux', 'trois', 'quatre'];

/** A drawing as it was when a message was sent upon it. */
interface Draught {
  readonly drawn: ReadonlySet<ArrowName>;
  /** the `id` of the message */
  readonly id: string;
}

export class TopologieTrial {
  readonly bench: Bench;
  readonly drawn: Signal<ReadonlySet<ArrowName>> = signal(new Set());
  readonly #sent: Signal<Draught | undefined> = signal();
  readonly goals: ReadonlySignal<readonly { name: 'drawn' | 'cut' | 'lost'; done: boolean }[]>;
  /** the number of the last message before the relay began to forget; undefined while it is honest */
  readonly #honestUntil: Signal<number | undefined> = signal();
  #stopWaiting = () => {};

  constructor(bench: Bench) {
    this.bench = bench;
    const drawn = once(computed(() => this.isRight()));
    const cut = once(computed(() => bench.cable.isCut.value && this.kept() !== undefined));
    const lost = once(computed(() => areLostInSilence(bench)));
    this.goals = computed(() => [
      { name: 'drawn', done: drawn() },
      // Whoever holds the chair alone has nobody write in vain.
      ...(this.canSend() ? [{ name: 'cut' as const, done: cut() }] : []),
      { name: 'lost', done: lost() },
    ]);
  }

  /** Who writes here: gauche, where this page holds it. */
  get from() {
    return speakerOf(this.bench);
  }

  get to() {
    return partnerOf(this.from);
  }

  /** Draws an arrow, or takes it away. What was sent upon another drawing is history then. */
  toggle(name: ArrowName): void {
    const drawn = new Set(this.drawn.value);
    if (!drawn.delete(name)) drawn.add(name);
    this.drawn.value = drawn;
    this.#sent.value = undefined;
  }

  /** Whether somebody can be had write here; else there is only to be looked at what others write. */
  canSend(): boolean {
    return canSpeak(this.bench);
  }

  /** Sends a message, or takes the last one of somebody elsewhere, and holds the drawing against the way that it takes. */
  async send(): Promise<void> {
    const drawn = this.drawn.value;
    const { bench, from } = this;
    const id = this.canSend()
      ? await say(bench, from, bench.peers[from].draft.value || TEXT)
      : bench.timeline.value.findLast((message) => message.from === from)?.id;
    this.#sent.value = id === undefined ? undefined : { drawn, id };
  }

  /** The message that was sent upon the drawing. */
  message(): Message | undefined {
    return this.bench.timeline.value.find(({ id }) => id === this.#sent.value?.id);
  }

  hops(): readonly Hop[] {
    const message = this.message();
    return message ? hopsOf(message, this.bench.log.value) : [];
  }

  /** undefined until the message has come to its end, or to where this page can see it come */
  verdict(): Verdict | undefined {
    const hops = this.hops();
    const draught = this.#sent.value;
    return draught && hops.some(({ to }) => to !== 'serveur') ? compare(draught.drawn, hops) : undefined;
  }

  isRight(): boolean {
    const verdict = this.verdict();
    return verdict !== undefined && verdict.extra.length + verdict.missing.length === 0;
  }

  /** Whether a message has taken its way upon a drawing, a right one or not. */
  readonly hasSent = once(computed(() => this.verdict() !== undefined));

  /** Tries to send while the cable is cut. */
  async tryInVain(): Promise<void> {
    const peer = this.bench.peers[this.from];
    peer.draft.value ||= CUT_TEXT;
    await peer.sendDraft();
  }

  /** What stands in a window unsent, with a notice that says why. */
  kept(): string | undefined {
    return Object.values(this.bench.peers).find(
      ({ notice, draft }) => notice.value === 'offline' && draft.value !== '',
    )?.draft.value;
  }

  /** Takes the server's chair, and has the relay forget every other message. */
  forget(): void {
    this.#stopWaiting();
    this.#stopWaiting = sitDown(this.bench, { act: 'drop', every: 2 });
    this.#honestUntil.value = sendingsOf(this.bench).at(-1)?.seq ?? 0;
  }

  async sendFour(): Promise<void> {
    for (const text of FOUR_TEXTS) await say(this.bench, this.from, text);
  }

  /** The last four messages that whoever writes here sent since. */
  lastFour(): readonly Sending[] {
    const until = this.#honestUntil.value;
    if (until === undefined) return [];
    return sendingsOf(this.bench)
      .filter(({ user, seq }) => user === this.from && seq > until)
      .slice(-4);
  }

  end(): void {
    this.#stopWaiting();
    this.bench.cable.mend();
  }
}

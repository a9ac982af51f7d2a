// Question 6: one fault that nobody notices, two messages, and a guessed word that is dragged along their XOR.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { cribDrag, type Fit } from '#lab/attacks/keystream-reuse.ts';
import { utf8 } from '#lab/bytes.ts';
import type { Random } from '#lab/stage.ts';
import type { Bench } from '../chat/bench.ts';
import type { Peer } from '../chat/peer.ts';
import type { Lang } from '../i18n/langs.ts';
import { once } from './experiment.ts';
import { isXorOfTexts, type MessagePair, pairOf, type Verdict, verdictOn } from './message-pair.ts';
import { drawPair, type SecretPair } from './secret-pair.ts';

/** How many places are proposed for a crib. */
const PROPOSED_FITS = 8;

const browserRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** What the reader has recovered, and from where. */
export interface Find {
  /** the first byte, counted from 1 */
  readonly ordinal: number;
  readonly crib: string;
  readonly piece: string;
}

export class PrimitivesTrial {
  readonly bench: Bench;
  /** what the sender says, and the page hides until it was found */
  readonly secret: SecretPair;
  readonly crib: Signal<string> = signal('');
  readonly sending: Signal<boolean> = signal(false);
  readonly finds: Signal<readonly Find[]> = signal([]);
  /** the two last messages of the sender since the trial began */
  readonly pair: ReadonlySignal<MessagePair | undefined>;
  readonly fits: ReadonlySignal<readonly Fit[]>;
  readonly goals: ReadonlySignal<readonly { name: 'piece' | 'contrast'; done: boolean }[]>;
  readonly #offset: Signal<number> = signal(0);
  readonly #claim: Signal<{ readonly fit: Fit; readonly verdict: Verdict } | undefined> = signal();

  /** @param lang - of the hidden texts. @param random - what they are drawn from */
  constructor(bench: Bench, lang: Lang, random = browserRandom) {
    this.bench = bench;
    this.secret = drawPair(lang, random);
    const before = new Set(bench.timeline.value.map(({ id }) => id));
    this.pair = computed(() => {
      const { name } = this.sender();
      const [first, second] = bench.timeline.value
        .filter(({ id, from, stage, typed, fate }) => {
          const isOurs = from === name && typed !== undefined && !before.has(id);
          return isOurs && stage === 'hazmat' && fate === 'relayed';
        })
        .slice(-2);
      return first && second && pairOf(first, second);
    });
    this.fits = computed(() => {
      const pair = this.pair.value;
      return pair ? cribDrag(pair.xor, utf8(this.crib.value)) : [];
    });
    const contrast = once(
      computed(() => {
        const pair = this.pair.value;
        return this.hasFound() && this.isSecret() && pair?.isSameBlock === false && !isXorOfTexts(pair);
      }),
    );
    this.goals = computed(() => [
      { name: 'piece', done: this.hasFound() },
      { name: 'contrast', done: contrast() },
    ]);
  }

  /** gauche, but where another page holds it. */
  sender(): Peer {
    const { gauche, droite } = this.bench.peers;
    return gauche.session.value ? gauche : droite;
  }

  /** Whether the pair at hand is that of the hidden texts. */
  isSecret(): boolean {
    const [first, second] = this.pair.value?.messages ?? [];
    const { texts } = this.secret;
    return first?.typed === texts[0] && second?.typed === texts[1];
  }

  /** Has the sender draw its counter block once for all, or anew for each message again. */
  freeze(frozen: boolean): void {
    this.bench.setStage('hazmat');
    this.sender().frozen.value = frozen;
  }

  /** Has the sender say the two hidden texts; once something was found, in sight of all. */
  async sendTwo(): Promise<void> {
    if (this.sending.value) return;
    this.sending.value = true;
    this.bench.setStage('hazmat');
    if (this.hasFound()) this.bench.veil.lift();
    else this.bench.veil.draw(this.secret.texts);
    await this.#say(this.sender(), this.secret.texts).finally(() => {
      this.sending.value = false;
    });
  }

  /** Where the crib lies: the last place that it has room in, if it was moved beyond. */
  fit(): Fit | undefined {
    const fits = this.fits.value;
    return fits[Math.min(this.#offset.value, fits.length - 1)];
  }

  /** Moves the crib to begin at a byte, counted from 0. */
  place(offset: number): void {
    this.#offset.value = Math.max(0, Math.min(offset, this.fits.value.length - 1));
  }

  /** The places where the other text looks most like words. */
  likelyFits(): readonly Fit[] {
    return this.fits.value
      .filter(({ text, plausible }) => plausible && text !== '')
      .sort((a, b) => b.wordShare - a.wordShare || a.offset - b.offset)
      .slice(0, PROPOSED_FITS);
  }

  /** Says that here the crib stands in one of the messages; what was typed then decides. */
  claim(): void {
    const [pair, fit, crib] = [this.pair.value, this.fit(), this.crib.value];
    if (!pair || !fit) return;
    const verdict = verdictOn(pair, crib, fit, (message) => this.bench.veil.hides(message));
    this.#claim.value = { fit, verdict };
    const find = { ordinal: fit.offset + 1, crib, piece: fit.text };
    const isNew = !this.finds.value.some((one) => one.ordinal === find.ordinal && one.crib === crib);
    if (verdict === 'right' && isNew) this.finds.value = [...this.finds.value, find];
  }

  /** What the last claim was worth, as long as the crib lies where it lay. */
  verdict(): Verdict | undefined {
    const claim = this.#claim.value;
    return claim && claim.fit === this.fit() ? claim.verdict : undefined;
  }

  hasFound(): boolean {
    return this.finds.value.length > 0;
  }

  /** Lets the texts be seen. */
  end(): void {
    this.bench.veil.lift();
  }

  /** Says the texts past the draft, which would show them. */
  async #say(sender: Peer, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const result = await sender.session.value?.send(text);
      if (result === undefined || result === 'left') return;
      sender.notice.value = result === 'sent' ? undefined : result;
      if (result !== 'sent') return;
    }
  }
}

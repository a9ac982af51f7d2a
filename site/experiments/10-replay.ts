// Question 10: nothing can be forged, and all can be repeated.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { flip } from '#lab/attacks/bit-flip.ts';
import { utf8 } from '#lab/bytes.ts';
import type { FieldName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Bench } from '../chat/bench.ts';
import { toToken, withField } from '../chat/payload.ts';
import { fieldsOf, lastSeen, replay } from './captured.ts';
import { copiesOf, type Delivery, deliveriesOf, isAccepted, isTampered } from './deliveries.ts';
import { once } from './experiment.ts';
import { copiesHanded, type Handout, Handouts, isDroiteElsewhere } from './handouts.ts';
import { seatOf, sitDown } from './seat.ts';

/** The order that gauche gives. */
export const ORDER = 'OK, vire 100 €';

/** Where the amount's first digit stands in it, counted from 1: in CBC, that byte of the IV is XORed onto it. */
export const DIGIT_AT = 10;

const LATER_SECONDS = 10;

/** The bytes of a field of a message, as it left or as it came. */
const bytesIn = (payload: Seen['message'], field: FieldName) =>
  stages.fernet.fields(toToken(payload)).find(({ name }) => name === field)?.bytes;

/** Whether the byte that decides on the amount was turned so that 100 would become 900, in the IV or the ciphertext. */
export function aimsAt900({ message, receipt }: Delivery | Handout): boolean {
  const text = message.typed ?? ORDER;
  const at = text.includes('100') ? utf8(text.slice(0, text.indexOf('100'))).length : -1;
  const [one, nine] = utf8('19');
  return (['iv', 'ciphertext'] as const).some((field) => {
    const [sent, came] = [bytesIn(message.payload, field)?.[at], bytesIn(receipt.payload, field)?.[at]];
    return sent !== undefined && came !== undefined && (sent ^ came) === ((one ?? 0) ^ (nine ?? 0));
  });
}

export class ReplayTrial {
  readonly bench: Bench;
  /** the field in which the reader tries to change something */
  readonly field: Signal<Exclude<FieldName, 'unreadable'>> = signal('iv');
  /** the first byte to change there, counted from 1 */
  readonly ordinal: Signal<number> = signal(DIGIT_AT);
  readonly supposed: Signal<string> = signal('1');
  readonly wanted: Signal<string> = signal('');
  readonly goals: ReadonlySignal<readonly { name: 'forge' | 'replay'; done: boolean }[]>;
  readonly #handouts: Handouts;
  #stopWaiting = () => {};

  constructor(bench: Bench) {
    this.bench = bench;
    this.#handouts = new Handouts(bench);
    const isRefused = (delivery: Delivery) => !isAccepted(delivery) && aimsAt900(delivery);
    const refused = once(
      computed(() => this.#forgeries().some(isRefused) || this.#handouts.delivered().some(aimsAt900)),
    );
    const replayed = once(computed(() => this.copies().accepted > 0 || this.handed().copies > 0));
    this.goals = computed(() => [
      { name: 'forge', done: refused() },
      { name: 'replay', done: replayed() },
    ]);
  }

  /** Has gauche give the order, at stage Fernet, with the reader in the server's chair, unless it was refused to him. */
  begin(): void {
    this.bench.setStage('fernet');
    this.#stopWaiting();
    if (seatOf(this.bench) !== 'refused') this.#stopWaiting = sitDown(this.bench, undefined);
    const { gauche } = this.bench.peers;
    if (!gauche.session.value) return;
    gauche.draft.value = ORDER;
    void gauche.sendDraft();
  }

  captured(): Seen | undefined {
    return lastSeen(this.bench, 'fernet');
  }

  fields(): readonly Exclude<FieldName, 'unreadable'>[] {
    const captured = this.captured();
    return captured ? fieldsOf(captured, 'fernet') : [];
  }

  /** The chosen field, as the wish would leave it; undefined where it changes nothing, or does not fit. */
  aimed(): Uint8Array | undefined {
    const captured = this.captured();
    const bytes = captured && bytesIn(captured.message, this.field.value);
    const [known, wanted, at] = [utf8(this.supposed.value), utf8(this.wanted.value), this.ordinal.value - 1];
    if (!bytes || !Number.isInteger(at) || at < 0 || at + known.length > bytes.length) return undefined;
    if (known.length !== wanted.length || this.supposed.value === this.wanted.value) return undefined;
    return flip(bytes, at, known, wanted);
  }

  /** Hands droite the token with the changed field. */
  forge(): void {
    const [captured, bytes] = [this.captured(), this.aimed()];
    if (!captured || !bytes) return;
    const message = withField(stages.fernet, captured.message, this.field.value, () => bytes);
    if (message) this.#handouts.handOut(captured, { message });
  }

  /** Lets ten seconds go by where the time is this page's own, and hands droite the very same token. */
  replay(): void {
    const captured = this.captured();
    if (!captured) return;
    if (!this.bench.places.isShared()) this.bench.time.advance(1000 * LATER_SECONDS);
    replay(this.bench, captured);
  }

  /** What came of the changed tokens. */
  forged(): { readonly accepted: number; readonly refused: number } {
    const forged = this.#forgeries();
    const accepted = forged.filter(isAccepted).length;
    return { accepted, refused: forged.length - accepted };
  }

  /** What came of the copies. */
  copies(): { readonly accepted: number; readonly refused: number } {
    const all = this.bench.timeline.value.map(copiesOf);
    const sum = (part: 'accepted' | 'refused') => all.reduce((total, copies) => total + copies[part], 0);
    return { accepted: sum('accepted'), refused: sum('refused') };
  }

  /** What the relay has handed to a droite who is elsewhere, by its journal. */
  handed(): { readonly forged: number; readonly copies: number } {
    const chair = this.bench.chair.operator.value;
    if (!chair || !isDroiteElsewhere(this.bench)) return { forged: 0, copies: 0 };
    const copies = chair.seen.value
      .filter(({ message }) => bytesIn(message, 'hmac'))
      .map((seen) => copiesHanded(chair.journal.value, seen));
    return {
      forged: this.#handouts.delivered().length,
      copies: copies.reduce((total, count) => total + count, 0),
    };
  }

  end(): void {
    this.#stopWaiting();
  }

  #forgeries(): readonly Delivery[] {
    return deliveriesOf(this.bench.timeline.value).filter(
      (delivery) => delivery.receipt.stage === 'fernet' && isTampered(delivery),
    );
  }
}

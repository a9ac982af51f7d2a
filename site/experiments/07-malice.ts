// Question 7: the reader, without the key, makes droite read another hour, another name, another text.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { flip } from '#lab/attacks/bit-flip.ts';
import { rewrite } from '#lab/attacks/keystream-reuse.ts';
import { fromUtf8, utf8, xor } from '#lab/bytes.ts';
import { pad, unpad } from '#lab/primitives/pkcs7.ts';
import { stages } from '#lab/stages.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Bench } from '../chat/bench.ts';
import { toToken, withField } from '../chat/payload.ts';
import { type Delivery, deliveriesOf, isAccepted, isRelabelled, isTampered } from './deliveries.ts';
import { once } from './experiment.ts';
import { type Handout, Handouts } from './handouts.ts';
import { sitDown } from './seat.ts';

/** What the page proposes that gauche sends. */
export const TEXT = 'rdv 14h';

/** Where the hour's second digit stands: `rdv`, a space and `1` take five bytes. */
const HOUR_AT = 6;

const cipherIn = (payload: Seen['message']) =>
  stages.hazmat.fields(toToken(payload)).find(({ name }) => name === 'ciphertext')?.bytes;

/** What a message says that was altered, if `known` is what it said: its padding included, all bytes change alike. */
export function alteredText(known: string, before: Uint8Array, after: Uint8Array): string | undefined {
  const padded = pad(utf8(known));
  if (padded.length !== before.length) return undefined;
  const text = unpad(xor(xor(padded, before), after));
  return text && fromUtf8(text);
}

const isHazmat = ({ message }: Seen) => typeof message === 'object' && !('data' in message);

/** At least half of the characters are others: no mere change of an hour. */
function isAnotherText(sent: string, read: string): boolean {
  const same = [...read].filter((character, i) => character === sent[i]).length;
  return same * 2 < read.length;
}

function readsAnotherHour(delivery: Delivery): boolean {
  const { message, receipt } = delivery;
  const wasHour = message.typed === undefined || message.typed.includes('14h');
  return isTampered(delivery) && wasHour && (receipt.text ?? '').includes('18h');
}

export class MaliceTrial {
  /** the first byte to change, counted from 1 */
  readonly ordinal: Signal<number> = signal(HOUR_AT);
  readonly supposed: Signal<string> = signal('4');
  readonly wanted: Signal<string> = signal('');
  /** the whole text, as the reader knows it */
  readonly known: Signal<string> = signal(TEXT);
  /** the whole text that the reader wants in the place of a known one */
  readonly replacement: Signal<string> = signal('');
  readonly bench: Bench;
  readonly goals: ReadonlySignal<readonly { name: 'hour' | 'name' | 'text'; done: boolean }[]>;
  readonly #handouts: Handouts;
  #stopWaiting = () => {};

  constructor(bench: Bench) {
    this.bench = bench;
    this.#handouts = new Handouts(bench);
    const some = (is: (delivery: Delivery) => boolean, isHanded: (handout: Handout) => boolean) =>
      once(
        computed(
          () =>
            deliveriesOf(bench.timeline.value).some(
              (delivery) => delivery.receipt.stage === 'hazmat' && isAccepted(delivery) && is(delivery),
            ) || this.#handouts.delivered().some(isHanded),
        ),
      );
    const hour = some(
      readsAnotherHour,
      (handout) => this.known.value.includes('14h') && this.#textOf(handout).includes('18h'),
    );
    const name = some(
      (delivery) => isRelabelled(delivery) && !isTampered(delivery),
      ({ message, receipt }) => receipt.payload === message.payload,
    );
    const text = some(
      (delivery) =>
        isTampered(delivery) && isAnotherText(delivery.message.typed ?? TEXT, delivery.receipt.text ?? ''),
      (handout) => isAnotherText(this.known.value, this.#textOf(handout)),
    );
    this.goals = computed(() => [
      { name: 'hour', done: hour() },
      { name: 'name', done: name() },
      { name: 'text', done: text() },
    ]);
  }

  /** Takes the server's chair, and has the relay hold all that comes. */
  sit(): void {
    this.#stopWaiting();
    this.#stopWaiting = sitDown(this.bench, { act: 'hold' });
  }

  /** Has the relay hold from now on what it would pass on. */
  hold(): void {
    this.bench.chair.operator.value?.setRule({ act: 'hold' });
  }

  /** Whether the relay holds all that gauche writes. */
  isHolding(): boolean {
    const rule = this.bench.chair.operator.value?.rule.value;
    return rule?.act === 'hold' && rule.every === 1 && (rule.from ?? 'gauche') === 'gauche';
  }

  /** Has gauche send the text of the page. */
  send(): void {
    this.bench.setStage('hazmat');
    const { gauche } = this.bench.peers;
    gauche.draft.value = TEXT;
    void gauche.sendDraft();
  }

  /** The last message of this stage that the relay has seen. */
  target(): Seen | undefined {
    return this.bench.chair.operator.value?.seen.value.findLast(isHazmat);
  }

  /** Whether that message says what the page had gauche say: only then can the page speak of its text. */
  isProposed(): boolean {
    return this.bench.messageAt(this.target()?.seq)?.typed === TEXT;
  }

  /** Its ciphertext, as the server has it, and as the reader's guess would leave it. */
  bytes(): { readonly before: Uint8Array; readonly after: Uint8Array } | undefined {
    const target = this.target();
    const before = target && cipherIn(target.message);
    if (!before) return undefined;
    return { before, after: this.#flipped(before) ?? before };
  }

  /** What droite made of the held message last, in whatever shape it came to her. */
  outcome(): Delivery | undefined {
    const message = this.bench.messageAt(this.target()?.seq);
    const receipt = message?.receipts.findLast(({ peer }) => peer === 'droite');
    return message && receipt && { message, receipt };
  }

  /** What was handed to droite last, and what she then reads if gauche wrote the known text. */
  handed(): { readonly from: string; readonly text: string } | undefined {
    const handout = this.#handouts.delivered().at(-1);
    return handout && { from: handout.receipt.from, text: this.#textOf(handout) };
  }

  /** Whether the guess changes anything, and fits. */
  isForged(): boolean {
    const bytes = this.bytes();
    return bytes !== undefined && bytes.after.join() !== bytes.before.join();
  }

  /** Hands droite the message as the guess leaves it. */
  handOutForged(): void {
    this.#handOut((ciphertext) => this.#flipped(ciphertext));
  }

  /** Hands droite a text of the reader's own, under the key stream of the message that he knows. */
  handOutReplaced(): void {
    const known = utf8(this.known.value);
    this.#handOut((ciphertext) => rewrite(ciphertext, known, utf8(this.replacement.value)));
  }

  /** Whether the replacement has room in the message. */
  fits(): boolean {
    const bytes = this.bytes();
    const [known, text] = [utf8(this.known.value), utf8(this.replacement.value)];
    return bytes !== undefined && text.length > 0 && rewrite(bytes.before, known, text) !== undefined;
  }

  /** Hands droite the very bytes under another name. */
  relabel(user: string): void {
    const target = this.target();
    if (target) this.#handouts.handOut(target, { user });
  }

  end(): void {
    this.#stopWaiting();
  }

  /** Empty where the known text cannot have been the whole one. */
  #textOf({ message, receipt }: Handout): string {
    const [before, after] = [cipherIn(message.payload), cipherIn(receipt.payload)];
    return (before && after && alteredText(this.known.value, before, after)) ?? '';
  }

  #flipped(ciphertext: Uint8Array): Uint8Array | undefined {
    const [known, wanted] = [utf8(this.supposed.value), utf8(this.wanted.value)];
    const offset = this.ordinal.value - 1;
    if (known.length !== wanted.length || offset < 0 || offset + known.length > ciphertext.length)
      return undefined;
    return flip(ciphertext, offset, known, wanted);
  }

  #handOut(change: (ciphertext: Uint8Array) => Uint8Array | undefined): void {
    const target = this.target();
    if (!target) return;
    const message = withField(stages.hazmat, target.message, 'ciphertext', (bytes) => change(bytes) ?? bytes);
    if (message) this.#handouts.handOut(target, { message });
  }
}

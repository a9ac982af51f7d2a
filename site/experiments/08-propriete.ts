// Question 8: one forgery, three receivers that differ by the check they make, and all the keys that the reader likes.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { flip } from '#lab/attacks/bit-flip.ts';
import { type CheckedToken, openChecked, sealChecked, type VariantName } from '#lab/attacks/ctr-checked.ts';
import { forge } from '#lab/attacks/forged-hash.ts';
import { equal, fromUtf8, utf8 } from '#lab/bytes.ts';
import { InvalidToken } from '#lab/errors.ts';
import type { Keys, Random } from '#lab/stage.ts';

/** What gauche has sealed. */
export const TEXT = 'rdv 14h';

/** Where the hour's second digit stands: `rdv`, a space and `1` take five bytes. */
const HOUR_AT = 6;

export const VARIANTS: readonly VariantName[] = ['ctr', 'ctr-sha256', 'ctr-hmac'];

const KEY_BYTES = 16;

/** How many different keys a reader tries before he has seen enough. */
const ENOUGH_KEYS = 3;

/** What a receiver got last, and what it made of it. */
export interface Received {
  readonly token: CheckedToken;
  /** absent where it refused */
  readonly text?: string;
}

/** What the reader changes of the text: the bytes that stand there, and those that he wants. */
interface Guess {
  readonly offset: number;
  readonly known: Uint8Array;
  readonly wanted: Uint8Array;
}

type GoalName = 'three' | 'hash' | 'hmac';

const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** What a receiver reads; undefined where it refuses. */
function read(variant: VariantName, token: CheckedToken, keys: Keys): string | undefined {
  try {
    return fromUtf8(openChecked(variant, token, keys));
  } catch (error) {
    if (error instanceof InvalidToken) return undefined;
    throw error;
  }
}

export class ProprieteTrial {
  /** the first byte to change, counted from 1 */
  readonly ordinal: Signal<number> = signal(HOUR_AT);
  readonly supposed: Signal<string> = signal('4');
  readonly wanted: Signal<string> = signal('');
  /** the signing key that the reader tries, as a text */
  readonly key: Signal<string> = signal('');
  /** how often an HMAC was made with another key, and how often it was taken */
  readonly tries: Signal<{ readonly all: number; readonly taken: number }> = signal({ all: 0, taken: 0 });
  readonly received: Signal<Readonly<Record<VariantName, Received>>>;
  readonly goals: ReadonlySignal<readonly { name: GoalName; done: boolean }[]>;
  readonly #reached: Signal<ReadonlySet<GoalName>> = signal(new Set());
  readonly #triedKeys = new Set<string>();
  readonly #sealed: Readonly<Record<VariantName, CheckedToken>>;
  readonly #keys: Keys;
  readonly #random: Random;
  /** what was handed out last */
  readonly #guess: Signal<Guess | undefined> = signal();

  constructor(random: Random = systemRandom) {
    this.#random = random;
    this.#keys = { signingKey: random(KEY_BYTES), encryptionKey: random(KEY_BYTES) };
    // One counter block for the three: it is one and the same message, so that nothing but the check differs.
    const counterBlock = random(KEY_BYTES);
    const seal = (variant: VariantName) => sealChecked(variant, utf8(TEXT), this.#keys, () => counterBlock);
    this.#sealed = { ctr: seal('ctr'), 'ctr-sha256': seal('ctr-sha256'), 'ctr-hmac': seal('ctr-hmac') };
    this.received = signal({
      ctr: this.#judge('ctr', this.#sealed.ctr),
      'ctr-sha256': this.#judge('ctr-sha256', this.#sealed['ctr-sha256']),
      'ctr-hmac': this.#judge('ctr-hmac', this.#sealed['ctr-hmac']),
    });
    this.goals = computed(() =>
      (['three', 'hash', 'hmac'] as const).map((name) => ({ name, done: this.#reached.value.has(name) })),
    );
  }

  /** The message that all three get, as it was sealed. */
  get sealed(): CheckedToken {
    return this.#sealed.ctr;
  }

  /** The check that the sender made for a receiver. */
  checkOf(variant: VariantName): Uint8Array {
    return this.#sealed[variant].check;
  }

  /** The ciphertext as the reader’s guess would leave it. */
  forgedCiphertext(): Uint8Array {
    const guess = this.#wish();
    const { ciphertext } = this.sealed;
    return guess ? flip(ciphertext, guess.offset, guess.known, guess.wanted) : ciphertext;
  }

  /** Whether the guess changes anything, and fits. */
  isForged(): boolean {
    return !equal(this.forgedCiphertext(), this.sealed.ciphertext);
  }

  /** Whether a forgery has been handed out, so that there is a check to make for it. */
  isHandedOut(): boolean {
    return this.#guess.value !== undefined;
  }

  /** Hands the three the changed ciphertext, each with the check that the sender had made. */
  handOut(): void {
    const guess = this.#wish();
    if (!guess) return;
    this.#guess.value = guess;
    const ciphertext = this.forgedCiphertext();
    for (const variant of VARIANTS) this.#give(variant, { ...this.#sealed[variant], ciphertext });
    const { ctr, 'ctr-sha256': hash, 'ctr-hmac': hmac } = this.received.value;
    if (ctr.text?.includes('18h') && hash.text === undefined && hmac.text === undefined) this.#reach('three');
  }

  /** Makes the hash of the changed message, as anybody can. */
  recomputeHash(): void {
    const guess = this.#guess.value;
    if (!guess) return;
    const wasRefused = this.received.value['ctr-sha256'].text === undefined;
    this.#give('ctr-sha256', this.#forged('ctr-sha256', guess));
    if (wasRefused && this.received.value['ctr-sha256'].text?.includes('18h')) this.#reach('hash');
  }

  /** Makes an HMAC of the changed message with the reader’s key. */
  tryKey(): void {
    const key = this.key.value;
    const guess = this.#guess.value;
    if (key === '' || !guess) return;
    this.#tryHmac(guess, utf8(key));
    this.#triedKeys.add(key);
    if (this.#triedKeys.size >= ENOUGH_KEYS && this.tries.value.taken === 0) this.#reach('hmac');
  }

  /** Makes it with so many keys that chance gives, one after the other. */
  tryRandomKeys(times: number): void {
    const guess = this.#guess.value;
    if (!guess) return;
    batch(() => {
      for (let i = 0; i < times; i++) this.#tryHmac(guess, this.#random(KEY_BYTES));
    });
  }

  #tryHmac(guess: Guess, key: Uint8Array): void {
    this.#give('ctr-hmac', this.#forged('ctr-hmac', guess, key));
    const isTaken = this.received.value['ctr-hmac'].text !== undefined;
    const { all, taken } = this.tries.value;
    this.tries.value = { all: all + 1, taken: taken + (isTaken ? 1 : 0) };
  }

  #forged(variant: VariantName, { offset, known, wanted }: Guess, key?: Uint8Array): CheckedToken {
    return forge(variant, this.#sealed[variant], offset, known, wanted, key);
  }

  #give(variant: VariantName, token: CheckedToken): void {
    this.received.value = { ...this.received.value, [variant]: this.#judge(variant, token) };
  }

  #judge(variant: VariantName, token: CheckedToken): Received {
    const text = read(variant, token, this.#keys);
    return text === undefined ? { token } : { token, text };
  }

  /** The guess as it is typed; undefined where the two texts differ in length, or do not lie within the message. */
  #wish(): Guess | undefined {
    const [known, wanted] = [utf8(this.supposed.value), utf8(this.wanted.value)];
    const offset = this.ordinal.value - 1;
    const fits = known.length === wanted.length && offset >= 0 && known.length > 0;
    if (!fits || offset + known.length > this.sealed.ciphertext.length) return undefined;
    return { offset, known, wanted };
  }

  #reach(name: GoalName): void {
    this.#reached.value = new Set([...this.#reached.value, name]);
  }
}

// One of the two windows of the bench: its settings, its draft, what it remembers, and the session behind it.
import { type Signal, signal } from '@preact/signals';
import { fromHex, toHex } from '#lab/bytes.ts';
import { Memory } from '#lab/memory.ts';
import { NO_BYTES, type Random, type Sending, type Stage, type StageName } from '#lab/stage.ts';
import { SALT_BYTES } from '#lab/stages/aead.ts';
import { fernetTtlRemembering, TTL_SECONDS } from '#lab/stages/fernet-ttl.ts';
import { stages } from '#lab/stages.ts';
import type { RefusalCode } from '#server/refusal.ts';
import type { KeptPeer } from './keep.ts';
import type { PeerName } from './relay-choice.ts';
import type { Presence, SendResult, Session } from './session.ts';

/** What a window tells its user about the last try to send. */
export type Notice = Exclude<SendResult, 'sent' | 'left'> | RefusalCode | 'gap';

/** The password that both peers begin with: a weak one, from every dictionary. */
export const FIRST_PASSWORD = 'soleil';

/** The greatest TTL that a peer can be set to, in seconds. */
export const MAX_TTL_SECONDS = 120;

const FIRST: KeptPeer = {
  password: FIRST_PASSWORD,
  offset: 0,
  draft: '',
  ttl: TTL_SECONDS,
  remembers: false,
  frozen: false,
  memory: { counters: [], tokens: [] },
};

export class Peer {
  readonly name: PeerName;
  readonly password: Signal<string> = signal(FIRST.password);
  /** seconds by which this peer's clock is ahead of the device's */
  readonly offset: Signal<number> = signal(FIRST.offset);
  /** the greatest age that this peer accepts at stage `fernet-ttl`, in seconds */
  readonly ttl: Signal<number> = signal(FIRST.ttl);
  /** whether this peer remembers the tokens that it has accepted at stage `fernet-ttl` */
  readonly remembers: Signal<boolean> = signal(FIRST.remembers);
  /** whether this peer draws its counter block, IV or nonce only once */
  readonly frozen: Signal<boolean> = signal(FIRST.frozen);
  readonly draft: Signal<string> = signal(FIRST.draft);
  readonly notice: Signal<Notice | undefined> = signal();
  /** whether the draft is on its way: sealing it may take seconds, while its key is made */
  readonly sending: Signal<boolean> = signal(false);
  readonly presence: Signal<Presence> = signal('connecting');
  /** when a lost line is tried again, in milliseconds from 1970 UTC */
  readonly retryAt: Signal<number | undefined> = signal();
  /** absent where another page holds this peer */
  readonly session: Signal<Session | undefined> = signal();
  memory = new Memory();
  readonly #random: Random;
  #salt: Uint8Array = NO_BYTES;
  #counter = 0;
  #frozenBytes: Uint8Array = NO_BYTES;

  constructor(name: PeerName, random: Random) {
    this.name = name;
    this.#random = random;
  }

  /** Sends the draft, and clears it once it has left; until then it stays, and a notice says why it did not leave. */
  async sendDraft(): Promise<void> {
    const text = this.draft.value;
    const session = this.session.value;
    if (text === '' || !session || this.sending.value) return;
    this.sending.value = true;
    const result = await session.send(text).finally(() => {
      this.sending.value = false;
    });
    if (result === 'left') return;
    this.notice.value = result === 'sent' ? undefined : result;
    if (result === 'sent' && this.draft.value === text) this.draft.value = '';
  }

  /** The stage as this peer is set to it. */
  stageOf(name: StageName): Stage {
    return name === 'fernet-ttl' && this.remembers.value ? fernetTtlRemembering : stages[name];
  }

  /** The next number under this peer's salt, which it draws for the first one. */
  nextSending(): Sending {
    this.#drawSalt();
    this.#counter += 1;
    return { salt: this.#salt, counter: this.#counter };
  }

  /** The salt that this peer's messages bear, or will bear. */
  salt(): Uint8Array {
    this.#drawSalt();
    return this.#salt;
  }

  /** What this peer's counter blocks, IVs and nonces come from: a good generator, or one that stands still. */
  readonly draw: Random = (length) => {
    if (!this.frozen.value) return this.#random(length);
    // WEAK ON PURPOSE (question 6): under one key the same counter block comes twice, see lab/attacks/keystream-reuse.ts
    if (this.#frozenBytes.length < length) this.#frozenBytes = this.#random(length);
    return this.#frozenBytes.slice(0, length);
  };

  /** This peer's program starts again, and has kept nothing of what it had accepted. */
  forget(): void {
    this.memory = new Memory();
  }

  restore({ password, offset, draft, ttl, remembers, frozen, memory, sending }: KeptPeer): void {
    this.password.value = password;
    this.offset.value = offset;
    this.draft.value = draft;
    this.ttl.value = ttl;
    this.remembers.value = remembers;
    this.frozen.value = frozen;
    this.memory = Memory.thaw(memory);
    this.#salt = (sending && fromHex(sending.salt)) ?? NO_BYTES;
    this.#counter = sending?.counter ?? 0;
  }

  /** Back to the first settings. */
  reset(): void {
    this.restore(FIRST);
    this.#frozenBytes = NO_BYTES;
    this.notice.value = undefined;
  }

  keep(): KeptPeer {
    const seat = this.session.value?.seat;
    return {
      password: this.password.value,
      offset: this.offset.value,
      draft: this.draft.value,
      ttl: this.ttl.value,
      remembers: this.remembers.value,
      frozen: this.frozen.value,
      memory: this.memory.freeze(),
      ...(this.#salt.length > 0 ? { sending: { salt: toHex(this.#salt), counter: this.#counter } } : {}),
      ...(seat ? { seat } : {}),
    };
  }

  #drawSalt(): void {
    if (this.#salt.length === 0) this.#salt = this.#random(SALT_BYTES);
  }
}

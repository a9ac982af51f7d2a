// One peer at work: it seals and sends what it says, and opens what it receives.
import { fromUtf8, utf8 } from '#lab/bytes.ts';
import { type Check, inspect } from '#lab/inspect.ts';
import type { Memory } from '#lab/memory.ts';
import { type Keys, NO_BYTES, type Random, type Sending, type Stage, tryOpen } from '#lab/stage.ts';
import type { Payload } from '#server/payload.ts';
import { CLOSE, type Delivery, type LogLine, MAX_FRAME_BYTES } from '#server/protocol.ts';
import type { RefusalCode } from '#server/refusal.ts';
import type { Keyring } from './keyring.ts';
import type { Connect, Link } from './link.ts';
import { toPayload, toToken } from './payload.ts';

/** What a peer is set to at a given moment. */
export interface Settings {
  readonly stage: Stage;
  readonly password: string;
  /** the peer's clock: whole seconds from 1970 UTC */
  readonly now: number;
  /** the greatest age that this peer accepts, in seconds, at a stage that looks at it */
  readonly ttl: number;
  /** what this peer remembers of what it has accepted */
  readonly memory: Memory;
  /** what this peer's counter blocks, IVs and nonces are drawn from */
  readonly random: Random;
  /** seconds that a message takes to come here */
  readonly latency: number;
}

/** A check of the stage; or the peer's own, that what was opened is a text at all. */
export type PeerCheck = Check | (Omit<Check, 'name'> & { readonly name: 'text' });

/** What a peer made of a message that reached it. */
export interface Receipt {
  readonly peer: string;
  readonly seq: number;
  readonly from: string;
  readonly payload: Payload;
  readonly stage: Stage['name'];
  /** the peer's clock at that moment, in seconds */
  readonly now: number;
  readonly checks: readonly PeerCheck[];
  /** what the screen shows; absent where the message was refused, or was no text */
  readonly text?: string;
}

/** A message that is about to leave. */
export interface Sealed {
  readonly id: string;
  readonly typed: string;
  readonly payload: Payload;
  readonly stage: Stage['name'];
  readonly now: number;
}

export type Presence = 'connecting' | 'present' | 'lost' | 'ended' | RefusalCode;

export interface SessionEvents {
  presence(presence: Presence, retryIn?: number): void;
  users(users: readonly string[]): void;
  log(lines: readonly LogLine[]): void;
  sealed(message: Sealed): void;
  relayed(id: string, seq: number): void;
  refused(code: RefusalCode, id: string | undefined): void;
  received(receipt: Receipt): void;
  /** Messages were lost between the last one seen and the next one. */
  gap(): void;
  /** The relay does not know this peer any more: it counts messages and lines from the beginning. */
  forgotten(): void;
}

/** A name in a room, and what proves that it is one's own. */
export interface Seat {
  readonly room: string;
  readonly user: string;
  readonly resume?: string | undefined;
  /** the `seq` of the last message opened */
  readonly since: number;
  /** in a class: what the class has given, to prove the same */
  readonly pass?: string | undefined;
}

/** `left`: the session was over before the message was ready. */
export type SendResult = 'sent' | 'offline' | 'too large' | 'left' | RefusalCode;

const takesSalt = (stage: Stage) => stage.derivation.kdf === 'scrypt';

/** Opens nothing: it stands in where a receiver does not even derive a key. */
const NO_KEYS: Keys = { signingKey: NO_BYTES, encryptionKey: NO_BYTES };

function checkOfText(plaintext: Uint8Array | undefined, text: string | undefined): PeerCheck {
  if (plaintext === undefined) return { name: 'text', result: 'not reached' };
  return { name: 'text', result: text === undefined ? 'failed' : 'passed' };
}

export class Session {
  readonly #wantsLog: boolean;
  readonly #settings: () => Settings;
  readonly #isFrozen: () => boolean;
  readonly #nextSending: () => Sending;
  readonly #later: (milliseconds: number, run: () => void) => void;
  readonly #keyring: Keyring;
  readonly #random: Random;
  readonly #events: SessionEvents;
  readonly #link: Link;
  #seat: Seat;
  /** the `seq` of the last message that arrived, opened or not */
  #arrived: number;
  #registered = false;
  /** why the relay did not register this peer, if it said so */
  #refused: RefusalCode | undefined;
  #left = false;
  #outbox: Promise<unknown> = Promise.resolve();
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly seat: Seat;
    /** whether this session also brings the room's log */
    readonly log: boolean;
    readonly connect: Connect;
    readonly settings: () => Settings;
    /** whether the teacher lets nobody write at the moment */
    readonly isFrozen: () => boolean;
    /** takes the next number under this session's salt, at a stage that has one */
    readonly nextSending: () => Sending;
    readonly later: (milliseconds: number, run: () => void) => void;
    readonly keyring: Keyring;
    readonly random: Random;
    readonly events: SessionEvents;
  }) {
    this.#seat = options.seat;
    this.#arrived = options.seat.since;
    this.#wantsLog = options.log;
    this.#settings = options.settings;
    this.#isFrozen = options.isFrozen;
    this.#nextSending = options.nextSending;
    this.#later = options.later;
    this.#keyring = options.keyring;
    this.#random = options.random;
    this.#events = options.events;
    this.#link = options.connect({
      open: () => this.#register(),
      delivery: (delivery) => this.#deliver(delivery),
      lost: (code, retryIn) => {
        this.#registered = false;
        // Whoever was moved is about to learn where to.
        const isOver = code === CLOSE.MOVED ? 'connecting' : 'ended';
        this.#events.presence(retryIn === undefined ? isOver : 'lost', retryIn);
      },
    });
  }

  /** What a later session needs to go on where this one stands. */
  get seat(): Seat {
    return this.#seat;
  }

  /** Seals a text with the settings of this moment, and sends it. Texts leave in the order of the calls. */
  send(text: string): Promise<SendResult> {
    const settings = this.#settings();
    const result = this.#outbox.then(() => this.#sealAndSend(text, settings));
    this.#outbox = result.catch(() => {});
    return result;
  }

  /** Leaves the room. */
  leave(): void {
    this.#left = true;
    this.#link.close();
  }

  async #sealAndSend(text: string, { stage, password, now, random }: Settings): Promise<SendResult> {
    if (this.#isFrozen()) return 'FROZEN';
    const { room, user: sender } = this.#seat;
    const sending = takesSalt(stage) ? this.#nextSending() : undefined;
    const keys = await this.#keyring.keysFor(stage, password, sending?.salt);
    const around = sending ? { room, sender, sending } : { room, sender };
    const payload = toPayload(stage.seal(utf8(text), keys, { now, random, ...around }));
    const id = Array.from(this.#random(8), (byte) => byte.toString(36)).join('');
    const frame = JSON.stringify({ type: 'send_message', message: payload, id });
    if (this.#left) return 'left';
    if (utf8(frame).length > MAX_FRAME_BYTES) return 'too large';
    if (!this.#registered) return this.#refused ?? 'offline';
    if (!this.#link.send(frame)) return 'offline';
    this.#events.sealed({ id, typed: text, payload, stage: stage.name, now });
    return 'sent';
  }

  #register(): void {
    const { room, user, resume, pass } = this.#seat;
    const returning = resume === undefined ? {} : { resume, since: this.#arrived };
    this.#link.send(
      JSON.stringify({
        type: 'register',
        room,
        user,
        log: this.#wantsLog,
        mallory: true,
        pass,
        ...returning,
      }),
    );
  }

  #deliver(delivery: Delivery): void {
    const events = this.#events;
    switch (delivery.type) {
      case 'registered':
        this.#registered = true;
        this.#refused = undefined;
        if (this.#seat.resume !== undefined && this.#seat.resume !== delivery.resume) this.#beginAnew();
        this.#seat = { ...this.#seat, resume: delivery.resume };
        events.presence('present');
        events.users(delivery.users);
        break;
      case 'users':
        events.users(delivery.users);
        break;
      case 'log':
        events.log(delivery.lines);
        break;
      case 'sent':
        events.relayed(delivery.id, delivery.seq);
        break;
      case 'gap':
        events.gap();
        break;
      case 'refused':
        if (this.#registered) events.refused(delivery.code, delivery.id);
        else {
          this.#refused = delivery.code;
          events.presence(delivery.code);
        }
        break;
      case 'recv': {
        this.#arrived = delivery.seq;
        const arrival = this.#arrival();
        this.#inbox = this.#inbox.then(async () => this.#open(delivery, await arrival));
      }
    }
  }

  /** What this peer is set to when a message that the relay hands out now has come through the network. */
  #arrival(): Settings | Promise<Settings> {
    const settings = this.#settings();
    if (settings.latency === 0) return settings;
    return new Promise((resolve) => {
      this.#later(1000 * settings.latency, () => resolve(this.#settings()));
    });
  }

  #beginAnew(): void {
    this.#arrived = 0;
    this.#seat = { ...this.#seat, since: 0 };
    this.#events.forgotten();
  }

  async #open(
    { seq, user: from, message: payload }: Extract<Delivery, { type: 'recv' }>,
    { stage, password, now, ttl, memory }: Settings,
  ): Promise<void> {
    const { room, user: self } = this.#seat;
    const token = toToken(payload);
    const salt = stage.saltIn(token);
    // Whoever invents salts would have this peer derive keys without end.
    const isWorth = salt.length === 0 ? !takesSalt(stage) : memory.meet(from, salt, now);
    const keys = isWorth ? await this.#keyring.keysFor(stage, password, salt) : NO_KEYS;
    if (this.#left) return;
    const context = { now, ttl, memory, room, sender: from, self };
    // For the reader's eyes; the peer itself knows less. It comes first, since opening is what the memory keeps.
    const { checks } = inspect(stage, token, keys, context);
    const plaintext = tryOpen(stage, token, keys, context);
    const text = plaintext && fromUtf8(plaintext);
    const receipt = {
      peer: self,
      seq,
      from,
      payload,
      stage: stage.name,
      now,
      checks: [...checks, checkOfText(plaintext, text)],
    };
    this.#seat = { ...this.#seat, since: seq };
    this.#events.received(text === undefined ? receipt : { ...receipt, text });
  }
}

// Every message of the wire, version 1: reads unknown JSON into an envelope, or refuses it with a code.
import { isBase64 } from '#lab/bytes.ts';

/** The largest frame a client may send, in bytes of UTF-8. A longer one ends the connection with 1009. */
export const MAX_FRAME_BYTES = 64 * 1024;

/** The greatest length of a name or of a room, in characters (code points). */
export const MAX_NAME_LENGTH = 64;

/** How a connection may end. Source: RFC 6455 §7.4; the codes from 4000 on are this protocol's own. */
export const CLOSE = {
  GOING_AWAY: 1001,
  POLICY_VIOLATION: 1008,
  MESSAGE_TOO_BIG: 1009,
  RESUMED_ELSEWHERE: 4001,
} as const;

export interface Bytes {
  /** base64, padded */
  readonly data: string;
  readonly encoding: 'base64';
}

/** What a peer sends: a text (plaintext), bytes (a Fernet token's text), or a pair of bytes (hazmat). */
export type Payload = string | Bytes | readonly [counterBlock: Bytes, ciphertext: Bytes];

export interface Register {
  readonly type: 'register';
  readonly room: string;
  readonly user: string;
  /** whether this peer also wants the room's log */
  readonly log: boolean;
  /** the secret that `registered` gave: proves that the name is one's own */
  readonly resume: string | undefined;
  /** the `seq` of the last `recv` seen */
  readonly since: number | undefined;
}

export interface Observe {
  readonly type: 'observe';
  readonly room: string;
}

export interface SendMessage {
  readonly type: 'send_message';
  readonly message: Payload;
  readonly id: string | undefined;
}

export type Envelope = Register | Observe | SendMessage;

export interface LogLine {
  /** counts the lines of the room, from 1, without gaps */
  readonly seq: number;
  /** milliseconds from 1970 UTC */
  readonly at: number;
  readonly level: 'INFO' | 'DEBUG';
  readonly logger: 'ChatServer';
  readonly text: string;
  /** the `seq` of the message that the line speaks of, if it speaks of one */
  readonly message?: number;
}

export type Delivery =
  | { readonly type: 'registered'; room: string; user?: string; users: readonly string[]; resume?: string }
  | { readonly type: 'users'; users: readonly string[] }
  | { readonly type: 'recv'; seq: number; user: string; message: Payload }
  | { readonly type: 'log'; lines: readonly LogLine[] }
  | { readonly type: 'sent'; id: string; seq: number }
  | { readonly type: 'gap' }
  | { readonly type: 'refused'; code: RefusalCode; reason: string; id?: string };

/** A delivery as it goes over the wire. */
export function frameOf(delivery: Delivery): string {
  return JSON.stringify(delivery);
}

/** Every code of a refusal, and what it says to a developer. The site has a sentence for readers. */
export const REFUSALS = {
  BAD_ENVELOPE: 'not an envelope of this protocol',
  NOT_REGISTERED: 'register first',
  ALREADY_REGISTERED: 'this connection is registered already',
  BAD_NAME: `a name has 1 to ${MAX_NAME_LENGTH} characters, none of them a control character`,
  NAME_TAKEN: 'somebody else in this room has this name',
  ROOM_FULL: 'the room takes nobody any more',
  TOO_MANY_ROOMS: 'the relay takes no more rooms',
  FORBIDDEN: 'an observer does not send',
  TOO_FAST: 'too many messages; slow down',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal on its way to the client. The connection lives on. */
export class RelayError extends Error {
  override name = 'RelayError';
  readonly code: RefusalCode;
  /** the `id` of the refused message, if it had one */
  readonly id: string | undefined;
  /** @param detail - what exactly was wrong, where the code alone is not enough */
  constructor(code: RefusalCode, detail?: string, id?: string) {
    super(detail ?? REFUSALS[code]);
    this.code = code;
    this.id = id;
  }
}

/** The refusal as it goes over the wire. */
export function refusal({ code, message, id }: RelayError): Delivery {
  return { type: 'refused', code, reason: message, ...(id === undefined ? {} : { id }) };
}

type Values = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function optionalText(values: Values, name: string): string | undefined {
  const value = values[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new RelayError('BAD_ENVELOPE', `${name}: no text`);
}

function flag(values: Values, name: string): boolean {
  const value = values[name];
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new RelayError('BAD_ENVELOPE', `${name}: neither true nor false`);
}

function required(values: Values, name: string): string {
  const value = optionalText(values, name);
  if (value === undefined) throw new RelayError('BAD_ENVELOPE', `${name}: missing`);
  return value;
}

function sequence(values: Values, name: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new RelayError('BAD_ENVELOPE', `${name}: no whole number`);
  return value;
}

function bytes(value: unknown): Bytes {
  if (!isObject(value) || Object.keys(value).length !== 2)
    throw new RelayError('BAD_ENVELOPE', 'message: neither a text, nor bytes, nor a pair of bytes');
  const { data, encoding } = value;
  if (encoding !== 'base64' || typeof data !== 'string' || !isBase64(data))
    throw new RelayError('BAD_ENVELOPE', 'message: no base64');
  return { data, encoding };
}

function payload(value: unknown): Payload {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return bytes(value);
  if (value.length !== 2) throw new RelayError('BAD_ENVELOPE', 'message: a pair of bytes has two of them');
  return [bytes(value[0]), bytes(value[1])];
}

function parseJson(text: string): Values {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RelayError('BAD_ENVELOPE', 'no JSON');
  }
  if (!isObject(value)) throw new RelayError('BAD_ENVELOPE', 'no JSON object');
  return value;
}

function registration(values: Values): Register | Observe {
  const room = required(values, 'room');
  if (!flag(values, 'observe'))
    return {
      type: 'register',
      room,
      user: required(values, 'user'),
      log: flag(values, 'log'),
      resume: optionalText(values, 'resume'),
      since: sequence(values, 'since'),
    };
  if (values.user !== undefined) throw new RelayError('BAD_ENVELOPE', 'user: an observer has no name');
  return { type: 'observe', room };
}

/**
 * Reads one frame of a client.
 * @throws RelayError `BAD_ENVELOPE` for anything that is no envelope, with the message's `id` where it can be read.
 * Names are not looked at: whether they may be used is the relay's to say.
 */
export function parseEnvelope(text: string): Envelope {
  const values = parseJson(text);
  if (values.type === 'register') return registration(values);
  if (values.type !== 'send_message') throw new RelayError('BAD_ENVELOPE', 'type: unknown');
  const id = optionalText(values, 'id');
  try {
    return { type: 'send_message', message: payload(values.message), id };
  } catch (error) {
    if (error instanceof RelayError) throw new RelayError(error.code, error.message, id);
    throw error;
  }
}

// Control characters (C0, DEL, C1), the controls of bidirectional text, and the two line separators of Unicode.
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** @throws RelayError `BAD_NAME` for a name, of a peer or of a room, that no log line should hold */
export function checkName(name: string): void {
  // A character takes at most two units: the second count never has much to count.
  const tooLong = name.length > 2 * MAX_NAME_LENGTH || [...name].length > MAX_NAME_LENGTH;
  if (name.length === 0 || tooLong || CONTROL.test(name) || !name.isWellFormed())
    throw new RelayError('BAD_NAME');
}

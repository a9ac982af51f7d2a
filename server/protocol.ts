// Every message of the wire, version 1: reads unknown JSON into an envelope, or refuses it with a code.
import { type Act, readAct } from './mallory/act.ts';
import type { JournalEntry, Seen } from './mallory/journal.ts';
import { type Payload, readPayload } from './payload.ts';
import { type RefusalCode, RelayError } from './refusal.ts';
import { flag, isObject, optionalText, required, sequence, type Values } from './values.ts';

/** The largest frame a client may send, in bytes of UTF-8. A longer one ends the connection with 1009. */
export const MAX_FRAME_BYTES = 64 * 1024;

/** How a connection may end. Source: RFC 6455 §7.4; the codes from 4000 on are this protocol's own. */
export const CLOSE = {
  GOING_AWAY: 1001,
  POLICY_VIOLATION: 1008,
  MESSAGE_TOO_BIG: 1009,
  RESUMED_ELSEWHERE: 4001,
  /** in a class: the seat is elsewhere now, or nowhere */
  MOVED: 4002,
} as const;

export interface Register {
  readonly type: 'register';
  readonly room: string;
  readonly user: string;
  /** whether this peer also wants the room's log */
  readonly log: boolean;
  /** whether the room, if this peer opens it, may have an operator */
  readonly mallory: boolean;
  /** the secret that `registered` gave: proves that the name is one's own */
  readonly resume: string | undefined;
  /** the `seq` of the last `recv` seen */
  readonly since: number | undefined;
  /** in a class: proves that a seat is one's own */
  readonly pass: string | undefined;
}

export interface Observe {
  readonly type: 'observe';
  readonly room: string;
  /** in a class, as in {@link Register} */
  readonly pass: string | undefined;
}

/** Takes the seat from which a room's malicious relay is told what to do. */
export interface Operate {
  readonly type: 'operate';
  readonly room: string;
  /** the secret that `registered` gave: proves that the seat is one's own */
  readonly resume: string | undefined;
  /** in a class: the pass of a student, or the teacher's secret */
  readonly pass: string | undefined;
}

/** An order to the malicious relay. */
export interface Order {
  readonly type: 'act';
  readonly act: Act;
}

export interface SendMessage {
  readonly type: 'send_message';
  readonly message: Payload;
  readonly id: string | undefined;
}

export type Envelope = Register | Observe | Operate | Order | SendMessage;

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
  | { readonly type: 'seen'; messages: readonly Seen[] }
  | { readonly type: 'journal'; entries: readonly JournalEntry[] }
  | { readonly type: 'refused'; code: RefusalCode; reason: string; id?: string };

/** A delivery as it goes over the wire. */
export function frameOf(delivery: Delivery): string {
  return JSON.stringify(delivery);
}

/** The refusal as it goes over the wire. */
export function refusal({ code, message, id }: RelayError): Delivery {
  return { type: 'refused', code, reason: message, ...(id === undefined ? {} : { id }) };
}

/** @throws RelayError `BAD_ENVELOPE` for anything but a JSON object */
export function readJson(text: string): Values {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RelayError('BAD_ENVELOPE', 'no JSON');
  }
  if (!isObject(value)) throw new RelayError('BAD_ENVELOPE', 'no JSON object');
  return value;
}

function registration(values: Values): Register | Observe | Operate {
  const room = required(values, 'room');
  const pass = optionalText(values, 'pass');
  const observe = flag(values, 'observe');
  const operate = flag(values, 'operate');
  if (!observe && !operate)
    return {
      type: 'register',
      room,
      user: required(values, 'user'),
      log: flag(values, 'log'),
      mallory: flag(values, 'mallory'),
      resume: optionalText(values, 'resume'),
      since: sequence(values, 'since'),
      pass,
    };
  if (values.user !== undefined || (observe && operate))
    throw new RelayError('BAD_ENVELOPE', 'user: neither an observer nor an operator has a name');
  return observe
    ? { type: 'observe', room, pass }
    : { type: 'operate', room, resume: optionalText(values, 'resume'), pass };
}

/**
 * Reads what a client says.
 * @throws RelayError `BAD_ENVELOPE` for anything that is no envelope, with the message's `id` where it can be read.
 * Names are not looked at: whether they may be used is the relay's to say.
 */
export function readEnvelope(values: Values): Envelope {
  if (values.type === 'register') return registration(values);
  if (values.type === 'act') return { type: 'act', act: readAct(values) };
  if (values.type !== 'send_message') throw new RelayError('BAD_ENVELOPE', 'type: unknown');
  const id = optionalText(values, 'id');
  try {
    return { type: 'send_message', message: readPayload(values.message), id };
  } catch (error) {
    if (error instanceof RelayError) throw new RelayError(error.code, error.message, id);
    throw error;
  }
}

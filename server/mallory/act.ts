// What the malicious relay can be told to do, by hand or by rule, and how unknown JSON becomes such an order.
import { checkName } from '../name.ts';
import { type Payload, readPayload } from '../payload.ts';
import { RelayError } from '../refusal.ts';
import { required, sequence, type Values, wholeNumber } from '../values.ts';
import { MOST_SECONDS, MOST_TIMES, optionalName, type Rule, readRule } from './rule.ts';

/** A message as the malicious relay hands it out. */
export interface Handout {
  /** the name on the envelope */
  readonly user: string;
  readonly message: Payload;
  /** the peers that get it; where undefined, all but its author (or `user`, for an invention) */
  readonly to: readonly string[] | undefined;
  /** the number of the message that it is, or is made of; undefined for an invention */
  readonly of: number | undefined;
}

/** Hands something out, `times` times, after so many seconds and at that interval; a held message is held no longer. */
export interface Deliver {
  readonly do: 'deliver';
  /** the number of the message that it is made of; undefined for an invention */
  readonly of: number | undefined;
  /** the name on the envelope; as it came where undefined */
  readonly user: string | undefined;
  /** as it came where undefined, so that what fills a frame can be handed out by a smaller one */
  readonly message: Payload | undefined;
  readonly to: readonly string[] | undefined;
  readonly seconds: number;
  readonly times: number;
}

/** One order of the operator. */
export type Act =
  | Deliver
  /** hands held messages out as they came, in this order */
  | { readonly do: 'forward'; readonly seqs: readonly number[] }
  /** forgets a held message */
  | { readonly do: 'drop'; readonly seq: number }
  /** forgets what waits to be handed out, by the number of the journal's entry that announced it */
  | { readonly do: 'cancel'; readonly entry: number }
  /** sets the rule, or ends it */
  | { readonly do: 'rule'; readonly rule: Rule | undefined };

const MOST_READERS = 128;
const MOST_FORWARDED = 256;

function names(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_READERS)
    throw new RelayError('BAD_ENVELOPE', `to: no list of 1 to ${MOST_READERS} names`);
  for (const entry of value) {
    if (typeof entry !== 'string') throw new RelayError('BAD_ENVELOPE', 'to: no list of names');
    checkName(entry);
  }
  return value;
}

function number(values: Values, name: string): number {
  const value = sequence(values, name);
  if (value === undefined) throw new RelayError('BAD_ENVELOPE', `${name}: missing`);
  return value;
}

function numbers({ seqs }: Values): readonly number[] {
  const isList = Array.isArray(seqs) && seqs.length > 0 && seqs.length <= MOST_FORWARDED;
  if (!isList || new Set(seqs).size < seqs.length || !seqs.every(Number.isSafeInteger))
    throw new RelayError('BAD_ENVELOPE', `seqs: not 1 to ${MOST_FORWARDED} different numbers`);
  return seqs;
}

function readDeliver(values: Values): Deliver {
  const of = sequence(values, 'of');
  if (of === undefined) required(values, 'user'); // an invention comes as nothing, and from nobody
  return {
    do: 'deliver',
    of,
    user: optionalName(values, 'user'),
    message: of !== undefined && values.message === undefined ? undefined : readPayload(values.message),
    to: names(values.to),
    seconds: wholeNumber(values, 'seconds', 0, 0, MOST_SECONDS),
    times: wholeNumber(values, 'times', 1, 1, MOST_TIMES),
  };
}

/** @throws RelayError `BAD_ENVELOPE` or `BAD_NAME` for what is no order */
export function readAct(values: Values): Act {
  switch (values.do) {
    case 'deliver':
      return readDeliver(values);
    case 'forward':
      return { do: 'forward', seqs: numbers(values) };
    case 'drop':
      return { do: 'drop', seq: number(values, 'seq') };
    case 'cancel':
      return { do: 'cancel', entry: number(values, 'entry') };
    case 'rule':
      return { do: 'rule', rule: values.rule === null ? undefined : readRule(values.rule) };
    default:
      throw new RelayError('BAD_ENVELOPE', 'do: unknown');
  }
}

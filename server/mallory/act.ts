// What the malicious relay can be told to do, by hand or by rule, and how unknown JSON becomes such an order.
import { checkName } from '../name.ts';
import { type Payload, readPayload } from '../payload.ts';
import { RelayError } from '../refusal.ts';
import { isObject, optionalText, required, sequence, type Values } from '../values.ts';

/** What is done to messages of themselves, from now on. */
export interface Rule {
  readonly act: 'hold' | 'drop' | 'delay' | 'replay' | 'relabel' | 'reflect' | 'swap';
  /** the only sender whose messages it is for; all of them where undefined */
  readonly from: string | undefined;
  /** it is for each so manieth message alone: 1 for all, 2 for every other one */
  readonly every: number;
  /** seconds, for `delay` and for the copies of `replay` */
  readonly seconds: number;
  /** copies, for `replay` */
  readonly times: number;
  /** the name that `relabel` writes on the envelope */
  readonly as: string | undefined;
}

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

/** One order of the operator. */
export type Act =
  /** hands something out, `times` times, after so many seconds and at that interval; a held message is held no longer */
  | { readonly do: 'deliver'; readonly what: Handout; readonly seconds: number; readonly times: number }
  /** forgets a held message */
  | { readonly do: 'drop'; readonly seq: number }
  /** sets the rule, or ends it */
  | { readonly do: 'rule'; readonly rule: Rule | undefined };

const MOST_SECONDS = 600;
const MOST_TIMES = 20;
const RULES: readonly string[] = ['hold', 'drop', 'delay', 'replay', 'relabel', 'reflect', 'swap'];

function count(values: Values, name: string, fallback: number, least: number, most: number): number {
  const value = values[name] === undefined ? fallback : values[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  throw new RelayError('BAD_ENVELOPE', `${name}: no whole number from ${least} to ${most}`);
}

function name(values: Values, field: string): string | undefined {
  const value = optionalText(values, field);
  if (value !== undefined) checkName(value);
  return value;
}

function names(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
    throw new RelayError('BAD_ENVELOPE', 'to: no list of names');
  return value;
}

function readRule(value: unknown): Rule {
  if (!isObject(value)) throw new RelayError('BAD_ENVELOPE', 'rule: no JSON object');
  const act = required(value, 'act');
  if (!RULES.includes(act)) throw new RelayError('BAD_ENVELOPE', 'rule: unknown');
  if (act === 'relabel') required(value, 'as');
  return {
    act: act as Rule['act'], // just looked up
    from: name(value, 'from'),
    every: count(value, 'every', 1, 1, 100),
    seconds: count(value, 'seconds', 0, 0, MOST_SECONDS),
    times: count(value, 'times', 1, 1, MOST_TIMES),
    as: name(value, 'as'),
  };
}

/** @throws RelayError `BAD_ENVELOPE` or `BAD_NAME` for what is no order */
export function readAct(values: Values): Act {
  switch (values.do) {
    case 'deliver': {
      const user = required(values, 'user');
      checkName(user);
      return {
        do: 'deliver',
        what: {
          user,
          message: readPayload(values.message),
          to: names(values.to),
          of: sequence(values, 'of'),
        },
        seconds: count(values, 'seconds', 0, 0, MOST_SECONDS),
        times: count(values, 'times', 1, 1, MOST_TIMES),
      };
    }
    case 'drop': {
      const seq = sequence(values, 'seq');
      if (seq === undefined) throw new RelayError('BAD_ENVELOPE', 'seq: missing');
      return { do: 'drop', seq };
    }
    case 'rule':
      return { do: 'rule', rule: values.rule === null ? undefined : readRule(values.rule) };
    default:
      throw new RelayError('BAD_ENVELOPE', 'do: unknown');
  }
}

// What the malicious relay does to messages of itself, and how unknown JSON becomes such a rule.
import { checkName } from '../name.ts';
import { RelayError } from '../refusal.ts';
import { isObject, optionalText, required, type Values, wholeNumber } from '../values.ts';

export const RULE_ACTS = ['hold', 'drop', 'delay', 'replay', 'relabel', 'reflect', 'swap', 'tamper'] as const;
export type RuleAct = (typeof RULE_ACTS)[number];

/** When a rule ends by itself: when it was done to so many messages, or after so many seconds, whichever comes first. */
export interface Span {
  readonly messages: number | undefined;
  readonly seconds: number | undefined;
}

/** What is done to messages of themselves, from now on. */
export interface Rule {
  readonly act: RuleAct;
  /** the only sender whose messages it is for; all of them where undefined */
  readonly from: string | undefined;
  /** it is for each so manieth message alone: 1 for all, 2 for every other one */
  readonly every: number;
  /** seconds, for `delay` and between the copies of `replay` */
  readonly seconds: number;
  /** copies, for `replay` */
  readonly times: number;
  /** the name that `relabel` writes on the envelope */
  readonly as: string | undefined;
  /** how many bytes of the payload lie before those that `tamper` changes */
  readonly offset: number;
  /** what `tamper` XORs onto them: hexadecimal, 1 to 64 bytes */
  readonly mask: string | undefined;
  /** undefined: it holds until another one is set */
  readonly for: Span | undefined;
}

export const MOST_SECONDS = 600;
export const MOST_TIMES = 20;
const MOST_EVERY = 100;
const MOST_MESSAGES = 1000;
const MOST_OFFSET = 65_535;
const MASK = /^(?:[0-9a-f]{2}){1,64}$/i;

const isRuleAct = (text: string): text is RuleAct => RULE_ACTS.some((act) => act === text);

/** @throws RelayError `BAD_NAME` for a text that no envelope may bear */
export function optionalName(values: Values, field: string): string | undefined {
  const value = optionalText(values, field);
  if (value !== undefined) checkName(value);
  return value;
}

function readSpan(value: unknown): Span | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value) || (value.messages === undefined && value.seconds === undefined))
    throw new RelayError('BAD_ENVELOPE', 'for: neither messages nor seconds');
  const limit = (name: string, most: number) =>
    value[name] === undefined ? undefined : wholeNumber(value, name, 1, 1, most);
  return { messages: limit('messages', MOST_MESSAGES), seconds: limit('seconds', MOST_SECONDS) };
}

/** @throws RelayError `BAD_ENVELOPE` or `BAD_NAME` for what is no rule */
export function readRule(value: unknown): Rule {
  if (!isObject(value)) throw new RelayError('BAD_ENVELOPE', 'rule: no JSON object');
  const act = required(value, 'act');
  if (!isRuleAct(act)) throw new RelayError('BAD_ENVELOPE', 'rule: unknown');
  if (act === 'relabel') required(value, 'as');
  const mask = act === 'tamper' ? required(value, 'mask') : optionalText(value, 'mask');
  if (mask !== undefined && !MASK.test(mask))
    throw new RelayError('BAD_ENVELOPE', 'mask: not 1 to 64 bytes in hexadecimal');
  const leastSeconds = act === 'delay' ? 1 : 0;
  return {
    act,
    from: optionalName(value, 'from'),
    every: wholeNumber(value, 'every', 1, 1, MOST_EVERY),
    seconds: wholeNumber(value, 'seconds', 0, leastSeconds, MOST_SECONDS),
    times: wholeNumber(value, 'times', 1, 1, MOST_TIMES),
    as: optionalName(value, 'as'),
    offset: wholeNumber(value, 'offset', 0, 0, MOST_OFFSET),
    mask,
    for: readSpan(value.for),
  };
}

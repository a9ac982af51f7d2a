// A message of the notebook, laid on the bench to be looked at again: it belongs to no conversation.
import { stageNames, stages } from '#lab/stages.ts';
import { readPayload } from '#server/payload.ts';
import { isObject, type Values } from '#server/values.ts';
import type { PeerCheck, Receipt } from './session.ts';
import type { Message } from './timeline.ts';

export interface Exhibit {
  readonly message: Message;
  /** what the server's log said of it */
  readonly line?: string | undefined;
}

const MOST_RECEIPTS = 50;
const RESULTS = ['passed', 'failed', 'not reached'] as const;
const FATES = ['sent', 'relayed', 'refused', 'unconfirmed'] as const;

export const writeExhibit = (exhibit: Exhibit): string => JSON.stringify(exhibit);

class NoExhibit extends Error {}

function text(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new NoExhibit(name);
  return value;
}

function whole(values: Values, name: string): number {
  const value = values[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new NoExhibit(name);
  return value;
}

function oneOf<Known extends string>(known: readonly Known[], value: unknown): Known {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new NoExhibit(String(value));
  return found;
}

function objects(value: unknown, most: number): Values[] {
  if (!Array.isArray(value) || value.length > most || !value.every(isObject)) throw new NoExhibit('list');
  return value;
}

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>); // the name is the one that is given

function readReceipt(values: Values): Receipt {
  const stage = oneOf(stageNames, values.stage);
  const names: readonly PeerCheck['name'][] = [...stages[stage].steps.map(({ name }) => name), 'text'];
  return {
    peer: text(values, 'peer'),
    seq: whole(values, 'seq'),
    from: text(values, 'from'),
    payload: readPayload(values.payload),
    stage,
    now: whole(values, 'now'),
    checks: objects(values.checks, names.length).map(({ name, result }) => ({
      name: oneOf(names, name),
      result: oneOf(RESULTS, result),
    })),
    ...given('text', values.text === undefined ? undefined : text(values, 'text')),
  };
}

function readMessage(values: Values): Message {
  return {
    id: text(values, 'id'),
    ...given('seq', values.seq === undefined ? undefined : whole(values, 'seq')),
    from: text(values, 'from'),
    stage: oneOf(stageNames, values.stage),
    payload: readPayload(values.payload),
    ...given('typed', values.typed === undefined ? undefined : text(values, 'typed')),
    ...given('now', values.now === undefined ? undefined : whole(values, 'now')),
    fate: oneOf(FATES, values.fate),
    receipts: objects(values.receipts, MOST_RECEIPTS).map(readReceipt),
  };
}

/** @param written - what `writeExhibit` wrote, or what came in a file of somebody's. @returns undefined for anything else */
export function readExhibit(written: string): Exhibit | undefined {
  try {
    const values: unknown = JSON.parse(written);
    if (!isObject(values) || !isObject(values.message)) return undefined;
    return {
      message: readMessage(values.message),
      ...given('line', values.line === undefined ? undefined : text(values, 'line')),
    };
  } catch {
    return undefined;
  }
}

// The strict form of a message, or of a line of the log, in a piece of evidence: the inspector draws what it is given.
import type { StageName } from '#lab/stage.ts';
import { stageNames, stages } from '#lab/stages.ts';
import { readPayload } from '#server/payload.ts';
import { REFUSALS, type RefusalCode } from '#server/refusal.ts';
import type { PeerCheck, Receipt } from '../chat/session.ts';
import type { Exhibit, Message } from '../chat/timeline.ts';
import { Fields, WrongForm } from './json-reader.ts';

/** The latest ones of a message: a rule may have one delivered without end. */
const MOST_RECEIPTS = 50;
const RESULTS = ['passed', 'failed', 'not reached'] as const;
const FATES = ['sent', 'relayed', 'refused', 'unconfirmed'] as const;
const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[]; // it has no other keys
const COUNTABLE = Number.MAX_SAFE_INTEGER;

export function writeExhibit({ message, line }: Exhibit): string {
  if (!message) return JSON.stringify({ line });
  return JSON.stringify({ message: { ...message, receipts: message.receipts.slice(-MOST_RECEIPTS) }, line });
}

function readCheck(value: unknown, stage: StageName): PeerCheck {
  const fields = new Fields(value);
  const names: readonly PeerCheck['name'][] = [...stages[stage].steps.map(({ name }) => name), 'text'];
  return { name: fields.oneOf('name', names), result: fields.oneOf('result', RESULTS) };
}

function readReceipt(value: unknown): Receipt {
  const fields = new Fields(value);
  const stage = fields.oneOf('stage', stageNames);
  return {
    peer: fields.text('peer'),
    seq: fields.whole('seq', 0, COUNTABLE),
    from: fields.text('from'),
    payload: readPayload(fields.any('payload')),
    stage,
    now: fields.whole('now', -COUNTABLE, COUNTABLE),
    checks: fields.list('checks', (check) => readCheck(check, stage)),
    ...(fields.has('text') ? { text: fields.text('text') } : {}),
  };
}

function readMessage(value: unknown): Message {
  const fields = new Fields(value);
  const receipts = fields.list('receipts', readReceipt);
  if (receipts.length > MOST_RECEIPTS) throw new WrongForm('too many receipts');
  return {
    id: fields.text('id'),
    ...(fields.has('seq') ? { seq: fields.whole('seq', 0, COUNTABLE) } : {}),
    from: fields.text('from'),
    stage: fields.oneOf('stage', stageNames),
    payload: readPayload(fields.any('payload')),
    ...(fields.has('typed') ? { typed: fields.text('typed') } : {}),
    ...(fields.has('now') ? { now: fields.whole('now', -COUNTABLE, COUNTABLE) } : {}),
    fate: fields.oneOf('fate', FATES),
    ...(fields.has('refusal') ? { refusal: fields.oneOf('refusal', REFUSAL_CODES) } : {}),
    receipts,
  };
}

/** @param written - what `writeExhibit` wrote, or what came in a file of somebody's. @returns undefined for anything else */
export function readExhibit(written: string): Exhibit | undefined {
  try {
    const fields = new Fields(JSON.parse(written));
    if (!fields.has('message')) return { line: fields.text('line') };
    const message = readMessage(fields.any('message'));
    return fields.has('line') ? { message, line: fields.text('line') } : { message };
  } catch {
    return undefined; // no JSON, no such form, or no payload that the wire carries
  }
}

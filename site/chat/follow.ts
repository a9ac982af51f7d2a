// One message on its way: what left its sender, what the server wrote, what reached its reader.
import { fromBase64, fromUtf8 } from '#lab/bytes.ts';
import type { Field } from '#lab/stage.ts';
import { readTimestamp } from '#lab/stages/fernet.ts';
import { stages } from '#lab/stages.ts';
import type { Payload } from '#server/payload.ts';
import { toToken } from './payload.ts';
import type { ServerLog } from './server-log.ts';
import type { Receipt } from './session.ts';
import type { Message } from './timeline.ts';

export interface Way {
  readonly fields: readonly Field[];
  /** the server's line about it, as it wrote it */
  readonly line: string | undefined;
  /** what its reader got, if the reader is in this page */
  readonly receipt: Receipt | undefined;
  /** whether the reader got the very bytes that left the sender */
  readonly sameBytes: boolean;
}

export function wayOf(message: Message, log: ServerLog): Way {
  const line = log.find((entry) => entry.kind === 'line' && entry.line.message === message.seq);
  const receipt = message.receipts.at(-1);
  return {
    fields: stages[message.stage].fields(toToken(message.payload)),
    line: message.seq !== undefined && line?.kind === 'line' ? line.line.text : undefined,
    receipt,
    sameBytes: JSON.stringify(receipt?.payload) === JSON.stringify(message.payload),
  };
}

/** A payload in short, as the eye recognises it: a text, a token's text, or what is in base64 anyway. */
export function summary(payload: Payload): string {
  if (typeof payload === 'string') return payload;
  if (!('data' in payload)) return payload.map(({ data }) => data).join('  ');
  return fromUtf8(fromBase64(payload.data) ?? new Uint8Array(0)) ?? payload.data;
}

/** Whether a payload is the text of a token, which the wire wraps in base64 once more. */
export function isToken(payload: Payload): boolean {
  return typeof payload === 'object' && 'data' in payload;
}

/** The date that a timestamp field bears, if it is one that a calendar can show. */
export function dateOf({ bytes }: Field): Date | undefined {
  const date = new Date(Number(readTimestamp(bytes)) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The character that a byte is in ASCII, if it can be seen. */
export function visible(byte: number): string | undefined {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : undefined;
}

// One message on its way: what left its sender, as fields, as a text, and how old it is.
import { fromBase64, fromUtf8 } from '#lab/bytes.ts';
import type { Field } from '#lab/stage.ts';
import { readTimestamp } from '#lab/stages/fernet.ts';
import { stages } from '#lab/stages.ts';
import type { Payload } from '#server/payload.ts';
import { toToken } from './payload.ts';
import type { Message } from './timeline.ts';

/** The bytes of a message by name: of what left its sender, or of what arrived in its place. */
export function fieldsOf(
  message: Pick<Message, 'stage' | 'payload'>,
  payload: Payload = message.payload,
): readonly Field[] {
  return stages[message.stage].fields(toToken(payload));
}

/** Whether two payloads are the same to the last byte. */
export function isSame(first: Payload, second: Payload): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
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

/** A length of time in the two units in which it is best told; one that is short, in seconds alone. */
export interface Duration {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly count: number;
  /** of the next smaller unit */
  readonly rest: number;
}

/** @param seconds - 0 or more */
export function durationOf(seconds: number): Duration {
  const whole = (size: number) => Math.floor(seconds / size);
  if (seconds < 120) return { unit: 'seconds', count: seconds, rest: 0 };
  if (seconds < 7200) return { unit: 'minutes', count: whole(60), rest: seconds % 60 };
  if (seconds < 172_800) return { unit: 'hours', count: whole(3600), rest: whole(60) % 60 };
  return { unit: 'days', count: whole(86_400), rest: whole(3600) % 24 };
}

/** The character that a byte is in ASCII, if it can be seen. */
export function visible(byte: number): string | undefined {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : undefined;
}

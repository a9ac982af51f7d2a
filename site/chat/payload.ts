// A stage's token as the wire carries it, and back; and with other bytes in one of its fields.
import { tamper } from '#lab/attacks/tamper.ts';
import { fromBase64, toBase64 } from '#lab/bytes.ts';
import type { FieldName, Stage, StageName, Token } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Bytes, Payload } from '#server/payload.ts';

const wrap = (bytes: Uint8Array): Bytes => ({ data: toBase64(bytes), encoding: 'base64' });

/** The relay has checked the base64 of all it delivers; what is none all the same is no bytes. */
const unwrap = ({ data }: Bytes): Uint8Array => fromBase64(data) ?? new Uint8Array(0);

export function toPayload(token: Token): Payload {
  if (typeof token === 'string') return token;
  return token instanceof Uint8Array ? wrap(token) : [wrap(token[0]), wrap(token[1])];
}

export function toToken(payload: Payload): Token {
  if (typeof payload === 'string') return payload;
  return 'data' in payload ? unwrap(payload) : [unwrap(payload[0]), unwrap(payload[1])];
}

/** A payload in which one field has other bytes; undefined where it has no such field, or nothing sendable comes of it. */
export function withField(
  stage: Stage,
  payload: Payload,
  name: Exclude<FieldName, 'unreadable'>,
  change: (bytes: Uint8Array) => Uint8Array,
): Payload | undefined {
  const token = tamper(stage, toToken(payload), name, change);
  return token === undefined ? undefined : toPayload(token);
}

/** The stage that a payload seems to come from, to somebody who knows its form alone. */
export function guessStage(payload: Payload): StageName {
  if (typeof payload === 'string') return 'plaintext';
  if (!('data' in payload)) return 'hazmat';
  return stages.aead.saltIn(unwrap(payload)).length > 0 ? 'aead' : 'fernet';
}

// A stage's token as the wire carries it, and back.
import { fromBase64, toBase64 } from '#lab/bytes.ts';
import type { Token } from '#lab/stage.ts';
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

// What a message carries, in one of three forms, and nothing that the relay could open.
import { isBase64 } from '#lab/bytes.ts';
import { RelayError } from './refusal.ts';
import { isObject } from './values.ts';

export interface Bytes {
  /** base64, padded */
  readonly data: string;
  readonly encoding: 'base64';
}

/** What a peer sends: a text (plaintext), bytes (a Fernet token's text), or a pair of bytes (hazmat). */
export type Payload = string | Bytes | readonly [counterBlock: Bytes, ciphertext: Bytes];

function bytes(value: unknown): Bytes {
  if (!isObject(value) || Object.keys(value).length !== 2)
    throw new RelayError('BAD_ENVELOPE', 'message: neither a text, nor bytes, nor a pair of bytes');
  const { data, encoding } = value;
  if (encoding !== 'base64' || typeof data !== 'string' || !isBase64(data))
    throw new RelayError('BAD_ENVELOPE', 'message: no base64');
  return { data, encoding };
}

/** @throws RelayError `BAD_ENVELOPE` for a payload of another form */
export function readPayload(value: unknown): Payload {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return bytes(value);
  if (value.length !== 2) throw new RelayError('BAD_ENVELOPE', 'message: a pair of bytes has two of them');
  return [bytes(value[0]), bytes(value[1])];
}

// Answers one JSON line with one, so that any program can hold its bytes against the lab's.
import { asciiToText, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts';
import { InvalidToken } from './errors.ts';
import { aesCtr } from './primitives/aes-ctr.ts';
import { decryptGcm, encryptGcm } from './primitives/aes-gcm.ts';
import { hmacSha256 } from './primitives/hmac.ts';
import { pbkdf2Sha256 } from './primitives/pbkdf2.ts';
import { pad, unpad } from './primitives/pkcs7.ts';
import { NO_BYTES, type Random } from './stage.ts';
import { fernet, parseKey, sealFernet } from './stages/fernet.ts';
import { fernetTtl } from './stages/fernet-ttl.ts';

/** What the oracle takes from the world when a line leaves it out. */
export interface World {
  /** seconds from 1970 UTC */
  now(): number;
  readonly random: Random;
}

type Values = Readonly<Record<string, unknown>>;

/** A line whose values do not fit. */
class BadRequest extends Error {
  override name = 'BadRequest';
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new BadRequest();
  return value;
}

function text(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new BadRequest();
  return value;
}

function whole(value: unknown, least: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw new BadRequest();
  return value;
}

const hex = (values: Values, name: string) => present(fromHex(text(values, name)));
const base64 = (values: Values, name: string) => present(fromBase64(text(values, name)));
const given = (values: Values, name: string) => values[name] !== undefined && values[name] !== null;

/** Key, counter block or nonce, and text: what the ciphers take. */
const cipherValues = (values: Values) => [hex(values, 'key'), hex(values, 'iv'), hex(values, 'msg')] as const;
const aad = (values: Values) => (given(values, 'aad') ? hex(values, 'aad') : NO_BYTES);
const out = (bytes: Uint8Array) => ({ out: toHex(bytes) });

const ops: ReadonlyMap<string, (values: Values, world: World) => object> = new Map(
  Object.entries({
    fernet_encrypt(values, world) {
      const keys = present(parseKey(text(values, 'key')));
      const now = given(values, 'time') ? whole(values.time, 0) : world.now();
      const random = given(values, 'iv_b64') ? () => base64(values, 'iv_b64') : world.random;
      if (random(16).length !== 16) throw new BadRequest();
      return { token: asciiToText(sealFernet(base64(values, 'data_b64'), keys, { now, random })) };
    },
    fernet_decrypt(values, world) {
      const keys = present(parseKey(text(values, 'key')));
      const token = utf8(text(values, 'token'));
      const now = given(values, 'now') ? whole(values.now, 0) : world.now();
      const plaintext = given(values, 'ttl')
        ? fernetTtl.open(token, keys, { now, ttl: whole(values.ttl, 0) })
        : fernet.open(token, keys, { now });
      return { plaintext_b64: toBase64(plaintext) };
    },
    ctr: (values) => out(aesCtr(...cipherValues(values))),
    ctr_pkcs7_encrypt(values) {
      const [key, counterBlock, msg] = cipherValues(values);
      return out(aesCtr(key, counterBlock, pad(msg)));
    },
    ctr_pkcs7_decrypt(values) {
      const plaintext = unpad(aesCtr(...cipherValues(values)));
      if (!plaintext) throw new InvalidToken();
      return out(plaintext);
    },
    gcm_encrypt: (values) => out(encryptGcm(...cipherValues(values), aad(values))),
    gcm_decrypt: (values) => out(decryptGcm(...cipherValues(values), aad(values))),
    hmac: (values) => out(hmacSha256(hex(values, 'key'), hex(values, 'msg'))),
    pbkdf2: (values) =>
      out(pbkdf2Sha256(hex(values, 'key'), hex(values, 'iv'), whole(values.iter, 1), whole(values.len, 1))),
  } satisfies Record<string, (values: Values, world: World) => object>),
);

/** The name a failure goes by in an answer; what is neither a refusal nor a misfit is a fault of the lab, and thrown. */
function errorName(error: unknown): string {
  if (error instanceof InvalidToken) return 'InvalidToken';
  if (error instanceof BadRequest || error instanceof RangeError) return 'BadRequest';
  throw error;
}

function parse(line: string): Values | undefined {
  try {
    const value: unknown = JSON.parse(line);
    // A JSON object has string keys, and its values are looked at one by one.
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Values)
      : undefined;
  } catch {
    return undefined;
  }
}

function reply(values: Values, world: World): object {
  const { id, op } = values;
  const run = typeof op === 'string' ? ops.get(op) : undefined;
  if (!run) return { id, unsupported: true };
  try {
    return { id, ok: true, ...run(values, world) };
  } catch (error) {
    return { id, ok: false, error: errorName(error) };
  }
}

const NO_REQUEST = { ok: false, error: 'BadRequest' };

/** An answer as text. An `id` may be nested deeper than it can be written again: then it is no request. */
function written(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(NO_REQUEST);
  }
}

/**
 * Answers one line.
 * @param line - a JSON object with `op`, its values, and an `id` of any kind
 * @returns a JSON object without newline: `ok: true` and the result; `ok: false` and `error`, which is `InvalidToken`
 * for a refused token and `BadRequest` for values that do not fit; or `unsupported: true`
 */
export function answer(line: string, world: World): string {
  const values = parse(line);
  return written(values ? reply(values, world) : NO_REQUEST);
}

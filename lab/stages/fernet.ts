// The third stage: a dated, encrypted, signed token, and back. Source: the Fernet specification, version 0x80.
import { concat, decodeBase64Url, encodeBase64Url, equal, fromUtf8, utf8 } from '../bytes.ts';
import { decryptCbc, encryptCbc } from '../primitives/aes-cbc.ts';
import { hmacSha256 } from '../primitives/hmac.ts';
import { BLOCK_BYTES, pad, unpad } from '../primitives/pkcs7.ts';
import { expectBytes } from '../primitives/size.ts';
import {
  type Attempt,
  type Keys,
  layOut,
  noSalt,
  openBy,
  type SealContext,
  type Stage,
  type Step,
  type Token,
  unreadable,
} from '../stage.ts';

const VERSION = 0x80;
const HALF_KEY_BYTES = 16;
const HMAC_BYTES = 32;

// Where the fields begin ("Token Format"): version 1, timestamp 8, IV 16, ciphertext 16n, HMAC 32 bytes.
const TIMESTAMP = 1;
const IV = 9;
const CIPHERTEXT = 25;
const SHORTEST = CIPHERTEXT + BLOCK_BYTES + HMAC_BYTES;

/** Splits 32 bytes: the signing key comes first ("Key Format"). @throws RangeError for any other size */
export function splitKey(key: Uint8Array): Keys {
  expectBytes('Fernet key', key, 2 * HALF_KEY_BYTES);
  return { signingKey: key.slice(0, HALF_KEY_BYTES), encryptionKey: key.slice(HALF_KEY_BYTES) };
}

/** Reads a Fernet key, 44 characters of padded base64url. @returns undefined for anything else */
export function parseKey(text: string): Keys | undefined {
  const key = decodeBase64Url(utf8(text));
  return key?.length === 2 * HALF_KEY_BYTES ? splitKey(key) : undefined;
}

/** The text of a Fernet key. */
export function formatKey(keys: Keys): string {
  return fromUtf8(encodeBase64Url(concat(keys.signingKey, keys.encryptionKey))) ?? '';
}

/** Reads a timestamp field, 8 bytes, unsigned, big-endian: seconds from 1970 UTC. */
export function readTimestamp(field: Uint8Array): bigint {
  return new DataView(field.buffer, field.byteOffset).getBigUint64(0);
}

function checkKeys(keys: Keys): void {
  expectBytes('signing key', keys.signingKey, HALF_KEY_BYTES);
  expectBytes('encryption key', keys.encryptionKey, HALF_KEY_BYTES);
}

/**
 * Makes a token ("Generating", steps 1 to 6).
 * @param plaintext - 0 or more bytes
 * @param keys - signing key and encryption key, 16 bytes each
 * @param context - `now` becomes the timestamp; `random` gives the IV, 16 bytes
 * @returns base64url text, as ASCII bytes
 * @throws RangeError for a key of the wrong size, or a `now` that is no whole number of seconds from 1970 on
 */
export function sealFernet(plaintext: Uint8Array, keys: Keys, { now, random }: SealContext): Uint8Array {
  checkKeys(keys);
  if (!Number.isSafeInteger(now) || now < 0)
    throw new RangeError(`now: ${now} came, whole seconds from 1970 on were wanted`);
  const padded = pad(plaintext);
  const token = new Uint8Array(CIPHERTEXT + padded.length + HMAC_BYTES);
  const signed = token.subarray(0, -HMAC_BYTES);
  const iv = random(BLOCK_BYTES);
  token[0] = VERSION;
  new DataView(token.buffer).setBigUint64(TIMESTAMP, BigInt(now));
  token.set(iv, IV);
  token.set(encryptCbc(keys.encryptionKey, iv, padded), CIPHERTEXT);
  token.set(hmacSha256(keys.signingKey, signed), signed.length);
  return encodeBase64Url(token);
}

const form: Step = {
  name: 'form',
  passes(opening) {
    checkKeys(opening.keys);
    return opening.token instanceof Uint8Array;
  },
};

const base64url: Step = {
  name: 'base64url', // "Verifying", step 1
  passes(opening) {
    const decoded = opening.token instanceof Uint8Array ? decodeBase64Url(opening.token) : undefined;
    if (decoded) opening.bytes = decoded;
    return decoded !== undefined;
  },
};

const length: Step = {
  name: 'length', // "Token Fields": the ciphertext is a multiple of 16 bytes, and padding makes it one block at least
  passes: ({ bytes }) => bytes.length >= SHORTEST && (bytes.length - SHORTEST) % BLOCK_BYTES === 0,
};

const version: Step = {
  name: 'version', // step 2
  passes: ({ bytes }) => bytes[0] === VERSION,
};

const hmac: Step = {
  name: 'hmac', // steps 4 and 5, in constant time, and before any decryption
  passes: ({ bytes, keys }) =>
    equal(hmacSha256(keys.signingKey, bytes.subarray(0, -HMAC_BYTES)), bytes.subarray(-HMAC_BYTES)),
};

const padding: Step = {
  name: 'padding', // steps 6 and 7
  passes(opening) {
    const { bytes, keys } = opening;
    const iv = bytes.subarray(IV, CIPHERTEXT);
    const text = unpad(decryptCbc(keys.encryptionKey, iv, bytes.subarray(CIPHERTEXT, -HMAC_BYTES)));
    if (text) opening.bytes = text;
    return text !== undefined;
  },
};

/**
 * The steps of "Verifying".
 * @param clock - those that look at the clock: before the HMAC, as step 3 says
 * @param memory - those that ask a memory: behind the HMAC, so that nobody can fill it with inventions
 */
export function fernetSteps(clock: readonly Step[] = [], memory: readonly Step[] = []): readonly Step[] {
  return [form, base64url, length, version, ...clock, hmac, ...memory, padding];
}

/** What a step between `version` and `padding` may ask: when the decoded token says that it was made. */
export function timestampIn({ bytes }: Pick<Attempt, 'bytes'>): bigint {
  return readTimestamp(bytes.subarray(TIMESTAMP, IV));
}

/** Likewise: its last 32 bytes, which no two different tokens of one key share. */
export function hmacIn({ bytes }: Pick<Attempt, 'bytes'>): Uint8Array {
  return bytes.subarray(-HMAC_BYTES);
}

function fields(token: Token) {
  const decoded = token instanceof Uint8Array ? decodeBase64Url(token) : undefined;
  if (!decoded || decoded.length < CIPHERTEXT + HMAC_BYTES) return unreadable(token);
  return layOut([
    ['version', decoded.subarray(0, TIMESTAMP)],
    ['timestamp', decoded.subarray(TIMESTAMP, IV)],
    ['iv', decoded.subarray(IV, CIPHERTEXT)],
    ['ciphertext', decoded.subarray(CIPHERTEXT, -HMAC_BYTES)],
    ['hmac', decoded.subarray(-HMAC_BYTES)],
  ]);
}

const steps = fernetSteps();

export const fernet: Stage = {
  name: 'fernet',
  // WEAK ON PURPOSE (chapter "Authenticated Symmetric Encryption"): no salt and no cost, so a guess takes one hash,
  // see lab/attacks/dictionary.ts
  derivation: { kdf: 'sha256' },
  keys: splitKey,
  seal: sealFernet,
  // WEAK ON PURPOSE (same chapter): it looks at no clock and remembers nothing, see lab/attacks/replay.ts
  open: openBy(steps),
  steps,
  fields,
  join: (parts) => encodeBase64Url(concat(...parts)),
  saltIn: noSalt,
};

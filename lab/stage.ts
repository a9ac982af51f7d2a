// What a stage is: one way to protect a message, and the walk through its checks.
import { concat, utf8 } from './bytes.ts';
import { InvalidToken } from './errors.ts';

export type StageName = 'plaintext' | 'hazmat' | 'fernet' | 'fernet-ttl';

/**
 * What `seal` returns and the relay carries: a text (plaintext), bytes (the ASCII of a Fernet token), or a pair
 * of byte strings (hazmat: counter block 16, ciphertext 16n).
 */
export type Token = string | Uint8Array | readonly [counterBlock: Uint8Array, ciphertext: Uint8Array];

/** The two halves of a key, in the words of the Fernet specification; a stage that lacks one has it empty. */
export interface Keys {
  /** 16 bytes, or none */
  readonly signingKey: Uint8Array;
  /** 16 bytes, or none */
  readonly encryptionKey: Uint8Array;
}

export interface Pbkdf2 {
  readonly kdf: 'pbkdf2';
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** bytes of key */
  readonly length: number;
}

/** How a password becomes key bytes. It is data, so that a page may hand it to the browser's own PBKDF2. */
export type Derivation = { readonly kdf: 'none' } | { readonly kdf: 'sha256' } | Pbkdf2;

/** A source of random bytes, fit for keys: `length` fresh bytes at each call. */
export type Random = (length: number) => Uint8Array;

export interface SealContext {
  /** the sender's clock: whole seconds from 1970 UTC */
  readonly now: number;
  readonly random: Random;
}

export interface OpenContext {
  /** the receiver's clock: whole seconds from 1970 UTC */
  readonly now: number;
  /** the greatest age accepted, in seconds, for a stage that has a TTL; `Infinity` accepts any age */
  readonly ttl?: number;
}

/** The names of all checks. The site turns each into a sentence. */
export type CheckName = 'form' | 'base64url' | 'length' | 'version' | 'age' | 'skew' | 'hmac' | 'padding';

/** What an opening knows so far. Each step reads `bytes`, and may put what it made of them in their place. */
export interface Attempt {
  readonly token: Token;
  readonly keys: Keys;
  readonly context: OpenContext;
  bytes: Uint8Array;
}

/** One check on the way from a token to its plaintext. */
export interface Step {
  readonly name: CheckName;
  passes(attempt: Attempt): boolean;
}

/** The names of all parts of a token. */
export type FieldName =
  | 'text'
  | 'counterBlock'
  | 'version'
  | 'timestamp'
  | 'iv'
  | 'ciphertext'
  | 'hmac'
  | 'unreadable';

/** A part of a token: its bytes, and where they begin in the token's bytes. */
export interface Field {
  readonly name: FieldName;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A way to protect one message. Each chapter of the lab is one of these. */
export interface Stage {
  readonly name: StageName;
  readonly derivation: Derivation;
  /** Splits the derived bytes into the two halves. */
  keys(derived: Uint8Array): Keys;
  /** @throws RangeError for keys or a clock that no token can be made with */
  seal(plaintext: Uint8Array, keys: Keys, context: SealContext): Token;
  /** @throws InvalidToken for any bad token; RangeError for keys of the wrong size */
  open(token: Token, keys: Keys, context: OpenContext): Uint8Array;
  /** The checks of `open`, in order. */
  readonly steps: readonly Step[];
  /** The token's bytes, named, without any key; a token too broken to be split is one `unreadable` field. */
  fields(token: Token): readonly Field[];
}

/** No bytes at all: the half of a key that a stage does not have. */
export const NO_BYTES = new Uint8Array(0);

/** A fresh attempt at a token. */
export function attempt(token: Token, keys: Keys, context: OpenContext): Attempt {
  return { token, keys, context, bytes: NO_BYTES };
}

/** Walks the steps until one fails. @returns how many passed */
export function walk(steps: readonly Step[], opening: Attempt): number {
  let passed = 0;
  for (const step of steps) {
    if (!step.passes(opening)) break;
    passed += 1;
  }
  return passed;
}

/** The `open` of a stage with these steps: the last bytes when all pass, else the one bare error. */
export function openBy(steps: readonly Step[]): Stage['open'] {
  return (token, keys, context) => {
    const opening = attempt(token, keys, context);
    if (walk(steps, opening) < steps.length) throw new InvalidToken();
    return opening.bytes;
  };
}

/** `open` without the throw: undefined for a refused token. Keys of the wrong size still throw. */
export function tryOpen(
  stage: Stage,
  token: Token,
  keys: Keys,
  context: OpenContext,
): Uint8Array | undefined {
  try {
    return stage.open(token, keys, context);
  } catch (error) {
    if (error instanceof InvalidToken) return undefined;
    throw error;
  }
}

/** Lays named parts end to end, each at its offset; empty ones keep their place. */
export function layOut(parts: readonly (readonly [FieldName, Uint8Array])[]): Field[] {
  let offset = 0;
  return parts.map(([name, bytes]) => {
    const field = { name, offset, bytes };
    offset += bytes.length;
    return field;
  });
}

/** The fields of a token that has not even the form of the stage: its bytes, under one name. */
export function unreadable(token: Token): Field[] {
  if (typeof token === 'string') return layOut([['unreadable', utf8(token)]]);
  return layOut([['unreadable', token instanceof Uint8Array ? token : concat(...token)]]);
}

// What a stage is: one way to protect a message, and the walk through its checks.
import { concat, utf8 } from './bytes.ts';
import { InvalidToken } from './errors.ts';
import type { Memory } from './memory.ts';

export type StageName = 'plaintext' | 'hazmat' | 'fernet' | 'fernet-ttl' | 'aead';

/**
 * What `seal` returns and the relay carries: a text (plaintext), bytes (the ASCII of a Fernet token; the fields of
 * `aead` end to end), or a pair of byte strings (hazmat: counter block 16, ciphertext 16n).
 */
export type Token = string | Uint8Array | readonly [counterBlock: Uint8Array, ciphertext: Uint8Array];

/** The two halves of a key, in the words of the Fernet specification; a stage that lacks one has it empty. */
export interface Keys {
  /** 16 bytes, or none */
  readonly signingKey: Uint8Array;
  /** 16 bytes, 32 for `aead`, or none */
  readonly encryptionKey: Uint8Array;
}

export interface Pbkdf2 {
  readonly kdf: 'pbkdf2';
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** bytes of key */
  readonly length: number;
}

export interface Scrypt {
  readonly kdf: 'scrypt';
  /** empty in a stage's table, since each session draws its own: see `saltedWith` */
  readonly salt: Uint8Array;
  /** N, r and p of RFC 7914 §2 */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  /** bytes of key */
  readonly length: number;
}

/** How a password becomes key bytes. It is data, so that a page may hand it to the browser's own PBKDF2. */
export type Derivation = QuickDerivation | Pbkdf2 | Scrypt;

/** Those that take no time. */
export type QuickDerivation = { readonly kdf: 'none' } | { readonly kdf: 'sha256' };

/** A source of random bytes, fit for keys: `length` fresh bytes at each call. */
export type Random = (length: number) => Uint8Array;

/** Where one sender stands with one key: what makes each of its messages different from all others. */
export interface Sending {
  /** of the key that the message is sealed with */
  readonly salt: Uint8Array;
  /** the number of the message under that salt, from 1 */
  readonly counter: number;
}

export interface SealContext {
  /** the sender's clock: whole seconds from 1970 UTC */
  readonly now: number;
  readonly random: Random;
  /** what a stage with associated data binds the token to; the others carry it beside the token, where anybody may change it */
  readonly room?: string;
  readonly sender?: string;
  readonly sending?: Sending;
}

export interface OpenContext {
  /** the receiver's clock: whole seconds from 1970 UTC */
  readonly now: number;
  /** the greatest age accepted, in seconds, for a stage that has a TTL; `Infinity` accepts any age */
  readonly ttl?: number;
  /** the room and the sender as the relay tells them, for a stage that has bound the token to them */
  readonly room?: string;
  readonly sender?: string;
  /** the receiver's own name: nobody gets messages from himself */
  readonly self?: string;
  /** what the receiver remembers; a stage that needs one and gets none begins with an empty one at each token */
  readonly memory?: Memory;
}

/** The names of all checks. The site turns each into a sentence. */
export type CheckName =
  | 'form'
  | 'base64url'
  | 'length'
  | 'version'
  | 'age'
  | 'skew'
  | 'hmac'
  | 'unseen'
  | 'padding'
  | 'sender'
  | 'salts'
  | 'tag'
  | 'counter';

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
  | 'salt'
  | 'counter'
  | 'nonce'
  | 'tag'
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
  /** The reverse of `fields`: a token of the bytes of all its fields, in order; undefined where none comes of them. */
  join(parts: readonly Uint8Array[]): Token | undefined;
  /** The salt of the key that a token wants, 16 bytes; none where the stage's key has no salt of its own. */
  saltIn(token: Token): Uint8Array;
}

/** No bytes at all: the half of a key that a stage does not have. */
export const NO_BYTES = new Uint8Array(0);

/** `saltIn` of a stage whose key has no salt of its own. */
export const noSalt = () => NO_BYTES;

/** A derivation with the salt of a session or of a token; one that takes no such salt stays as it is. */
export function saltedWith(derivation: Derivation, salt: Uint8Array): Derivation {
  return derivation.kdf === 'scrypt' ? { ...derivation, salt } : derivation;
}

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

/**
 * The `open` of a stage with these steps: the last bytes when all pass, else the one bare error.
 * @param remember - what a receiver with a memory does with a token that it has accepted
 */
export function openBy(steps: readonly Step[], remember?: (opening: Attempt) => void): Stage['open'] {
  return (token, keys, context) => {
    const opening = attempt(token, keys, context);
    if (walk(steps, opening) < steps.length) throw new InvalidToken();
    remember?.(opening);
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

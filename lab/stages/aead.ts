// The fifth stage, beyond the lab: AES-256-GCM bound to its room, its sender and its number, and a receiver that remembers.
import { concat, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { Memory } from '../memory.ts';
import { decryptGcm, encryptGcm, TAG_BYTES } from '../primitives/aes-gcm.ts';
import { expectBytes } from '../primitives/size.ts';
import {
  type Attempt,
  layOut,
  NO_BYTES,
  openBy,
  type SealContext,
  type Stage,
  type Step,
  type Token,
  unreadable,
} from '../stage.ts';

const VERSION = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** Size of a session's salt, in bytes. */
export const SALT_BYTES = 16;

// Where the fields begin: version 1, salt 16, counter 8, nonce 12, ciphertext n, tag 16 bytes.
const SALT = 1;
const COUNTER = 17;
const NONCE = 25;
const CIPHERTEXT = 37;
const SHORTEST = CIPHERTEXT + TAG_BYTES;

/** A name with its length before it, so that no two pairs of names give the same bytes. @throws RangeError over 65535 bytes */
function lengthAndName(name: string): Uint8Array {
  const bytes = utf8(name);
  if (bytes.length > 0xffff) throw new RangeError(`name: ${bytes.length} bytes came, 65535 at most`);
  return concat(Uint8Array.of(bytes.length >> 8, bytes.length & 255), bytes);
}

/** What the tag covers besides the ciphertext: version, room, sender, salt, counter. */
function associatedData(head: Uint8Array, room: string, sender: string): Uint8Array {
  return concat(
    head.subarray(0, SALT),
    lengthAndName(room),
    lengthAndName(sender),
    head.subarray(SALT, NONCE),
  );
}

/** The room and the sender of a context, both of which the tag covers. @throws RangeError where one is missing */
function namesIn({ room, sender }: Pick<SealContext, 'room' | 'sender'>): [room: string, sender: string] {
  if (room === undefined || sender === undefined)
    throw new RangeError('room and sender: this stage binds a token to both, and one is missing');
  return [room, sender];
}

/**
 * @param context - `random` gives the nonce, 12 bytes; `sending`, `room` and `sender` must be there
 * @returns version ‖ salt ‖ counter ‖ nonce ‖ ciphertext ‖ tag
 * @throws RangeError for a key or a salt of the wrong size, a counter below 1, or a context that lacks something
 * Source: NIST SP 800-38D §7.1; the random nonce: §8.2.2
 */
function seal(text: Uint8Array, { encryptionKey }: { encryptionKey: Uint8Array }, context: SealContext) {
  expectBytes('AEAD key', encryptionKey, KEY_BYTES);
  const [room, sender] = namesIn(context);
  const { salt = NO_BYTES, counter = 0 } = context.sending ?? {};
  expectBytes('salt', salt, SALT_BYTES);
  if (!Number.isSafeInteger(counter) || counter < 1)
    throw new RangeError(`counter: ${counter} came, a whole number from 1 on was wanted`);
  const head = new Uint8Array(CIPHERTEXT);
  head[0] = VERSION;
  head.set(salt, SALT);
  new DataView(head.buffer).setBigUint64(COUNTER, BigInt(counter));
  const nonce = context.random(NONCE_BYTES);
  head.set(nonce, NONCE);
  return concat(head, encryptGcm(encryptionKey, nonce, text, associatedData(head, room, sender)));
}

const saltOf = (bytes: Uint8Array) => bytes.subarray(SALT, COUNTER);
const counterOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(COUNTER);

/** The token as bytes, which is what it is as soon as the step `form` has passed. */
const bytesOf = ({ token }: Attempt) => (token instanceof Uint8Array ? token : NO_BYTES);

/** A receiver without a memory is one that has just lost it: it knows nobody. */
const memoryOf = ({ context }: Attempt) => context.memory ?? new Memory();

const form: Step = {
  name: 'form',
  passes: ({ token }) => token instanceof Uint8Array,
};

const length: Step = {
  name: 'length',
  passes: (opening) => bytesOf(opening).length >= SHORTEST,
};

const version: Step = {
  name: 'version',
  passes: (opening) => bytesOf(opening)[0] === VERSION,
};

const sender: Step = {
  name: 'sender', // one key serves both directions, so that a reflected token would pass all other checks
  passes: ({ context }) => {
    const [, name] = namesIn(context);
    return name !== context.self;
  },
};

const salts: Step = {
  name: 'salts', // before any key is derived: whoever invents salts would keep the receiver busy for nothing
  passes: (opening) => {
    const [, name] = namesIn(opening.context);
    return memoryOf(opening).meet(name, saltOf(bytesOf(opening)), opening.context.now);
  },
};

const tag: Step = {
  name: 'tag', // SP 800-38D §7.2
  passes(opening) {
    const { encryptionKey } = opening.keys;
    expectBytes('AEAD key', encryptionKey, KEY_BYTES);
    const token = bytesOf(opening);
    const bound = associatedData(token.subarray(0, CIPHERTEXT), ...namesIn(opening.context));
    const sealed = token.subarray(CIPHERTEXT);
    try {
      opening.bytes = decryptGcm(encryptionKey, token.subarray(NONCE, CIPHERTEXT), sealed, bound);
      return true;
    } catch (error) {
      if (error instanceof InvalidToken) return false;
      throw error;
    }
  },
};

const counter: Step = {
  name: 'counter', // behind the tag, so that nobody but a holder of the key can move it
  passes(opening) {
    const [, name] = namesIn(opening.context);
    const bytes = bytesOf(opening);
    return counterOf(bytes) > memoryOf(opening).highest(name, saltOf(bytes));
  },
};

const steps = [form, length, version, sender, salts, tag, counter] as const;

function remember(opening: Attempt): void {
  const [, name] = namesIn(opening.context);
  const bytes = bytesOf(opening);
  opening.context.memory?.accept(name, saltOf(bytes), counterOf(bytes));
}

function fields(token: Token) {
  if (!(token instanceof Uint8Array) || token.length < SHORTEST) return unreadable(token);
  return layOut([
    ['version', token.subarray(0, SALT)],
    ['salt', token.subarray(SALT, COUNTER)],
    ['counter', token.subarray(COUNTER, NONCE)],
    ['nonce', token.subarray(NONCE, CIPHERTEXT)],
    ['ciphertext', token.subarray(CIPHERTEXT, -TAG_BYTES)],
    ['tag', token.subarray(-TAG_BYTES)],
  ]);
}

export const aead: Stage = {
  name: 'aead',
  derivation: {
    kdf: 'scrypt',
    salt: NO_BYTES,
    cost: 2 ** 15,
    blockSize: 8,
    parallelization: 1,
    length: KEY_BYTES,
  },
  keys: (derived) => ({ signingKey: NO_BYTES, encryptionKey: derived }),
  seal,
  open: openBy(steps, remember),
  steps,
  fields,
  join: (parts) => concat(...parts),
  saltIn: (token) =>
    token instanceof Uint8Array && token.length >= SHORTEST && token[0] === VERSION
      ? token.slice(SALT, COUNTER)
      : NO_BYTES,
};

// Tries passwords on one Fernet token whose key is their SHA-256, fast: an attacker's tool, which protects nothing.
//
// So it does without @noble, and compares in whatever time it takes: see sha256-blocks.ts.
import { concat, utf8 } from '../bytes.ts';
import type { Token } from '../stage.ts';
import { fernet } from '../stages/fernet.ts';
import { BLOCK_BYTES, begin, compress, newBlock, newState, type State } from './sha256-blocks.ts';

// The key's block with one byte in every place. Source: RFC 2104 §2
const INNER_PAD = 0x36363636;
const OUTER_PAD = 0x5c5c5c5c;
/** Words of the signing key: the first half of the password's hash. */
const KEY_WORDS = 4;
const HMAC_BYTES = 32;

/** How many blocks a text takes with its end: one bit, and its length in 8 bytes. Source: FIPS 180-4 §5.1.1 */
const blocksOf = (length: number) => Math.ceil((length + 9) / BLOCK_BYTES);

/**
 * Ends a text in a buffer, in which the blocks after it may hold anything.
 * @param hashed - bytes that were hashed before the text
 */
function end(buffer: Uint8Array, length: number, hashed: number): void {
  const last = blocksOf(length) * BLOCK_BYTES;
  buffer.fill(0, length, last);
  buffer[length] = 0x80;
  let bits = (hashed + length) * 8; // less than 2³²: nobody sends half a gigabyte
  for (let at = last - 1; bits > 0; bits >>>= 8) buffer[at--] = bits & 255;
}

/** The words of a block, big-endian. */
function read(buffer: Uint8Array, from: number, words: Int32Array): void {
  for (let i = 0, at = from; i < 16; i++, at += 4)
    words[i] =
      // Within the buffer, whose length is a multiple of 64.
      ((buffer[at] as number) << 24) |
      ((buffer[at + 1] as number) << 16) |
      ((buffer[at + 2] as number) << 8) |
      (buffer[at + 3] as number);
}

/** What the HMAC of a token is over, and the HMAC. @throws RangeError for a token that has not the form of Fernet's */
function partsOf(token: Token): { signed: Uint8Array; hmac: Uint8Array } {
  const fields = fernet.fields(token);
  const last = fields.at(-1);
  if (last?.name !== 'hmac') throw new RangeError('token: one came that has not the form of Fernet’s');
  return { signed: concat(...fields.slice(0, -1).map(({ bytes }) => bytes)), hmac: last.bytes };
}

export class Sha256Search {
  /** the signed blocks, the same under every key */
  readonly #signed: readonly Int32Array[];
  readonly #hmac = newState();
  /** the outer hash's last block: 8 words of the inner one, and the end of a text of 96 bytes */
  readonly #last = newBlock();
  readonly #block = newBlock();
  readonly #key = newState();
  readonly #inner = newState();
  readonly #outer = newState();
  #text = new Uint8Array(4 * BLOCK_BYTES);

  /** @param token - the ASCII bytes of a Fernet token. @throws RangeError for another token */
  constructor(token: Token) {
    const { signed, hmac } = partsOf(token);
    const blocks = blocksOf(signed.length);
    const text = new Uint8Array(blocks * BLOCK_BYTES);
    text.set(signed);
    end(text, signed.length, BLOCK_BYTES);
    this.#signed = Array.from({ length: blocks }, (_, i) => {
      const block = newBlock();
      read(text, i * BLOCK_BYTES, block);
      return block;
    });
    const view = new DataView(hmac.buffer, hmac.byteOffset);
    for (let i = 0; i < 8; i++) this.#hmac[i] = view.getInt32(4 * i);
    this.#last[8] = 0x80000000;
    this.#last[15] = (BLOCK_BYTES + HMAC_BYTES) * 8;
  }

  /**
   * Whether the token was made with the key of this password. It hashes the password's block, one block for each pad of the key,
   * the signed blocks, and the inner hash: five blocks for a message of 15 bytes, six for one of 30.
   */
  fits(password: string): boolean {
    this.#hash(password);
    this.#beginWith(this.#inner, INNER_PAD);
    for (const block of this.#signed) compress(this.#inner, block);
    this.#beginWith(this.#outer, OUTER_PAD);
    for (let i = 0; i < 8; i++) this.#last[i] = this.#inner[i] as number;
    compress(this.#outer, this.#last);
    if (this.#outer[0] !== this.#hmac[0]) return false; // nearly always
    return this.#outer.every((word, i) => word === this.#hmac[i]);
  }

  /** The key bytes of the password: the hash of its UTF-8. */
  #hash(password: string): void {
    const length = this.#write(password);
    end(this.#text, length, 0);
    begin(this.#key);
    for (let from = 0; from < length + 9; from += BLOCK_BYTES) {
      read(this.#text, from, this.#block);
      compress(this.#key, this.#block);
    }
  }

  /** Writes the password's UTF-8 into the buffer. @returns its bytes */
  #write(password: string): number {
    const room = blocksOf(3 * password.length) * BLOCK_BYTES; // no code unit takes more than three bytes
    if (room > this.#text.length) this.#text = new Uint8Array(room);
    for (let i = 0; i < password.length; i++) {
      const code = password.charCodeAt(i);
      if (code > 127) {
        const bytes = utf8(password);
        this.#text.set(bytes);
        return bytes.length;
      }
      this.#text[i] = code;
    }
    return password.length;
  }

  /** Starts a hash with the block that the key makes with a pad. */
  #beginWith(state: State, pad: number): void {
    for (let i = 0; i < 16; i++) this.#block[i] = i < KEY_WORDS ? pad ^ (this.#key[i] as number) : pad;
    begin(state);
    compress(state, this.#block);
  }
}

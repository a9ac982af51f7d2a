// A pseudo-random generator made of AES in counter mode: whoever has its seed has all that it will ever give.
import { aesCtr } from './aes-ctr.ts';
import { BLOCK_BYTES } from './pkcs7.ts';
import { expectBytes } from './size.ts';

/** Bytes of a seed: it serves as the key of AES-128. */
export const SEED_BYTES = 16;

const WORDS_PER_BLOCK = BLOCK_BYTES / 4;
const NOTHING = new Uint8Array(BLOCK_BYTES);

/** The counter block that counts n: 16 bytes, big-endian. n stays below 2^32. */
function counterBlock(n: number): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  new DataView(block.buffer).setUint32(BLOCK_BYTES - 4, n);
  return block;
}

/**
 * Deterministic to the last bit, and foretold by nobody who lacks the seed and cannot break AES.
 * The core of CTR_DRBG (NIST SP 800-90A §10.2.1) without what that one has besides: a new key after each request, so that
 * a state which leaks does not tell the outputs of before, and fresh entropy from time to time.
 */
export class CtrGenerator {
  readonly #seed: Uint8Array;
  #block: Uint8Array = NOTHING;
  #used = 0;

  /** @param seed - 16 bytes. @throws RangeError for another size */
  constructor(seed: Uint8Array) {
    expectBytes('seed', seed, SEED_BYTES);
    this.#seed = seed.slice();
  }

  /** The next 32 bits: a quarter of the encryption of 0, 1, 2, and so on. */
  next(): number {
    const at = this.#used % WORDS_PER_BLOCK;
    if (at === 0) this.#block = this.#encrypted();
    this.#used += 1;
    return new DataView(this.#block.buffer, this.#block.byteOffset).getUint32(4 * at);
  }

  /** Goes on as if so many words had been taken. */
  skip(words: number): void {
    this.#used += words;
    this.#block = this.#encrypted();
  }

  /** The block of the next word. */
  #encrypted(): Uint8Array {
    return aesCtr(this.#seed, counterBlock(Math.floor(this.#used / WORDS_PER_BLOCK)), NOTHING);
  }
}

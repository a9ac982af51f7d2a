// Reads a message of a receiver who only tells whether the padding fits.
import { concat, xor } from '../bytes.ts';
import { BLOCK_BYTES, unpad } from '../primitives/pkcs7.ts';

/**
 * What the receiver lets slip: whether a ciphertext of 16n bytes decrypts to a text with valid PKCS#7 padding.
 * @param start - IV (CBC) or counter block (CTR), 16 bytes
 */
export type PaddingOracle = (start: Uint8Array, ciphertext: Uint8Array) => boolean;

/**
 * Told of each byte of the padded text as it is read, from the last to the first of each block.
 * @param at - its place in the padded text
 * @param calls - how many times the oracle had been asked by then
 */
export type Learned = (at: number, byte: number, calls: number) => void;

export interface Recovery {
  /** the whole text without its padding, or undefined where the oracle's answers give none */
  readonly plaintext: Uint8Array | undefined;
  /** how many times the oracle was asked: about 128 times a byte, 256 at most, and a few times more a block */
  readonly calls: number;
}

/**
 * Reads a CBC message, block by block: the receiver XORs the block before onto what the cipher makes of a block.
 * @param iv - 16 bytes
 * @param ciphertext - 16n bytes
 * Source: S. Vaudenay, "Security Flaws Induced by CBC Padding", EUROCRYPT 2002, §3
 */
export function recoverCbc(
  iv: Uint8Array,
  ciphertext: Uint8Array,
  oracle: PaddingOracle,
  learned?: Learned,
): Recovery {
  const before = concat(iv, ciphertext).subarray(0, ciphertext.length);
  return recover(before, (at, chosen) => oracle(chosen, ciphertext.subarray(at, at + BLOCK_BYTES)), learned);
}

/**
 * Reads a padded CTR message, block by block: cut after any block, the message has its padding checked there.
 * @param counterBlock - 16 bytes
 * @param ciphertext - 16n bytes. With the plaintext, the key stream is known too: see lab/attacks/keystream-reuse.ts
 */
export function recoverCtr(
  counterBlock: Uint8Array,
  ciphertext: Uint8Array,
  oracle: PaddingOracle,
  learned?: Learned,
): Recovery {
  return recover(
    ciphertext,
    (at, chosen) => oracle(counterBlock, concat(ciphertext.subarray(0, at), chosen)),
    learned,
  );
}

/**
 * In both modes the receiver XORs 16 bytes that the attacker chooses onto 16 that he does not know, the mask, and looks
 * at the padding of the result. A mask XORed onto the bytes that the sender had there gives a block of plaintext.
 * @param sent - the sender's own bytes in the attacker's places, 16n
 * @param asks - whether the padding fits with `chosen` in the place of `sent`'s block at offset `at`
 */
function recover(
  sent: Uint8Array,
  asks: (at: number, chosen: Uint8Array) => boolean,
  learned?: Learned,
): Recovery {
  let calls = 0;
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < sent.length; at += BLOCK_BYTES) {
    const mask = recoverMask(
      (chosen) => {
        calls += 1;
        return asks(at, chosen);
      },
      (position, byte) => learned?.(at + position, byte ^ (sent[at + position] ?? 0), calls),
    );
    if (!mask) return { plaintext: undefined, calls };
    blocks.push(xor(mask, sent.subarray(at, at + BLOCK_BYTES)));
  }
  return { plaintext: unpad(concat(...blocks)), calls };
}

type Fits = (chosen: Uint8Array) => boolean;

const LAST = BLOCK_BYTES - 1;

/** A block with another byte at one position. */
function withByte(block: Uint8Array, position: number, byte: number): Uint8Array {
  const changed = block.slice();
  changed[position] = byte;
  return changed;
}

/** The 16 unknown bytes, from the last to the first; undefined where no byte fits, or any. */
function recoverMask(fits: Fits, learned: (position: number, byte: number) => void): Uint8Array | undefined {
  const mask = new Uint8Array(BLOCK_BYTES);
  for (let position = LAST; position >= 0; position--) {
    const count = BLOCK_BYTES - position;
    // All bytes after the position come out as `count`: the padding fits when the one at the position does as well.
    const chosen = xor(mask, new Uint8Array(BLOCK_BYTES).fill(count));
    const byte = findByte(fits, chosen, position);
    if (byte === undefined) return undefined;
    mask[position] = byte ^ count;
    learned(position, byte ^ count);
  }
  // The mask on itself is 16 zeros, which are no padding: an oracle that likes them likes everything, and says nothing.
  return fits(mask.slice()) ? undefined : mask;
}

/** The byte with which the padding from a position on fits. */
function findByte(fits: Fits, chosen: Uint8Array, position: number): number | undefined {
  for (let byte = 0; byte < 256; byte++) {
    const candidate = withByte(chosen, position, byte);
    if (fits(candidate) && (position < LAST || isPaddingOfOne(fits, candidate))) return byte;
  }
  return undefined;
}

/** A last byte may fit by chance, as the end of a longer padding: that one breaks when the byte before it changes. */
function isPaddingOfOne(fits: Fits, candidate: Uint8Array): boolean {
  return fits(withByte(candidate, LAST - 1, ~(candidate[LAST - 1] ?? 0)));
}

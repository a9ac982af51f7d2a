// Two tokens side by side: their fields by name, where their bytes differ, and the XOR of their ciphertexts.
import { toHex, xor } from '#lab/bytes.ts';
import type { Field, FieldName } from '#lab/stage.ts';
import { visible } from './follow.ts';

/** One field of two tokens. */
export interface Pair {
  readonly name: FieldName;
  /** absent where a token has no such field */
  readonly first: Uint8Array | undefined;
  readonly second: Uint8Array | undefined;
  /** the bytes that the longer of the two has */
  readonly length: number;
  /** of the bytes that both have, how many are not the same */
  readonly different: number;
}

/** How many bytes, of those that both have, are not the same. */
function differences(first: Uint8Array, second: Uint8Array): number {
  return xor(first, second).reduce((count, byte) => count + (byte === 0 ? 0 : 1), 0);
}

function pair(name: FieldName, first: Uint8Array | undefined, second: Uint8Array | undefined): Pair {
  const length = Math.max(first?.length ?? 0, second?.length ?? 0);
  return { name, first, second, length, different: first && second ? differences(first, second) : 0 };
}

/** The fields of two tokens, by name: those of the first one in their order, then what only the second one has. */
export function pairsOf(first: readonly Field[], second: readonly Field[]): readonly Pair[] {
  const bytesOf = (fields: readonly Field[], name: FieldName) =>
    fields.find((field) => field.name === name)?.bytes;
  const names = new Set([...first, ...second].map(({ name }) => name));
  return Array.from(names, (name) => pair(name, bytesOf(first, name), bytesOf(second, name)));
}

/** Whether both tokens have the field, and the very same bytes in it. */
export function isIdentical({ first, second, different }: Pair): boolean {
  return first !== undefined && first.length === second?.length && different === 0;
}

/** How many bytes are not the same, those included that only one of the two tokens has. */
export function changedBytes(pairs: readonly Pair[]): number {
  const changes = pairs.map(({ first, second, length, different }) => {
    const common = first && second ? Math.min(first.length, second.length) : 0;
    return different + length - common;
  });
  return changes.reduce((sum, count) => sum + count, 0);
}

/** What two ciphertexts have to say together; undefined unless both are there, and not one and the same. */
export function xorOf(one: Pair): Uint8Array | undefined {
  const { name, first, second } = one;
  return name === 'ciphertext' && first && second && !isIdentical(one) ? xor(first, second) : undefined;
}

/**
 * The field that a ciphertext begins with: its counter block, its IV, its nonce. It stands right before it in every
 * stage's layout. Undefined where the two tokens do not both have it.
 */
export function starterOf(pairs: readonly Pair[]): Pair | undefined {
  const starter = pairs[pairs.findIndex(({ name }) => name === 'ciphertext') - 1];
  return starter?.first && starter.second ? starter : undefined;
}

/** One line of a comparison: the bytes of one side, of both where they are the same, or what comes of the two. */
export interface Line {
  readonly what: 'both' | 'first' | 'second' | 'xor' | 'text';
  /** two hexadecimal digits for each byte, or a character; empty where there is no such byte */
  readonly cells: readonly string[];
}

const NOT_PRINTABLE = '·';

/** A field of two tokens, line by line, from its first byte on. @param limit - so many bytes at most */
export function linesOf(one: Pair, limit: number): readonly Line[] {
  const length = Math.min(one.length, limit);
  const line = (what: Line['what'], cellAt: (at: number) => string): Line => ({
    what,
    cells: Array.from({ length }, (_, at) => cellAt(at)),
  });
  const digits = (bytes: Uint8Array) => (at: number) => toHex(bytes.subarray(at, at + 1));
  const { first, second } = one;
  if (first && isIdentical(one)) return [line('both', digits(first))];
  const sides = [
    ...(first ? [line('first', digits(first))] : []),
    ...(second ? [line('second', digits(second))] : []),
  ];
  const xored = xorOf(one);
  if (!xored) return sides;
  const character = (at: number) => {
    const byte = xored[at];
    return byte === undefined ? '' : byte === 0x20 ? ' ' : (visible(byte) ?? NOT_PRINTABLE);
  };
  return [...sides, line('xor', digits(xored)), line('text', character)];
}

/** Whether the two sides differ at a place, one of them having no byte there included. */
export function differsAt({ first, second }: Pair, at: number): boolean {
  return first !== undefined && second !== undefined && first[at] !== second[at];
}

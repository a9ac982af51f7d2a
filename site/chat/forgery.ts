// What the reader makes of a message before handing it out: its bytes, part by part or as a text, or by a guess.
import { flip } from '#lab/attacks/bit-flip.ts';
import { rewrite } from '#lab/attacks/keystream-reuse.ts';
import {
  concat,
  encodeBase64Url,
  equal,
  fromBase64,
  fromHex,
  fromUtf8,
  toBase64,
  toHex,
  utf8,
} from '#lab/bytes.ts';
import type { FieldName, StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Payload } from '#server/payload.ts';
import { toPayload, toToken } from './payload.ts';

/** A part of a message that can be changed by itself: a field, as far as its stage can tell them apart. */
export interface Part {
  readonly name: FieldName;
  readonly bytes: Uint8Array;
}

/** A message in parts, and how they are put together: `token` is one whose bytes travel as a base64url text. */
export interface Forgery {
  readonly form: 'text' | 'bytes' | 'token' | 'pair';
  readonly parts: readonly Part[];
}

/** A message in the parts that it has at a stage; what is no message of the stage has one, or the two of a pair. */
export function takeApart(stage: StageName, payload: Payload): Forgery {
  const token = toToken(payload);
  if (typeof token === 'string') return { form: 'text', parts: [{ name: 'text', bytes: utf8(token) }] };
  if (!(token instanceof Uint8Array)) {
    const [counterBlock, ciphertext] = token;
    return {
      form: 'pair',
      parts: [
        { name: 'counterBlock', bytes: counterBlock },
        { name: 'ciphertext', bytes: ciphertext },
      ],
    };
  }
  const parts = stages[stage].fields(token).map(({ name, bytes }) => ({ name, bytes }));
  const whole = concat(...parts.map(({ bytes }) => bytes));
  if (equal(whole, token)) return { form: 'bytes', parts };
  if (equal(encodeBase64Url(whole), token)) return { form: 'token', parts };
  return { form: 'bytes', parts: [{ name: 'unreadable', bytes: token }] };
}

/** @returns undefined for a text whose bytes are no UTF-8: the wire carries none */
export function putTogether({ form, parts }: Forgery): Payload | undefined {
  const bytes = parts.map((part) => part.bytes);
  if (form === 'pair') return toPayload([bytes[0] ?? utf8(''), bytes[1] ?? utf8('')]);
  if (form === 'text') return fromUtf8(concat(...bytes));
  return toPayload(form === 'token' ? encodeBase64Url(concat(...bytes)) : concat(...bytes));
}

/** All bytes that a message carries, those of a pair one after the other. */
export function wholeOf(payload: Payload): Uint8Array {
  const token = toToken(payload);
  if (typeof token === 'string') return utf8(token);
  return token instanceof Uint8Array ? token : concat(...token);
}

/** A message with other bytes in one of its parts. */
export function withPart(forgery: Forgery, name: FieldName, bytes: Uint8Array): Forgery {
  return { ...forgery, parts: forgery.parts.map((part) => (part.name === name ? { name, bytes } : part)) };
}

/** Hexadecimal in pairs, as one reads it. */
export const inPairs = (bytes: Uint8Array): string => toHex(bytes).replace(/..(?=.)/g, '$& ');

/** Reads hexadecimal with or without spaces; undefined for anything else. */
export const readHex = (text: string): Uint8Array | undefined => fromHex(text.replace(/\s/g, ''));

/** How a message stands on the wire, as one text: itself, a token's text, or base64, for a pair on a line each. */
export interface WireText {
  readonly kind: 'text' | 'token' | 'base64' | 'pair';
  readonly text: string;
}

export function wireText(payload: Payload): WireText {
  const token = toToken(payload);
  if (typeof token === 'string') return { kind: 'text', text: token };
  if (!(token instanceof Uint8Array)) return { kind: 'pair', text: token.map(toBase64).join('\n') };
  const text = fromUtf8(token);
  return text === undefined ? { kind: 'base64', text: toBase64(token) } : { kind: 'token', text };
}

/** The message that such a text is; undefined for what is no base64 where it should be. */
export function fromWireText({ kind, text }: WireText): Payload | undefined {
  if (kind === 'text') return text.isWellFormed() ? text : undefined;
  if (kind === 'token') return toPayload(utf8(text));
  const [first, second, ...others] = text.split('\n').map((line) => fromBase64(line.trim()));
  if (kind === 'base64') return first && second === undefined ? toPayload(first) : undefined;
  return first && second && others.length === 0 ? toPayload([first, second]) : undefined;
}

/**
 * Bytes onto which the difference of two texts is XORed: what it takes to change a counter-mode plaintext.
 * @param ordinal - the first byte to change, from 1
 * @returns undefined where the texts have not the same length in bytes, or do not lie within the bytes
 */
export function guess(
  bytes: Uint8Array,
  ordinal: number,
  supposed: string,
  wanted: string,
): Uint8Array | undefined {
  const [known, other] = [utf8(supposed), utf8(wanted)];
  const fits = Number.isSafeInteger(ordinal) && ordinal >= 1 && known.length === other.length;
  if (!fits || known.length === 0 || ordinal - 1 + known.length > bytes.length) return undefined;
  return flip(bytes, ordinal - 1, known, other);
}

/** The ciphertext of any other text, where the whole text is known; undefined where it is not that, or has no room. */
export function replaceAll(ciphertext: Uint8Array, known: string, wanted: string): Uint8Array | undefined {
  return rewrite(ciphertext, utf8(known), utf8(wanted));
}

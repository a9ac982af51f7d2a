// What the reader makes of a message before handing it out: other bytes, in hexadecimal, as a text, or by a guess.
import { flip } from '#lab/attacks/bit-flip.ts';
import { fromHex, fromUtf8, toHex, utf8 } from '#lab/bytes.ts';
import type { Field, FieldName, StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Payload } from '#server/payload.ts';
import { toToken, withField } from './payload.ts';

/** The fields of a message at a stage, as far as they can be changed one by one. */
export function editableFields(stage: StageName, payload: Payload): readonly Field[] {
  return stages[stage].fields(toToken(payload)).filter(({ name }) => name !== 'unreadable');
}

/** Hexadecimal in pairs, as one reads it. */
const inPairs = (bytes: Uint8Array) => toHex(bytes).replace(/..(?=.)/g, '$& ');

/** A field as the reader edits it: a text as it is, other bytes in hexadecimal. */
export function draftOf({ name, bytes }: Field): string {
  return name === 'text' ? (fromUtf8(bytes) ?? '') : inPairs(bytes);
}

/** A payload with a field as it was edited; undefined for what is no hexadecimal, or what no payload comes of. */
export function withDraft(
  stage: StageName,
  payload: Payload,
  name: FieldName,
  draft: string,
): Payload | undefined {
  if (name === 'unreadable') return undefined;
  const bytes = name === 'text' ? utf8(draft) : fromHex(draft.replace(/\s/g, ''));
  return bytes && withField(stages[stage], payload, name, () => bytes);
}

/**
 * Hexadecimal onto which the difference of two texts is XORed: what it takes to change a counter-mode plaintext.
 * @param ordinal - the first byte to change, from 1
 * @returns undefined where the texts have not the same length in bytes, or do not lie within the field
 */
export function withGuess(
  draft: string,
  ordinal: number,
  supposed: string,
  wanted: string,
): string | undefined {
  const bytes = fromHex(draft.replace(/\s/g, ''));
  const [known, other] = [utf8(supposed), utf8(wanted)];
  const fits = Number.isSafeInteger(ordinal) && ordinal >= 1 && known.length === other.length;
  if (!bytes || !fits || known.length === 0 || ordinal - 1 + known.length > bytes.length) return undefined;
  return inPairs(flip(bytes, ordinal - 1, known, other));
}

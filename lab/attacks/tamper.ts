// Puts other bytes in the place of one field of a token, as a relay may: it needs no key for that.
import { concat, encodeBase64Url, fromUtf8 } from '../bytes.ts';
import { type FieldName, NO_BYTES, type Stage, type Token } from '../stage.ts';

/**
 * @param name - of the field to change
 * @param change - from the field's bytes to others; they are not to be changed in place
 * @returns the token as the stage writes it; undefined where it has no such field, or no token comes of the bytes
 */
export function tamper(
  stage: Stage,
  token: Token,
  name: Exclude<FieldName, 'unreadable'>,
  change: (bytes: Uint8Array) => Uint8Array,
): Token | undefined {
  const fields = stage.fields(token);
  if (!fields.some((field) => field.name === name)) return undefined;
  const parts = fields.map((field) => (field.name === name ? change(field.bytes) : field.bytes));
  if (typeof token === 'string') return fromUtf8(concat(...parts));
  if (token instanceof Uint8Array) return encodeBase64Url(concat(...parts));
  const [counterBlock = NO_BYTES, ciphertext = NO_BYTES] = parts;
  return [counterBlock, ciphertext];
}

// Puts other bytes in the place of one field of a token, as a relay may: it needs no key for that.
import type { FieldName, Stage, Token } from '../stage.ts';

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
  return stage.join(fields.map((field) => (field.name === name ? change(field.bytes) : field.bytes)));
}

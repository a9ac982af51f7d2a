// What anybody reads in a token who has no key.
import { fromUtf8 } from '../bytes.ts';
import type { Stage, Token } from '../stage.ts';

/** The text that lies open in a token, or undefined where no field is a text. */
export function eavesdrop(stage: Stage, token: Token): string | undefined {
  const text = stage.fields(token).find(({ name }) => name === 'text');
  return text && fromUtf8(text.bytes);
}

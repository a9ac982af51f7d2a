// Makes key bytes of a password where that takes no time: the stages whose derivation costs a guesser nothing.
import { utf8 } from './bytes.ts';
import { sha256 } from './primitives/sha256.ts';
import { NO_BYTES, type QuickDerivation } from './stage.ts';

/** The key bytes of a password; none for a stage that has no key. */
export function deriveQuickly({ kdf }: QuickDerivation, password: string): Uint8Array {
  return kdf === 'none' ? NO_BYTES : sha256(utf8(password));
}

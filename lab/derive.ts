// Makes a stage's keys of a password.
import { utf8 } from './bytes.ts';
import { pbkdf2Sha256 } from './primitives/pbkdf2.ts';
import { sha256 } from './primitives/sha256.ts';
import { type Derivation, type Keys, NO_BYTES, type Stage } from './stage.ts';

/** A password-to-key cost other than the stage's own; only PBKDF2 has one. */
export interface Cost {
  readonly iterations?: number | undefined;
}

/** The key bytes of a password. @throws RangeError for a cost below 1 */
export function deriveBytes(derivation: Derivation, password: string, cost: Cost = {}): Uint8Array {
  switch (derivation.kdf) {
    case 'none':
      return NO_BYTES;
    case 'sha256':
      return sha256(utf8(password));
    case 'pbkdf2': {
      const { salt, iterations, length } = derivation;
      return pbkdf2Sha256(utf8(password), salt, cost.iterations ?? iterations, length);
    }
  }
}

/** The keys of a stage, from a password. It takes the stage's cost in time: two seconds in a browser for `hazmat`. */
export function deriveKeys(stage: Stage, password: string, cost?: Cost): Keys {
  return stage.keys(deriveBytes(stage.derivation, password, cost));
}

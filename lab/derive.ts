// Makes a stage's keys of a password.
import { utf8 } from './bytes.ts';
import { deriveQuickly } from './derive-quickly.ts';
import { pbkdf2Sha256 } from './primitives/pbkdf2.ts';
import { scryptSha256 } from './primitives/scrypt.ts';
import { type Derivation, type Keys, NO_BYTES, type Stage, saltedWith } from './stage.ts';

/** A password-to-key cost other than the stage's own. */
export interface Cost {
  /** of PBKDF2 */
  readonly iterations?: number | undefined;
  /** N of scrypt, a power of 2 */
  readonly scrypt?: number | undefined;
}

/** The key bytes of a password. @throws RangeError for a cost below 1 */
export function deriveBytes(derivation: Derivation, password: string, cost: Cost = {}): Uint8Array {
  switch (derivation.kdf) {
    case 'none':
    case 'sha256':
      return deriveQuickly(derivation, password);
    case 'pbkdf2': {
      const { salt, iterations, length } = derivation;
      return pbkdf2Sha256(utf8(password), salt, cost.iterations ?? iterations, length);
    }
    case 'scrypt':
      return scryptSha256(utf8(password), derivation.salt, {
        ...derivation,
        cost: cost.scrypt ?? derivation.cost,
      });
  }
}

/**
 * The keys of a stage, from a password. It takes the stage's cost in time: two seconds in a browser for `hazmat`.
 * @param salt - of the session, or of the token; only `aead` takes one
 */
export function deriveKeys(stage: Stage, password: string, cost?: Cost, salt: Uint8Array = NO_BYTES): Keys {
  return stage.keys(deriveBytes(saltedWith(stage.derivation, salt), password, cost));
}

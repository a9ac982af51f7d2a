// Two attacks on ways to seal that are no stages beside those that are: the padding oracle, and a hash made anew.
import { fromUtf8, utf8, xor } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { decryptCbc, encryptCbc } from '../primitives/aes-cbc.ts';
import { BLOCK_BYTES, pad, unpad } from '../primitives/pkcs7.ts';
import { NO_BYTES, type Random, type Stage, tryOpen } from '../stage.ts';
import { fernet } from '../stages/fernet.ts';
import { hazmat } from '../stages/hazmat.ts';
import { type CheckedToken, openChecked, sealChecked, type VariantName } from './ctr-checked.ts';
import { forge } from './forged-hash.ts';
import { rewrite } from './keystream-reuse.ts';
import { type PaddingOracle, recoverCbc, recoverCtr } from './padding-oracle.ts';
import { tamper } from './tamper.ts';

/** Counter mode with padding, which is the stage `hazmat`; CBC that nothing signs; CBC with a HMAC, which is `fernet`. */
export type OracleTarget = 'ctr' | 'cbc' | 'cbc-hmac';
export const oracleTargets: readonly OracleTarget[] = ['ctr', 'cbc', 'cbc-hmac'];
export const hashTargets: readonly VariantName[] = ['ctr', 'ctr-sha256', 'ctr-hmac'];

export interface BeyondWorld {
  /** seconds from 1970 UTC */
  readonly now: number;
  readonly random: Random;
}

/** A byte of the padded text, when the attacker came to know it. */
export interface LearnedByte {
  readonly at: number;
  readonly byte: number;
  readonly calls: number;
}

export interface OracleRun {
  /** size of the padded text, in bytes */
  readonly size: number;
  readonly calls: number;
  readonly learned: readonly LearnedByte[];
  /** what the attacker reads in the end */
  readonly text: string | undefined;
  /** a text of the attacker's own that the receiver has then accepted */
  readonly written: string | undefined;
}

/** A receiver that says whether it accepts, and a message to it, in the attacker's hands. */
interface Captured {
  readonly start: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** what the receiver shows of a start and a ciphertext, undefined where it refuses */
  open(start: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined;
}

export const ORACLE_TEXT = 'rdv 14h, quai 3, le train de Lyon';
const WRITTEN = 'rdv 18h, quai 9';

/** A message of a stage, in the hands of somebody who may put other bytes in two of its fields. */
function onStage(stage: Stage, keyBytes: number, name: 'counterBlock' | 'iv', world: BeyondWorld): Captured {
  const { now } = world;
  const keys = stage.keys(world.random(keyBytes));
  const token = stage.seal(utf8(ORACLE_TEXT), keys, world);
  const field = (wanted: string) => stage.fields(token).find((one) => one.name === wanted)?.bytes ?? NO_BYTES;
  return {
    start: field(name),
    ciphertext: field('ciphertext'),
    open(start, ciphertext) {
      const withStart = tamper(stage, token, name, () => start);
      if (withStart === undefined) return undefined;
      const asked = tamper(stage, withStart, 'ciphertext', () => ciphertext);
      return asked === undefined ? undefined : tryOpen(stage, asked, keys, { now });
    },
  };
}

/** A message in CBC, to a receiver that looks at nothing but the padding. */
function bareCbc({ random }: BeyondWorld): Captured {
  const key = random(BLOCK_BYTES);
  const iv = random(BLOCK_BYTES);
  // WEAK ON PURPOSE (question 6): nothing signs it, and the receiver tells good padding from bad,
  // see lab/attacks/beyond-stages.ts
  return {
    start: iv,
    ciphertext: encryptCbc(key, iv, pad(utf8(ORACLE_TEXT))),
    open: (start, ciphertext) => unpad(decryptCbc(key, start, ciphertext)),
  };
}

const captured: Readonly<Record<OracleTarget, (world: BeyondWorld) => Captured>> = {
  ctr: (world) => onStage(hazmat, 16, 'counterBlock', world),
  cbc: bareCbc,
  'cbc-hmac': (world) => onStage(fernet, 32, 'iv', world),
};

/** A start and a ciphertext that say {@link WRITTEN}, by what the oracle has told: no key is needed for it. */
function write(target: OracleTarget, { start, ciphertext }: Captured, known: Uint8Array) {
  if (target === 'ctr') return { start, ciphertext: rewrite(ciphertext, known, utf8(WRITTEN)) ?? NO_BYTES };
  // In CBC the first block says what the IV makes of it, and the others may be cut off.
  const first = pad(known).subarray(0, BLOCK_BYTES);
  return {
    start: xor(start, xor(first, pad(utf8(WRITTEN)))),
    ciphertext: ciphertext.subarray(0, BLOCK_BYTES),
  };
}

/** Asks a receiver until it has said the whole message, or shown that it says nothing. */
export function runOracle(target: OracleTarget, world: BeyondWorld): OracleRun {
  const message = captured[target](world);
  const learned: LearnedByte[] = [];
  const oracle: PaddingOracle = (start, ciphertext) => message.open(start, ciphertext) !== undefined;
  const { plaintext, calls } = (target === 'ctr' ? recoverCtr : recoverCbc)(
    message.start,
    message.ciphertext,
    oracle,
    (at, byte, soFar) => learned.push({ at, byte, calls: soFar }),
  );
  const forged = plaintext && write(target, message, plaintext);
  const shown = forged && message.open(forged.start, forged.ciphertext);
  return {
    size: message.ciphertext.length,
    calls,
    learned,
    text: plaintext && fromUtf8(plaintext),
    written: shown && fromUtf8(shown),
  };
}

export interface HashRun {
  readonly sent: string;
  readonly original: CheckedToken;
  readonly forged: CheckedToken;
  /** what the receiver shows of the forged token; undefined where the check refuses it */
  readonly shown: string | undefined;
}

/** Changes an hour in a message, makes its check anew as well as may be without the key, and delivers it. */
export function runForgedHash(target: VariantName, { random }: BeyondWorld): HashRun {
  const keys = { signingKey: random(16), encryptionKey: random(16) };
  const sent = 'rdv 14h';
  const original = sealChecked(target, utf8(sent), keys, random);
  const forged = forge(target, original, 5, utf8('4'), utf8('8'), random(16));
  try {
    return { sent, original, forged, shown: fromUtf8(openChecked(target, forged, keys)) };
  } catch (error) {
    if (error instanceof InvalidToken) return { sent, original, forged, shown: undefined };
    throw error;
  }
}

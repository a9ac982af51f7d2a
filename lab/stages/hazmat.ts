// The second stage: AES-128-CTR put together by hand, with a key made by PBKDF2.
import { utf8 } from '../bytes.ts';
import { aesCtr } from '../primitives/aes-ctr.ts';
import { BLOCK_BYTES, pad, unpad } from '../primitives/pkcs7.ts';
import { layOut, NO_BYTES, noSalt, openBy, type Stage, type Step, type Token, unreadable } from '../stage.ts';

// WEAK ON PURPOSE (chapter "Chiffrement"): a salt that is the same for everybody lets one table of keys serve
// against all of them, see lab/attacks/dictionary.ts
const CONSTANT_SALT = utf8('tp-chat-chiffre!');

/** The two byte strings of a token of this stage, or undefined for a token of another form. */
function pairOf(token: Token): readonly [counterBlock: Uint8Array, ciphertext: Uint8Array] | undefined {
  if (typeof token === 'string' || token instanceof Uint8Array) return undefined;
  return token[0].length === BLOCK_BYTES ? token : undefined;
}

const form: Step = {
  name: 'form',
  passes: ({ token }) => pairOf(token) !== undefined,
};

// WEAK ON PURPOSE (chapter "Chiffrement"): nothing signs these bytes; whether the padding fits is all that a
// receiver can tell, see lab/attacks/bit-flip.ts
const padding: Step = {
  name: 'padding',
  passes(opening) {
    const pair = pairOf(opening.token);
    const text = pair && unpad(aesCtr(opening.keys.encryptionKey, ...pair));
    if (text) opening.bytes = text;
    return text !== undefined;
  },
};

const steps = [form, padding] as const;

export const hazmat: Stage = {
  name: 'hazmat',
  derivation: { kdf: 'pbkdf2', salt: CONSTANT_SALT, iterations: 480_000, length: BLOCK_BYTES },
  keys: (derived) => ({ signingKey: NO_BYTES, encryptionKey: derived }),
  /**
   * Counter mode needs no padding; the lab's statement asks for it, and so does its wire format.
   * @returns the counter block, 16 random bytes, and the ciphertext, 16n bytes
   */
  seal(text, { encryptionKey }, { random }) {
    const counterBlock = random(BLOCK_BYTES);
    return [counterBlock, aesCtr(encryptionKey, counterBlock, pad(text))];
  },
  open: openBy(steps),
  steps,
  fields(token) {
    const pair = pairOf(token);
    if (!pair) return unreadable(token);
    return layOut([
      ['counterBlock', pair[0]],
      ['ciphertext', pair[1]],
    ]);
  },
  join: ([counterBlock = NO_BYTES, ciphertext = NO_BYTES]) => [counterBlock, ciphertext],
  saltIn: noSalt,
};

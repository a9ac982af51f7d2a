// The first stage: no protection at all.
import { concat, fromUtf8, utf8 } from '../bytes.ts';
import { layOut, NO_BYTES, noSalt, openBy, type Stage, type Step, unreadable } from '../stage.ts';

const form: Step = {
  name: 'form',
  passes(opening) {
    if (typeof opening.token !== 'string') return false;
    opening.bytes = utf8(opening.token);
    return true;
  },
};

const steps = [form] as const;

// WEAK ON PURPOSE (introduction): the token is the text itself, see lab/attacks/eavesdrop.ts
export const plaintext: Stage = {
  name: 'plaintext',
  derivation: { kdf: 'none' },
  keys: () => ({ signingKey: NO_BYTES, encryptionKey: NO_BYTES }),
  /** @throws RangeError for bytes that are no UTF-8: the wire carries this stage as a text */
  seal(text) {
    const token = fromUtf8(text);
    if (token === undefined) throw new RangeError('plaintext: bytes came that are no UTF-8');
    return token;
  },
  open: openBy(steps),
  steps,
  fields: (token) => (typeof token === 'string' ? layOut([['text', utf8(token)]]) : unreadable(token)),
  join: (parts) => fromUtf8(concat(...parts)),
  saltIn: noSalt,
};

// Find the flaw: a padding by hand, for which the characters of the text are counted.
import { concat, fromUtf8, utf8 } from '../bytes.ts';
import { decryptCbc, encryptCbc } from '../primitives/aes-cbc.ts';
import { unpad } from '../primitives/pkcs7.ts';
import { NO_BYTES, type Random } from '../stage.ts';
import type { Cell, FlawWorld, Row } from './effect.ts';

type Letter = readonly [iv: Uint8Array, ciphertext: Uint8Array];

export function send(text: string, key: Uint8Array, random: Random): Letter {
  const bytes = utf8(text);
  const missing = 16 - (text.length % 16);
  const padding = new Uint8Array(missing).fill(missing);
  const iv = random(16);
  return [iv, encryptCbc(key, iv, concat(bytes, padding))];
}

export function sendRepaired(text: string, key: Uint8Array, random: Random): Letter {
  const bytes = utf8(text);
  const missing = 16 - (bytes.length % 16);
  const padding = new Uint8Array(missing).fill(missing);
  const iv = random(16);
  return [iv, encryptCbc(key, iv, concat(bytes, padding))];
}

/** What a receiver reads, of whom nothing is at fault. */
function received(make: typeof send, text: string, key: Uint8Array, random: Random): Cell {
  try {
    const padded = decryptCbc(key, ...make(text, key, random));
    return { is: 'shown', text: fromUtf8(unpad(padded) ?? NO_BYTES) ?? '' };
  } catch {
    return { is: 'failed' }; // the cipher takes whole blocks alone
  }
}

/** Texts with an accent, with another sign, and without. */
export function effect({ random }: FlawWorld): Row[] {
  const key = random(16);
  return ['rdv 14h', 'rdv à 14h', 'vire 100 €'].map((text) => ({
    tried: 'sent',
    values: { text },
    flawed: received(send, text, key, random),
    repaired: received(sendRepaired, text, key, random),
  }));
}

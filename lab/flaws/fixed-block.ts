// Find the flaw: a counter block that is drawn once, for all messages of a sender.
import { cancelKeyStream } from '../attacks/keystream-reuse.ts';
import { legible } from '../attacks/legible.ts';
import { toHex, utf8, xor } from '../bytes.ts';
import { aesCtr } from '../primitives/aes-ctr.ts';
import type { Random } from '../stage.ts';
import type { Cell, FlawWorld, Row } from './effect.ts';

type Letter = readonly [block: Uint8Array, ciphertext: Uint8Array];
type Sender = (text: string) => Letter;

export function sender(key: Uint8Array, random: Random): Sender {
  // WEAK ON PURPOSE (question 6): one counter block for all that is sent, see lab/attacks/keystream-reuse.ts
  const block = random(16);
  return (text) => {
    const ciphertext = aesCtr(key, block, utf8(text));
    return [block, ciphertext];
  };
}

export function senderRepaired(key: Uint8Array, random: Random): Sender {
  return (text) => {
    const block = random(16);
    const ciphertext = aesCtr(key, block, utf8(text));
    return [block, ciphertext];
  };
}

const TEXTS = ['rdv 14h, quai 3', 'vire 80 à Zoé'] as const;

/** What whoever carries two letters, and guesses one of the texts, reads of the other. */
function other([first, second]: readonly [Letter, Letter]): Cell {
  const read = legible(xor(cancelKeyStream(first[1], second[1]), utf8(TEXTS[0])));
  return read === undefined ? { is: 'unreadable' } : { is: 'shown', text: read };
}

const bytes = (text: Uint8Array): Cell => ({ is: 'bytes', text: toHex(text) });

/** Two messages of one sender, before the eyes of a server. */
export function effect({ random }: FlawWorld): Row[] {
  const key = random(16);
  const both = (send: Sender) => [send(TEXTS[0]), send(TEXTS[1])] as const;
  const flawed = both(sender(key, random));
  const repaired = both(senderRepaired(key, random));
  const texts = bytes(xor(utf8(TEXTS[0]), utf8(TEXTS[1])));
  return [
    { tried: 'xor-of-texts', flawed: texts, repaired: texts },
    {
      tried: 'xor-of-ciphertexts',
      flawed: bytes(cancelKeyStream(flawed[0][1], flawed[1][1])),
      repaired: bytes(cancelKeyStream(repaired[0][1], repaired[1][1])),
    },
    { tried: 'guessed', values: { text: TEXTS[0] }, flawed: other(flawed), repaired: other(repaired) },
  ];
}

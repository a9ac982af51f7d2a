// Find the flaw: an expiry date that stands before the token, where nothing signs it.
import { postpone } from '../attacks/postpone.ts';
import { asciiToText, decodeBase64Url, fromUtf8, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { sha256 } from '../primitives/sha256.ts';
import { type Keys, NO_BYTES } from '../stage.ts';
import { fernet, sealFernet, splitKey, timestampIn } from '../stages/fernet.ts';
import { TTL_SECONDS } from '../stages/fernet-ttl.ts';
import { type FlawWorld, type Row, shownBy } from './effect.ts';

/** The date in a token that has been opened, so that its HMAC is good. */
const dateOf = (token: string) => Number(timestampIn({ bytes: decodeBase64Url(utf8(token)) ?? NO_BYTES }));

export function receive(letter: string, keys: Keys, now: number): string {
  const token = letter.slice(letter.indexOf(':') + 1);
  const plaintext = fernet.open(utf8(token), keys, { now });
  // WEAK ON PURPOSE (question 11): whoever carries the letter writes this date anew, see lab/attacks/postpone.ts
  const expiry = Number.parseInt(letter, 10);
  if (now > expiry) throw new InvalidToken();
  return fromUtf8(plaintext) ?? '';
}

export function receiveRepaired(letter: string, keys: Keys, now: number): string {
  const token = letter.slice(letter.indexOf(':') + 1);
  const plaintext = fernet.open(utf8(token), keys, { now });
  const expiry = dateOf(token) + TTL_SECONDS;
  if (now > expiry) throw new InvalidToken();
  return fromUtf8(plaintext) ?? '';
}

/** A letter as it was sent, in time and too late, and with a date that the server wrote. */
export function effect({ now, random }: FlawWorld): Row[] {
  const keys = splitKey(sha256(utf8('soleil')));
  const token = sealFernet(utf8('vire 100 €'), keys, { now, random });
  const letter = `${now + TTL_SECONDS}:${asciiToText(token)}`;
  const row = (tried: Row['tried'], seconds: number, sent: string): Row => ({
    tried,
    values: { seconds },
    flawed: shownBy(() => receive(sent, keys, now + seconds)),
    repaired: shownBy(() => receiveRepaired(sent, keys, now + seconds)),
  });
  return [
    row('delivered', 20, letter),
    row('delivered', 40, letter),
    row('postponed', 40, postpone(letter, now + 60)),
    row('postponed', 3600, postpone(letter, now + 7200)),
  ];
}

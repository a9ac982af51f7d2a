// Find the flaw: an expiry date joined to the text by a sign that a text may hold itself.
import { fromUtf8, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { sha256 } from '../primitives/sha256.ts';
import type { Keys, SealContext, Token } from '../stage.ts';
import { fernet, splitKey } from '../stages/fernet.ts';
import { TTL_SECONDS } from '../stages/fernet-ttl.ts';
import { type FlawWorld, type Row, shownBy } from './effect.ts';

export function send(text: string, keys: Keys, { now, random }: SealContext): Token {
  const dated = `${text}-${now + TTL_SECONDS}`;
  return fernet.seal(utf8(dated), keys, { now, random });
}

export function receive(token: Token, keys: Keys, now: number): string {
  const dated = fromUtf8(fernet.open(token, keys, { now })) ?? '';
  const [text = '', expiry] = dated.split('-');
  if (now > Number(expiry)) throw new InvalidToken();
  return text;
}

export function receiveRepaired(token: Token, keys: Keys, now: number): string {
  const dated = fromUtf8(fernet.open(token, keys, { now })) ?? '';
  const [text = '', expiry] = dated.split(/-(?=\d+$)/);
  if (now > Number(expiry)) throw new InvalidToken();
  return text;
}

/** Texts with a hyphen and without, in time and too late. */
export function effect({ now, random }: FlawWorld): Row[] {
  const keys = splitKey(sha256(utf8('soleil')));
  return [
    { text: 'rdv 14h', seconds: 5 },
    { text: 'rdv 14h', seconds: 40 },
    { text: 'rdv peut-être 14h', seconds: 5 },
    { text: 'rdv peut-être 14h', seconds: 40 },
  ].map(({ text, seconds }) => {
    const token = send(text, keys, { now, random });
    return {
      tried: 'text-delivered',
      values: { text, seconds },
      flawed: shownBy(() => receive(token, keys, now + seconds)),
      repaired: shownBy(() => receiveRepaired(token, keys, now + seconds)),
    };
  });
}

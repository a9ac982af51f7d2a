// Find the flaw: a token that carries the date at which it is meant to end.
import { fromUtf8, utf8 } from '../bytes.ts';
import { sha256 } from '../primitives/sha256.ts';
import type { Keys, SealContext, Token } from '../stage.ts';
import { splitKey } from '../stages/fernet.ts';
import { fernetTtl, TTL_SECONDS } from '../stages/fernet-ttl.ts';
import { type FlawWorld, type Row, shownBy } from './effect.ts';

export function send(text: string, keys: Keys, { now, random }: SealContext): Token {
  // WEAK ON PURPOSE (question 14): dated by its end, a token can be replayed twice as long, see lab/attacks/replay.ts
  const date = now + TTL_SECONDS;
  return fernetTtl.seal(utf8(text), keys, { now: date, random });
}

export function sendRepaired(text: string, keys: Keys, { now, random }: SealContext): Token {
  const date = now;
  return fernetTtl.seal(utf8(text), keys, { now: date, random });
}

export function receive(token: Token, keys: Keys, now: number): string {
  const plaintext = fernetTtl.open(token, keys, { now, ttl: TTL_SECONDS });
  return fromUtf8(plaintext) ?? '';
}

/** The same order, delivered again and again. */
export function effect({ now, random }: FlawWorld): Row[] {
  const keys = splitKey(sha256(utf8('soleil')));
  const flawed = send('vire 100 €', keys, { now, random });
  const repaired = sendRepaired('vire 100 €', keys, { now, random });
  return [20, 40, 59, 70, 95].map((seconds) => ({
    tried: 'delivered',
    values: { seconds },
    flawed: shownBy(() => receive(flawed, keys, now + seconds)),
    repaired: shownBy(() => receive(repaired, keys, now + seconds)),
  }));
}

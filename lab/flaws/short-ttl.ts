// Find the flaw: to try a message that is 45 s old, the time to live was shortened.
import { fromUtf8, utf8 } from '../bytes.ts';
import { sha256 } from '../primitives/sha256.ts';
import type { Keys, Token } from '../stage.ts';
import { splitKey } from '../stages/fernet.ts';
import { fernetTtl, TTL_SECONDS } from '../stages/fernet-ttl.ts';
import { type FlawWorld, type Row, shownBy } from './effect.ts';

export function receive(token: Token, keys: Keys, now: number): string {
  const ttl = TTL_SECONDS - 45;
  const plaintext = fernetTtl.open(token, keys, { now, ttl });
  return fromUtf8(plaintext) ?? '';
}

export function receiveRepaired(token: Token, keys: Keys, now: number): string {
  const ttl = TTL_SECONDS;
  const plaintext = fernetTtl.open(token, keys, { now, ttl });
  return fromUtf8(plaintext) ?? '';
}

/** Messages of several ages, as they arrive. */
export function effect({ now, random }: FlawWorld): Row[] {
  const keys = splitKey(sha256(utf8('soleil')));
  return [2, 20, 45].map((seconds) => {
    const token = fernetTtl.seal(utf8('rdv 14h'), keys, { now: now - seconds, random });
    return {
      tried: 'dated',
      values: { seconds },
      flawed: shownBy(() => receive(token, keys, now)),
      repaired: shownBy(() => receiveRepaired(token, keys, now)),
    };
  });
}

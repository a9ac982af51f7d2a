// Find the flaw: an error that comes back as if it were a message.
import { fromUtf8, utf8 } from '../bytes.ts';
import { sha256 } from '../primitives/sha256.ts';
import type { Keys, Token } from '../stage.ts';
import { fernet, splitKey } from '../stages/fernet.ts';
import type { Cell, FlawWorld, Row } from './effect.ts';

export function receive(token: Token, keys: Keys, now: number): string | undefined {
  try {
    return fromUtf8(fernet.open(token, keys, { now }));
  } catch {
    return 'InvalidToken';
  }
}

export function receiveRepaired(token: Token, keys: Keys, now: number): string | undefined {
  try {
    return fromUtf8(fernet.open(token, keys, { now }));
  } catch {
    return undefined;
  }
}

const cellOf = (text: string | undefined): Cell =>
  text === undefined ? { is: 'refused' } : { is: 'shown', text };

/** A token that nobody can open, and a peer who writes the name of the error. */
export function effect({ now, random }: FlawWorld): Row[] {
  const keys = splitKey(sha256(utf8('soleil')));
  const tokens = [
    {
      tried: 'sent',
      values: { text: 'rdv 14h' },
      token: fernet.seal(utf8('rdv 14h'), keys, { now, random }),
    },
    { tried: 'forged', token: utf8('gAAAAA') },
    {
      tried: 'sent',
      values: { text: 'InvalidToken' },
      token: fernet.seal(utf8('InvalidToken'), keys, { now, random }),
    },
  ] as const;
  return tokens.map(({ token, ...row }) => ({
    ...row,
    flawed: cellOf(receive(token, keys, now)),
    repaired: cellOf(receiveRepaired(token, keys, now)),
  }));
}

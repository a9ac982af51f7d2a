// Find the flaw: each of two clients draws a salt, and keeps it to itself.
import { fromUtf8, toHex, utf8 } from '../bytes.ts';
import { scryptSha256 } from '../primitives/scrypt.ts';
import type { Keys, Random } from '../stage.ts';
import { fernet, splitKey } from '../stages/fernet.ts';
import { type Cell, type FlawWorld, type Row, shownBy } from './effect.ts';

/** What a client has when it makes its keys. */
interface Meeting {
  readonly random: Random;
  /** 16 random bytes that one of the two has sent to the other in the clear */
  readonly agreedSalt: Uint8Array;
}

export function keysFor(password: string, meeting: Meeting): Keys {
  const salt = meeting.random(16);
  const cost = { cost: 2 ** 15, blockSize: 8, parallelization: 1, length: 32 };
  const derived = scryptSha256(utf8(password), salt, cost);
  return splitKey(derived);
}

export function keysForRepaired(password: string, meeting: Meeting): Keys {
  const salt = meeting.agreedSalt;
  const cost = { cost: 2 ** 15, blockSize: 8, parallelization: 1, length: 32 };
  const derived = scryptSha256(utf8(password), salt, cost);
  return splitKey(derived);
}

/** Two clients with one password: their keys, and whether one reads the other. */
export function effect({ now, random }: FlawWorld): Row[] {
  const meeting = { random, agreedSalt: random(16) };
  const meet = (make: typeof keysFor) => {
    const [gauche, droite] = [make('soleil', meeting), make('soleil', meeting)];
    const token = fernet.seal(utf8('rdv 14h'), gauche, { now, random });
    const read = shownBy(() => fromUtf8(fernet.open(token, droite, { now })) ?? '');
    return { gauche: keyCell(gauche), droite: keyCell(droite), read };
  };
  const [flawed, repaired] = [meet(keysFor), meet(keysForRepaired)];
  return [
    { tried: 'key-of', values: { name: 'gauche' }, flawed: flawed.gauche, repaired: repaired.gauche },
    { tried: 'key-of', values: { name: 'droite' }, flawed: flawed.droite, repaired: repaired.droite },
    { tried: 'sent', values: { text: 'rdv 14h' }, flawed: flawed.read, repaired: repaired.read },
  ];
}

const keyCell = ({ encryptionKey }: Keys): Cell => ({ is: 'bytes', text: toHex(encryptionKey) });

// Find the flaw: a line of the log that outlives the secret in it.
import { keysIn } from '../attacks/logged-key.ts';
import { fromUtf8, utf8 } from '../bytes.ts';
import { scryptSha256 } from '../primitives/scrypt.ts';
import type { Keys } from '../stage.ts';
import { fernet, formatKey, splitKey } from '../stages/fernet.ts';
import type { Cell, FlawWorld, Row } from './effect.ts';

type Log = (line: string) => void;

const COST = { cost: 2 ** 15, blockSize: 8, parallelization: 1, length: 32 };

export function connect(password: string, salt: Uint8Array, log: Log): Keys {
  const derived = scryptSha256(utf8(password), salt, COST);
  const keys = splitKey(derived);
  // WEAK ON PURPOSE (question 2): whoever has the log has the key, see lab/attacks/logged-key.ts
  log(`DEBUG:ChatClient: key is ${formatKey(keys)}`);
  return keys;
}

export function connectRepaired(password: string, salt: Uint8Array, log: Log): Keys {
  const derived = scryptSha256(utf8(password), salt, COST);
  const keys = splitKey(derived);
  log('DEBUG:ChatClient: key is ready');
  return keys;
}

/** What the log says, and what somebody reads with it who knows no password. */
export function effect({ now, random }: FlawWorld): Row[] {
  const salt = random(16);
  const connectWith = (make: typeof connect): { line: Cell; read: Cell } => {
    const log: string[] = [];
    const token = fernet.seal(
      utf8('rdv 14h'),
      make('soleil', salt, (line) => log.push(line)),
      {
        now,
        random,
      },
    );
    const [found] = keysIn(log);
    const read = found && fromUtf8(fernet.open(token, found, { now }));
    return {
      line: { is: 'logged', text: log.join('\n') },
      read: read === undefined ? { is: 'unreadable' } : { is: 'shown', text: read },
    };
  };
  const [flawed, repaired] = [connectWith(connect), connectWith(connectRepaired)];
  return [
    { tried: 'log', flawed: flawed.line, repaired: repaired.line },
    { tried: 'log-stolen', flawed: flawed.read, repaired: repaired.read },
  ];
}

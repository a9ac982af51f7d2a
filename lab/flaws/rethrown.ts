// Find the flaw: a loop that notes an error, and then ends with it.
import { fromUtf8, utf8 } from '../bytes.ts';
import { sha256 } from '../primitives/sha256.ts';
import type { Keys, Token } from '../stage.ts';
import { fernet, splitKey } from '../stages/fernet.ts';
import type { Cell, FlawWorld, Row } from './effect.ts';

interface Screen {
  readonly now: number;
  readonly show: (text: string) => void;
  readonly log: (error: unknown) => void;
}

export function showAll(tokens: readonly Token[], keys: Keys, { now, show, log }: Screen): void {
  for (const token of tokens) {
    try {
      show(fromUtf8(fernet.open(token, keys, { now })) ?? '');
    } catch (error) {
      log(error);
      // WEAK ON PURPOSE (question 16): one bad token ends the loop for all that come after, see lab/attacks/crash.ts
      throw error;
    }
  }
}

export function showAllRepaired(tokens: readonly Token[], keys: Keys, { now, show, log }: Screen): void {
  for (const token of tokens) {
    try {
      show(fromUtf8(fernet.open(token, keys, { now })) ?? '');
    } catch (error) {
      log(error);
    }
  }
}

/** What became of each token; fewer where the loop has ended. */
function outcomes(loop: typeof showAll, tokens: readonly Token[], keys: Keys, now: number): Cell[] {
  const cells: Cell[] = [];
  try {
    loop(tokens, keys, {
      now,
      show: (text) => cells.push({ is: 'shown', text }),
      log: () => cells.push({ is: 'refused' }),
    });
  } catch {
    // The reader sees which messages are missing.
  }
  return cells;
}

/** Three messages, of which the second is no token. */
export function effect({ now, random }: FlawWorld): Row[] {
  const keys = splitKey(sha256(utf8('soleil')));
  const seal = (text: string) => fernet.seal(utf8(text), keys, { now, random });
  const tokens = [seal('rdv 14h'), utf8('gAAAAA'), seal('plutôt 15h')];
  const [flawed, repaired] = [showAll, showAllRepaired].map((loop) => outcomes(loop, tokens, keys, now));
  const row = (at: number) => ({
    flawed: flawed?.[at] ?? ({ is: 'silent' } as const),
    repaired: repaired?.[at] ?? ({ is: 'silent' } as const),
  });
  return [
    { tried: 'sent', values: { text: 'rdv 14h' }, ...row(0) },
    { tried: 'forged', ...row(1) },
    { tried: 'sent', values: { text: 'plutôt 15h' }, ...row(2) },
  ];
}

// A loop that raises an error again ends as one that never caught it; repaired, it goes on as the careful one does.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { carefulLoop, naiveLoop } from '../attacks/crash.ts';
import { fromUtf8, utf8 } from '../bytes.ts';
import { sha256 } from '../primitives/sha256.ts';
import type { Token } from '../stage.ts';
import { fernet, splitKey } from '../stages/fernet.ts';
import { showAll, showAllRepaired } from './rethrown.ts';

const keys = splitKey(sha256(utf8('soleil')));
const context = { now: 1_800_000_000, random: seededRandom('rethrown') };
const tokens = [
  fernet.seal(utf8('un'), keys, context),
  utf8('gAAAAA'),
  fernet.seal(utf8('trois'), keys, context),
];

function shownBy(loop: typeof showAll): readonly string[] {
  const shown: string[] = [];
  try {
    loop(tokens, keys, { now: context.now, show: (text) => shown.push(text), log: () => {} });
  } catch {
    shown.push('(stopped)');
  }
  return shown;
}

const open = (token: Token) => fromUtf8(fernet.open(token, keys, context)) ?? '';

test('it stops where the naive loop stops, and repaired it does not', () => {
  expect(shownBy(showAll)).toEqual([...naiveLoop(tokens, open).shown, '(stopped)']);
  expect(shownBy(showAllRepaired)).toEqual(carefulLoop(tokens, open).shown);
});

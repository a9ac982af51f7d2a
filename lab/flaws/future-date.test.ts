// A token dated by its end lives twice as long; dated by now, as long as it should.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { replay } from '../attacks/replay.ts';
import { utf8 } from '../bytes.ts';
import { sha256 } from '../primitives/sha256.ts';
import { splitKey } from '../stages/fernet.ts';
import { fernetTtl } from '../stages/fernet-ttl.ts';
import { effect, receive, send, sendRepaired } from './future-date.ts';

const NOW = 1_800_000_000;
const random = seededRandom('future-date');
const keys = splitKey(sha256(utf8('soleil')));

/** The last second after sending at which a copy passes. */
function lastReplay(seal: typeof send): number {
  const token = seal('oui', keys, { now: NOW, random });
  expect(receive(token, keys, NOW)).toBe('oui');
  const times = Array.from({ length: 120 }, (_, seconds) => ({ now: NOW + seconds, ttl: 30 }));
  return replay(fernetTtl, token, keys, times).lastIndexOf(true);
}

test('it can be replayed for 60 s, and repaired for 30', () => {
  expect(lastReplay(send)).toBe(60);
  expect(lastReplay(sendRepaired)).toBe(30);
});

test('the card shows it', () => {
  const rows = effect({ now: NOW, random, milliseconds: () => 0 });
  expect(rows.map(({ flawed }) => flawed.is)).toEqual(['shown', 'shown', 'shown', 'refused', 'refused']);
  expect(rows.map(({ repaired }) => repaired.is)).toEqual([
    'shown',
    'refused',
    'refused',
    'refused',
    'refused',
  ]);
});

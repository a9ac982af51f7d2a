// What each card of "find the flaw" comes to, as it is and repaired: the flaw has its effect, and the repair has none.
import { describe, expect, test, vi } from 'vitest';
import { seededRandom } from '../test/random.ts';
import type { Cell } from './flaws/effect.ts';
import { type FlawName, flawNames, runFlaw } from './flaws.ts';

// Its keys are slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

const world = { now: 1_800_000_000, random: seededRandom('flaws'), milliseconds: () => performance.now() };

const told = (cell: Cell) => (cell.is === 'shown' ? cell.text : `(${cell.is})`);

/** Trial by trial: as it is -> repaired. */
const EXPECTED: Readonly<Record<FlawName, readonly string[]>> = {
  'logged-key': ['(logged) -> (logged)', 'rdv 14h -> (unreadable)'],
  'fixed-block': ['(bytes) -> (bytes)', '(bytes) -> (bytes)', 'vire 80 à Zoé -> (unreadable)'],
  'character-count': ['rdv 14h -> rdv 14h', '(failed) -> rdv à 14h', '(failed) -> vire 100 €'],
  'unsent-salt': ['(bytes) -> (bytes)', '(bytes) -> (bytes)', '(refused) -> rdv 14h'],
  'few-iterations': ['(rate) -> (rate)', '(time) -> (time)'],
  'future-date': [
    'vire 100 € -> vire 100 €',
    'vire 100 € -> (refused)',
    'vire 100 € -> (refused)',
    '(refused) -> (refused)',
    '(refused) -> (refused)',
  ],
  'short-ttl': ['(refused) -> rdv 14h', '(refused) -> rdv 14h', '(refused) -> (refused)'],
  'clear-expiry': [
    'vire 100 € -> vire 100 €',
    '(refused) -> (refused)',
    'vire 100 € -> (refused)',
    'vire 100 € -> (refused)',
  ],
  'split-hyphen': [
    'rdv 14h -> rdv 14h',
    '(refused) -> (refused)',
    'rdv peut -> rdv peut-être 14h',
    'rdv peut -> (refused)',
  ],
  'error-as-text': ['rdv 14h -> rdv 14h', 'InvalidToken -> (refused)', 'InvalidToken -> InvalidToken'],
  rethrown: ['rdv 14h -> rdv 14h', '(refused) -> (refused)', '(silent) -> plutôt 15h'],
};

test.each(flawNames)('%s', (name) => {
  const rows = runFlaw(name, world);
  expect(rows.map(({ flawed, repaired }) => `${told(flawed)} -> ${told(repaired)}`)).toEqual(EXPECTED[name]);
});

describe('two clients', () => {
  test('that share their salt share their key, and else they do not', () => {
    const [gauche, droite] = runFlaw('unsent-salt', world);
    expect(droite?.repaired).toEqual(gauche?.repaired);
    expect(droite?.flawed).not.toEqual(gauche?.flawed);
  });
});

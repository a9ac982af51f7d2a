// A hyphen in the text cuts it, and makes it last for ever; cut at the last one, every text arrives, and ends.
import { expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { effect } from './split-hyphen.ts';

test('the card shows it', () => {
  const rows = effect({
    now: 1_800_000_000,
    random: seededRandom('split-hyphen'),
    milliseconds: () => 0,
  });
  const [plain, late, whole] = [
    { is: 'shown', text: 'rdv 14h' },
    { is: 'refused' },
    { is: 'shown', text: 'rdv peut-être 14h' },
  ];
  const cut = { is: 'shown', text: 'rdv peut' };
  expect(rows.map(({ flawed }) => flawed)).toEqual([plain, late, cut, cut]);
  expect(rows.map(({ repaired }) => repaired)).toEqual([plain, late, whole, late]);
});

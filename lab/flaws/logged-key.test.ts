// A key in a log opens everything; without it, the log says nothing that opens.
import { expect, test, vi } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { keysIn } from '../attacks/logged-key.ts';
import { connect, connectRepaired } from './logged-key.ts';

// Its keys are slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

const salt = seededRandom('logged-key')(16);

test('the key is found in the log, and once repaired there is none', () => {
  const log: string[] = ['INFO:ChatClient: connected', 'x='.repeat(30)];
  const keys = connect('soleil', salt, (line) => log.push(line));
  expect(keysIn(log)).toEqual([keys]);

  const careful: string[] = [];
  expect(connectRepaired('soleil', salt, (line) => careful.push(line))).toEqual(keys);
  expect(careful).toHaveLength(1);
  expect(keysIn(careful)).toEqual([]);
});

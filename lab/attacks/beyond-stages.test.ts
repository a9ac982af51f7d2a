// What the padding oracle and a hash made anew come to on each of their three targets.
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { hashTargets, ORACLE_TEXT, oracleTargets, runForgedHash, runOracle } from './beyond-stages.ts';

const world = { now: NOW, random: seededRandom(seedOfThisRun()) };

describe('the padding oracle', () => {
  test.each(oracleTargets)('reads and writes on %s where no HMAC speaks first', (target) => {
    const { text, written, calls, size, learned } = runOracle(target, world);
    expect(size).toBe(48);
    if (target === 'cbc-hmac') {
      expect({ text, written, calls, learned }).toEqual({
        text: undefined,
        written: undefined,
        calls: 256,
        learned: [],
      });
      return;
    }
    expect({ text, written }).toEqual({ text: ORACLE_TEXT, written: 'rdv 18h, quai 9' });
    expect(learned).toHaveLength(size);
    expect(calls).toBeGreaterThan(size);
  });

  test.each(['ctr', 'cbc'] as const)(
    'tells each byte of %s as it is read, last of a block first',
    (target) => {
      const { learned, size, calls } = runOracle(target, world);
      expect(learned.slice(0, 3).map(({ at }) => at)).toEqual([15, 14, 13]);
      const bytes = new Uint8Array(size);
      for (const { at, byte } of learned) bytes[at] = byte;
      expect(String.fromCharCode(...bytes.subarray(0, ORACLE_TEXT.length))).toBe(ORACLE_TEXT);
      const counts = learned.map((one) => one.calls);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(counts.at(-1)).toBeLessThan(calls);
    },
  );
});

test('a hash can be made anew by anybody, a HMAC cannot', () => {
  expect(hashTargets.map((target) => runForgedHash(target, world).shown)).toEqual([
    'rdv 18h',
    'rdv 18h',
    undefined,
  ]);
  const { original, forged } = runForgedHash('ctr-sha256', world);
  expect(forged.check).not.toEqual(original.check);
});

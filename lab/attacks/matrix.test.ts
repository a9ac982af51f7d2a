// Every attack against every stage: each cell is what came of really running it.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW } from '../../test/stage-contract.ts';
import { deriveKeys } from '../derive.ts';
import { stageNames, stages } from '../stages.ts';
import { type AttackName, attackNames, runAttack } from './matrix.ts';
import { EXPECTED } from './matrix.vectors.ts';

const [HEADER = '', ...ROWS] = EXPECTED.trim().split('\n');

const line = (name: string, cells: readonly string[]) =>
  [name.padEnd(33), ...cells.map((cell) => cell.padEnd(18))].join('').trimEnd();

const world = {
  now: NOW,
  random: seededRandom('matrix'),
  keysFor: async (stage: (typeof stages)['aead'], password: string, salt: Uint8Array) =>
    deriveKeys(stage, password, CHEAP, salt),
};

describe('what each attack comes to at each stage', () => {
  test('is told of all attacks, and of all stages', () => {
    expect(HEADER).toBe(line('attack', stageNames));
    expect(ROWS.map((row) => row.slice(0, 33).trimEnd())).toEqual(attackNames);
  });

  test.each(ROWS)('%s', async (row) => {
    const name = row.slice(0, 33).trimEnd() as AttackName; // the test above compares all names
    const cells: string[] = [];
    for (const stage of stageNames) cells.push((await runAttack(name, stages[stage], world)).outcome);
    expect(line(name, cells)).toBe(row);
  });

  test('comes with a trace that ends in what decided it', async () => {
    const { trace } = await runAttack('replay at once', stages.aead, world);
    expect(trace.map(({ event }) => event)).toEqual(['sent', 'delivered', 'delivered']);
    expect(trace.at(-1)).toMatchObject({ failed: 'counter', from: 'gauche', to: 'droite' });
    const [, first] = trace;
    expect(first).toMatchObject({ text: 'rdv 14h' });
  });

  test('is found anew with other keys and texts at each run', async () => {
    const [one, other] = [
      await runAttack('eavesdrop', stages.fernet, world),
      await runAttack('eavesdrop', stages.fernet, world),
    ];
    expect(one.trace).not.toEqual(other.trace);
  });
});

// Every attack against every stage: each cell is what came of really running it.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { CHEAP, NOW } from '../../test/stage-contract.ts';
import { toBase64 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { stageNames, stages } from '../stages.ts';
import { type AttackName, attackNames, runAttack } from './matrix.ts';
import { EXPECTED } from './matrix.vectors.ts';
import { candidateCount } from './wordlist.ts';

const [HEADER = '', ...ROWS] = EXPECTED.trim().split('\n');

const line = (name: string, cells: readonly string[]) =>
  [name.padEnd(33), ...cells.map((cell) => cell.padEnd(18))].join('').trimEnd();

const world = {
  now: NOW,
  random: seededRandom('matrix'),
  keysFor: async (stage: (typeof stages)['aead'], password: string, salt: Uint8Array) =>
    deriveKeys(stage, password, CHEAP, salt),
  guess: async (stage: (typeof stages)['aead'], word: string, salt: Uint8Array) =>
    deriveKeys(stage, word, CHEAP, salt),
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

  test('comes with a reason wherever there is nothing to get', async () => {
    for (const name of attackNames)
      for (const stage of stageNames) {
        const { outcome, trace } = await runAttack(name, stages[stage], world);
        expect([name, stage, trace.at(-1)?.event === 'lacks']).toEqual([
          name,
          stage,
          outcome === 'gets nothing',
        ]);
      }
  });

  test('is found anew with other keys and texts at each run', async () => {
    const [one, other] = [
      await runAttack('eavesdrop', stages.fernet, world),
      await runAttack('eavesdrop', stages.fernet, world),
    ];
    expect(one.trace).not.toEqual(other.trace);
  });
});

describe('the dictionary', () => {
  const words = ['123456', '123456789', 'azerty', '12345678', 'azertyuiop', '000000', '1234561', 'qwerty'];

  test('is the attacker’s real list, from its first word to the password at its own rank', async () => {
    const { outcome, trace } = await runAttack('dictionary', stages.hazmat, world);
    expect(outcome).toBe('succeeds');
    expect(trace.find(({ event }) => event === 'guessed')).toEqual({
      event: 'guessed',
      words: [...words, 'loulou', 'doudou', '12345', 'soleil'],
      rank: 12,
      count: candidateCount,
    });
    expect(trace.at(-1)).toEqual({ event: 'found', text: 'soleil' });
  });

  test('claims nothing that it had no time for', async () => {
    let left = 8;
    const hurried = {
      ...world,
      guess: async (...guess: Parameters<typeof world.guess>) =>
        left-- > 0 ? world.guess(...guess) : undefined,
    };
    const { outcome, trace } = await runAttack('dictionary', stages.aead, hurried);
    expect(outcome).toBe('out of time');
    expect(trace.at(-1)).toMatchObject({ event: 'guessed', words, rank: 12 });
  });
});

test('the forged line of the log stands on a line of its own in the trace', async () => {
  const { trace } = await runAttack('log forging', stages.plaintext, world);
  expect(trace.find(({ event }) => event === 'logged')).toMatchObject({
    user: 'gauche',
    naive:
      'INFO:ChatServer:gauche send message : bonjour\nINFO:ChatServer:droite send message : je démissionne',
  });
});

test.each(stageNames)(
  'the log of a naive server is really written at %s, and judged by its lines',
  async (stage) => {
    const { outcome, trace } = await runAttack('log forging', stages[stage], world);
    const sent = trace.find((event) => event.event === 'sent');
    const logged = trace.find((event) => event.event === 'logged');
    const lines = logged?.naive.split('\n') ?? [];
    expect(lines.length).toBe(outcome === 'succeeds' ? 2 : 1);
    const token = sent?.token ?? '';
    const parts = token instanceof Uint8Array ? [token] : [token].flat();
    for (const part of parts)
      expect(logged?.naive).toContain(typeof part === 'string' ? part : toBase64(part));
  },
);

test('under one counter block a few guessed words of one message bring those of the other, and the trace says which', async () => {
  const { trace } = await runAttack('keystream reuse, reading', stages.hazmat, world);
  expect(trace.slice(2)).toEqual([
    { event: 'supposed', text: 'demain soir' },
    { event: 'found', text: '4711, garde' },
  ]);
});

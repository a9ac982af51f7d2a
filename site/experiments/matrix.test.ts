// The matrix: what a cell claims when guessing is slow, what it measures, and where its rows lead.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attackNames } from '#lab/attacks/matrix.ts';
import { deriveQuickly } from '#lab/derive-quickly.ts';
import type { Derivation } from '#lab/stage.ts';
import { stageNames } from '#lab/stages.ts';
import { Keyring } from '../chat/keyring.ts';
import { guessCost } from './guess-cost.ts';
import { GROUPS, Matrix, PATIENCE_MS, type Place } from './matrix.ts';

/** Key bytes of the right length, at a price: the clock moves on by it at each derivation. */
function slowMatrix(msPerGuess: number) {
  let now = 0;
  const bytes = ({ kdf, ...more }: Derivation, password: string) => {
    const all = deriveQuickly({ kdf: kdf === 'none' ? 'none' : 'sha256' }, password);
    return all.slice(0, 'length' in more ? more.length : all.length);
  };
  const guessing = {
    clock: () => now,
    derive: async (derivation: Derivation, password: string) => {
      now += msPerGuess;
      return bytes(derivation, password);
    },
  };
  return new Matrix(new Keyring(async (derivation, password) => bytes(derivation, password)), guessing);
}

describe('a dictionary', () => {
  test('that reaches the password in time says so, with the time that it took', async () => {
    const matrix = slowMatrix(100);
    await matrix.run('dictionary', 'hazmat');
    expect(matrix.runOf('dictionary', 'hazmat')).toMatchObject({ outcome: 'succeeds', guessMs: 1200 });
  });

  test('that does not stops at the bound, claims nothing, and is projected', async () => {
    const matrix = slowMatrix(1000);
    await matrix.run('dictionary', 'aead');
    const run = matrix.runOf('dictionary', 'aead');
    expect(run).toMatchObject({ outcome: 'out of time', guessMs: PATIENCE_MS });
    const guessed = run?.trace.find((event) => event.event === 'guessed');
    expect(guessed).toMatchObject({ words: { length: 6 }, rank: 12 });
    expect(guessed && guessCost(guessed, run?.guessMs ?? 0)).toMatchObject({ perSecond: 1, toRank: 12 });
  });

  test('pays for each guess again when it is run again', async () => {
    const matrix = slowMatrix(100);
    await matrix.run('dictionary', 'hazmat');
    await matrix.run('dictionary', 'hazmat');
    expect(matrix.runOf('dictionary', 'hazmat')).toMatchObject({ guessMs: 1200 });
  });
});

describe('rows', () => {
  const filled = (matrix: Matrix) => matrix.runs.value.map(({ attack, stage }) => `${attack}, ${stage}`);
  const five = (attack: string) => stageNames.map((stage) => `${attack}, ${stage}`);

  test('run in the order in which they were asked for, each once, and the last cell of each opens', async () => {
    const matrix = slowMatrix(1);
    const opened: string[] = [];
    matrix.opened.subscribe((run) => void (run && opened.push(`${run.attack}, ${run.stage}`)));
    for (const attack of ['eavesdrop', 'drop', 'eavesdrop'] as const) void matrix.runRow(attack);
    expect([matrix.stateOfRow('eavesdrop'), matrix.stateOfRow('drop')]).toEqual(['busy', 'waits']);
    expect(matrix.stateOfRow('reflect')).toBeUndefined();
    await matrix.runRow('drop');
    expect(filled(matrix)).toEqual([...five('eavesdrop'), ...five('drop')]);
    expect(opened).toEqual(['eavesdrop, aead', 'drop, aead']);
    expect([matrix.rows.value, matrix.stateOfRow('drop')]).toEqual(['ended', undefined]);
  });

  test('let a single cell pass, since somebody waits for it', async () => {
    const matrix = slowMatrix(1);
    void matrix.runRow('drop');
    await matrix.run('eavesdrop', 'aead');
    expect(filled(matrix).slice(0, 2)).toEqual(['drop, plaintext', 'eavesdrop, aead']);
    expect(filled(matrix)).toHaveLength(6);
  });

  test('of all empty cells end at a word, and go on where they were', async () => {
    const matrix = slowMatrix(1);
    await matrix.run('lengths', 'aead');
    const until = (count: number) =>
      new Promise<void>((reached) => {
        matrix.runs.subscribe((runs) => runs.length === count && reached());
      });
    const ended = matrix.runEmpty();
    await until(4);
    matrix.stop();
    expect(matrix.rows.value).toBe('stopped');
    await ended;
    expect(filled(matrix)).toHaveLength(4);
    expect(matrix.opened.value?.attack).toBe('lengths'); // no trace comes up by itself
    await matrix.runEmpty();
    expect(filled(matrix)).toHaveLength(new Set(filled(matrix)).size);
    expect(matrix.empty()).toEqual([]);
    expect(matrix.rows.value).toBe('ended');
  });

  test('fill nothing any more once the cells are emptied', async () => {
    const matrix = slowMatrix(1);
    const ended = matrix.runRow('drop');
    matrix.clear();
    await ended;
    expect([filled(matrix), matrix.opened.value, matrix.rows.value]).toEqual([[], undefined, undefined]);
  });
});

/** A word that the place of each row must say, so that no link leads to a page that speaks of something else. */
const SPEAKS_OF: Readonly<Record<(typeof attackNames)[number], RegExp>> = {
  eavesdrop: /journaux/,
  lengths: /de \{least\} à \{most\} octets/,
  'keystream reuse, reading': /Figer le bloc compteur/,
  'padding oracle': /oracle/i,
  'generator foretold': /Mersenne Twister/,
  dictionary: /dictionnaire/,
  'bit flip': /14h[\s\S]*18h|18h[\s\S]*14h/,
  'keystream known, writing': /Texte connu XOR chiffré/,
  'log forging': /ligne de journal forgée/,
  'replay at once': /remettez le même/,
  'replay after 40 s': /dans 40 s/,
  'replay after 40 s, clock ahead': /Du côté de l’avance/,
  'replay, memory lost': /redémarre, mémoire vide/,
  reflect: /renvoyer le message à son auteur/,
  relabel: /nom de l’expéditeur/,
  reorder: /L’échange de deux messages/,
  'delay of 20 s': /le retenait dix secondes/,
  'delay of 40 s': /le retenait dix secondes/,
  drop: /Ne remettre qu’un message sur deux/,
};

/** All that a place says, from the files that hold its sentences. */
function textOf(place: Place): string {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  if (place === 'au-dela') return read('content/fr/pages/au-dela.mdx');
  if (place === 'oracle') return read('i18n/beyond-stages.fr.json');
  const name = NAMES[place - 1] ?? '';
  return read(`content/fr/${name}.mdx`) + read(`i18n/experiments/${name}.fr.json`);
}

const NAMES =
  '01-topologie 02-journaux 03-principe 04-solution 05-urandom 06-primitives 07-malice 08-propriete 09-fernet 10-replay 11-parade 12-difference 13-moins-45 14-efficace 15-limites 16-critique'.split(
    ' ',
  );

describe('the rows', () => {
  const rows = GROUPS.flatMap(({ attacks }) => [...attacks]);
  test('are all attacks, each once', () => {
    expect(rows.map(({ attack }) => attack)).toEqual(attackNames);
  });
  test.each(rows)('lead to a page that speaks of it: $attack, $place', ({ attack, place }) => {
    expect(textOf(place)).toMatch(SPEAKS_OF[attack]);
  });
});

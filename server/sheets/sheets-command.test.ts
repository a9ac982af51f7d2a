// The teacher's command, run on real files: JSON lines, a table, and what it says of a file that is no sheet.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeNotebookFile } from '#site/notebook/notebook-file.ts';
import { EMPTY } from '#site/notebook/whole.ts';
import { csvRecord } from './csv.ts';
import { readSheet } from './read-sheet.ts';
import { sheetLine } from './report-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'sheets-command.ts'), ...words],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

const MIDDLE = 'C’est l’attaque de l’homme du milieu.';
const sheet = file(
  'léa.md',
  `# TP\n\nLéa\n\n## Introduction\n1. Étoile\n\n## Fernet\n10. ${MIDDLE}\n\n## Regard critique\n1. =1+1, "sel"\n`,
);
const second = file('tom.txt', '2) tout\u2028est\u009b lisible');

describe('JSON', () => {
  test('is one line for each file, with all sixteen answers', () => {
    const { status, stdout, stderr } = run(sheet, second);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    const [first, other] = lines.map((line) => JSON.parse(line));
    const none = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [String(index + 1), '']));
    expect(first).toEqual({
      file: sheet,
      answers: { ...none, 1: 'Étoile', 10: MIDDLE, 16: '=1+1, "sel"' },
      unplaced: ['Léa'],
      beliefs: { 10: ['C’est l’homme du milieu.'] },
    });
    expect(other).toEqual({
      file: second,
      answers: { ...none, 2: 'tout\u2028est\u009b lisible' },
      unplaced: [],
      beliefs: {},
    });
    expect(stdout).not.toMatch(/[\u2028\u009b]/);
  });

  test('names beliefs in the language of each answer, and of the sheet where an answer does not tell', () => {
    const english = file(
      'ann.md',
      '1. The server is just a neutral pipe, it cannot change anything.\n10. man in the middle\n14. Oui, le TTL empêche le rejeu.\n16. The key isn’t too short.',
    );
    const french = file(
      'jean.md',
      '1. Le serveur est neutre, comme un tuyau.\n10. man in the middle\n14. Yes, the TTL is enough to prevent replay.',
    );
    const { stdout } = run(english, french);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).beliefs),
    ).toEqual([
      {
        1: ['The server is neutral, like a mere pipe.'],
        10: ['It is the “man in the middle”.'],
        14: ['Oui, le TTL suffit contre le rejeu.'],
      },
      {
        1: ['Le serveur est neutre, comme un simple tuyau.'],
        10: ['C’est l’homme du milieu.'],
        14: ['Yes, the TTL is enough against replay.'],
      },
    ]);
  });

  test('says which file is none, and goes on', () => {
    const binary = file('photo.md', new Uint8Array(64));
    const huge = file('huge.md', '');
    truncateSync(huge, 64 * 2 ** 20);
    const { status, stdout, stderr } = run(join(folder, 'absent.md'), folder, binary, huge, sheet);
    expect([status, stderr]).toEqual([1, '']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ error }) => error)).toEqual([
      'ce fichier n’existe pas',
      'c’est un dossier ; donnez ses fichiers, par exemple dossier/*.md',
      'ce n’est pas un fichier texte ; enregistrez la feuille en texte (.md ou .txt)',
      'plus de 1 Mio : ce n’est pas une feuille de réponses',
      undefined,
    ]);
    expect(lines.at(-1)?.answers['1']).toBe('Étoile');
  });

  test('reads the notebook’s own file, and says which JSON is none', () => {
    const answers = [{ question: 10, text: `${MIDDLE}\n\n11. de sa liste`, at: 1, since: 1 }];
    const json = writeNotebookFile({ ...EMPTY, title: 'TP', answers, unplaced: ['Léa'] });
    const whole = file('cahier.json', json);
    const { status, stdout } = run(
      whole,
      file('coupe.json', json.slice(0, -20)),
      file('double.json', json.replace('"answers": [', '"answers": [{ "question": 10, "text": "autre" },')),
      file('dix-sept.json', json.replace('"question": 10', '"question": 17')),
      file('autre.json', '{"answers":[]}'),
      file('presque.txt', '[1] une étoile'),
    );
    expect(status).toBe(1);
    const [first, ...others] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      answers: { 1: '', 10: `${MIDDLE}\n\n11. de sa liste`, 11: '' },
      unplaced: ['Léa'],
      beliefs: { 10: ['C’est l’homme du milieu.'] },
    });
    const damaged = 'ce fichier de cahier est incomplet ou abîmé';
    expect(others.map(({ error }) => error)).toEqual([
      damaged,
      damaged,
      damaged,
      'ce JSON n’est pas celui d’un cahier',
      undefined,
    ]);
    expect(others.at(-1)?.unplaced).toEqual(['[1] une étoile']);
  });

  test('has the beliefs that it is told to look for', () => {
    const beliefsIn = (question: number, answer: string) =>
      question === 16 && answer.includes('sel') ? ['sel'] : [];
    const read = readSheet('1. Étoile\n\n16. le sel');
    expect(JSON.parse(sheetLine('a', read, beliefsIn)).beliefs).toEqual({ 16: ['sel'] });
  });
});

describe('the table', () => {
  test('has a row for each file, and no formula', () => {
    const { status, stdout, stderr } = run('--csv', sheet, join(folder, 'absent.md'));
    expect(status).toBe(1);
    const head = 'file,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,unplaced,beliefs';
    const answers = `Étoile${','.repeat(9)}${MIDDLE}${','.repeat(6)}"'=1+1, ""sel"""`;
    expect(stdout).toBe(`${head}\r\n${sheet},${answers},Léa,10. C’est l’homme du milieu.\r\n`);
    expect(stderr).toBe(`${join(folder, 'absent.md')} : ce fichier n’existe pas\n`);
  });

  test.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', '＠x'])('makes %j harmless', (text) => {
    expect(csvRecord([text]).replaceAll('"', '')).toBe(`'${text}\r\n`);
  });

  test('quotes what would part it', () => {
    expect(csvRecord(['a,b', 'c"d', 'e\nf', 'g'])).toBe('"a,b","c""d","e\nf",g\r\n');
  });
});

describe('words', () => {
  test('--help explains them all', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const word of ['--csv', 'unplaced', 'beliefs', '1 Mio']) expect(stdout).toContain(word);
  });

  test.each([[[]], [['--xml', 'a']]])('%j are refused', (words) => {
    const { status, stdout, stderr } = run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--help');
  });
});

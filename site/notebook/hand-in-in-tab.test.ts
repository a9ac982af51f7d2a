// The sheet over a real browser's database: what a file changes, the way back, and what cannot be kept.
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errandsOf } from './errand.ts';
import { HandIn } from './hand-in.ts';
import { readRuns, writeRuns } from './matrix-runs.ts';
import { Notebook } from './notebook.ts';
import { notebookFile, sheetFile } from './own-sheet.ts';
import { type NamedFile, type ReadFile, readFile } from './read-file.ts';
import { readStored, type Whole } from './whole.ts';

const ends: (() => Promise<void> | void)[] = [];
beforeEach(() => localStorage.clear());
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  localStorage.clear();
});

let names = 0;

function start(read: (file: NamedFile) => Promise<ReadFile | undefined> = async (file) => readFile(file)) {
  const name = `hand in ${names++}`;
  const notebook = new Notebook(name);
  ends.push(
    () => deleteDB(name),
    () => notebook.close(),
  );
  const handIn = new HandIn({ notebook, now: () => 5000, readFile: read });
  const whole = async (): Promise<Whole> => {
    await handIn.load();
    if (!handIn.whole.value) throw new Error('nothing was read');
    return handIn.whole.value;
  };
  const answers = async () =>
    Object.fromEntries((await whole()).answers.map((one) => [one.question, one.text]));
  const open = (text: string, fileName = 'copie.md') => handIn.open(new File([text], fileName));
  return { handIn, notebook, whole, answers, open };
}

const RUN = { attack: 'drop', stage: 'aead', outcome: 'succeeds', trace: [], at: 1 } as const;

/** A notebook with something of everything. */
async function startFull() {
  const sheet = start();
  const { notebook } = sheet;
  await notebook.write(1, 'Une étoile.', '');
  await notebook.write(7, 'avant', '');
  await notebook.write(7, 'Il change le message.', 'autre');
  await notebook.mark('hints', 7, () => ({ kind: 'hints', question: 7, taken: 2, at: 1 }));
  await (await notebook.database()).put('evidence', {
    question: 7,
    at: 1,
    kind: 'line',
    text: 'INFO:ChatServer:gauche send message : x',
    data: '{}',
  });
  writeRuns([RUN]);
  await sheet.handIn.load();
  sheet.handIn.rename('Camille');
  return sheet;
}

/** Without what the database counts by itself. */
const contents = (whole: Whole) => ({
  ...whole,
  versions: whole.versions.map(({ id: _, ...version }) => version),
  evidence: whole.evidence.map(({ id: _, ...piece }) => piece),
});

describe('a notebook', () => {
  test('goes to another browser and is the same there', async () => {
    const first = await startFull();
    const before = await first.whole();
    await first.handIn.erase();
    const second = start();
    await second.open(notebookFile(before).text, 'answers.json');
    await second.handIn.merge();
    expect(contents(await second.whole())).toEqual(contents(before));
    expect(readRuns()).toEqual([RUN]);
  });

  test('is replaced and erased, and each can be undone, once', async () => {
    const { handIn, whole, open, answers } = await startFull();
    const before = await whole();
    await open('# Groupe 3\n\n1. Autre chose.\n2. Encore.\n');
    expect(await whole()).toEqual(before); // a preview changes nothing
    await handIn.replace();
    expect(await answers()).toEqual({ 1: 'Autre chose.', 2: 'Encore.' });
    expect((await whole()).title).toBe('Groupe 3');
    expect((await whole()).marks).toEqual(before.marks);
    expect((await whole()).evidence).toEqual([]); // it would stand in a copy that is somebody else's
    await handIn.undo();
    expect(await whole()).toEqual(before);
    await handIn.undo();
    expect(await whole()).toEqual(before);

    await handIn.erase();
    expect(contents(await whole())).toEqual({
      title: '',
      unplaced: [],
      answers: [],
      versions: [],
      marks: [],
      evidence: [],
      runs: [],
    });
    await handIn.undo();
    expect(await whole()).toEqual(before);
  });

  test('is brought back on a later visit, evidence and all; what was erased is not', async () => {
    const { handIn, notebook, whole, open } = await startFull();
    const before = await whole();
    await open('1. Autre chose.');
    await handIn.replace();
    /** The page, left and opened again. */
    const again = () => new HandIn({ notebook, now: () => 6000, readFile: async (file) => readFile(file) });
    const later = again();
    await later.load();
    expect(later.way.value).toBe('replaced');
    expect(later.deed.value).toBeUndefined();
    await later.undo();
    expect(later.way.value).toBeUndefined();
    expect(await whole()).toEqual(before);

    await later.erase();
    expect(later.way.value).toBe('erased');
    const afterErasing = again();
    await afterErasing.load();
    expect(afterErasing.way.value).toBeUndefined();
    expect(await (await notebook.database()).count('way')).toBe(0);
    await later.undo();
    expect(await whole()).toEqual(before);
  });

  test('exported as a sheet comes back with its evidence in the answers', async () => {
    const { handIn, whole, open, answers } = await startFull();
    const { text } = sheetFile(await whole(), 'TP');
    await handIn.erase();
    await open(text);
    await handIn.merge();
    expect((await answers())[7]).toBe(
      'Il change le message.\n\n```\nINFO:ChatServer:gauche send message : x\n```',
    );
    expect((await whole()).title).toBe('Camille');
  });
});

test('the reader chooses, question by question', async () => {
  const { handIn, open, answers, whole } = await startFull();
  await open('1. du fichier\n7. du fichier aussi\n8. nouveau\n');
  handIn.take(7, true);
  handIn.take(1, true);
  handIn.take(1, false);
  await handIn.merge();
  expect(await answers()).toEqual({ 1: 'Une étoile.', 7: 'du fichier aussi', 8: 'nouveau' });
  const versions = (await whole()).versions.map(({ question, text }) => `${question} ${text}`);
  expect(versions).toEqual(['7 avant', '1 du fichier', '7 Il change le message.']);
  expect(handIn.deed.value).toBe('merged');
});

test('what has no place stays, is placed or removed, and each can be undone', async () => {
  const { handIn, open, answers, whole } = start();
  await open('# TP\n\n## Hors questions\n\n- un\n\n- deux\n\n- trois\n');
  const unplaced = () => handIn.incoming.value?.brings.unplaced.length;
  expect(unplaced()).toBeGreaterThan(0);
  const all = handIn.incoming.value?.brings.unplaced ?? [];
  handIn.place(0, 4);
  await handIn.merge();
  expect((await answers())[4]).toBe(all[0]);
  expect((await whole()).unplaced).toEqual(all.slice(1));
  if (all.length > 1) {
    await handIn.placeKept(0, 4);
    expect((await answers())[4]).toBe(`${all[0]}\n\n${all[1]}`);
    await handIn.undo();
    expect((await answers())[4]).toBe(all[0]);
    await handIn.remove(0);
    expect((await whole()).unplaced).toEqual(all.slice(2));
    await handIn.undo();
    expect((await whole()).unplaced).toEqual(all.slice(1));
  }
});

test('where there is no room, nothing changes, and it is said', async () => {
  const { handIn, whole, open } = await startFull();
  const before = await whole();
  await open('1. du fichier\n');
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  ends.push(() => {
    IDBObjectStore.prototype.put = put;
  });
  await handIn.replace();
  IDBObjectStore.prototype.put = put;
  expect([handIn.trouble.value, handIn.unchanged.value]).toEqual(['full', true]);
  expect(await whole()).toEqual(before);
  await handIn.replace();
  expect([handIn.trouble.value, handIn.unchanged.value]).toEqual([undefined, false]);
  expect(handIn.deed.value).toBe('replaced');
});

test('a file that is too large is not even read', async () => {
  const { handIn } = start();
  const file = {
    name: 'copie.md',
    size: 64 * 1024 * 1024,
    arrayBuffer: () => Promise.reject(new Error('was read')),
  };
  await handIn.open(file);
  expect(handIn.refusal.value).toBe('too-large');
});

test('a file that cannot be read, or not in time, is refused', async () => {
  const { handIn } = start(async () => undefined);
  await handIn.open(new File(['1. a'], 'copie.md'));
  expect(handIn.refusal.value).toBe('too-slow');
  await handIn.open({ name: 'x', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) });
  expect(handIn.refusal.value).toBe('unreadable');
});

test('other tabs hear of every question', async () => {
  const { handIn, notebook, open } = start();
  const other = new Notebook(`hand in ${names - 1}`);
  ends.push(() => other.close());
  const heard = new Set<number>();
  other.watch((question) => heard.add(question));
  await (await notebook.database()).count('answers');
  await open('1. du fichier\n');
  await handIn.replace();
  await expect.poll(() => heard.size).toBe(16);
  expect((await readStored(await other.database())).answers).toHaveLength(1);
});

describe('an errand', () => {
  /** A worker that answers as its text says. */
  const worker = (code: string) => () =>
    new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));

  test('is done one after the other; what takes too long is given up, and the next one begins anew', async () => {
    const ask = errandsOf<number, number>(
      '',
      300,
      worker('onmessage = ({ data }) => { while (data < 0); postMessage(data * 2); };'),
    );
    const asked = performance.now();
    expect(await Promise.all([ask(1), ask(-1), ask(3)])).toEqual([2, undefined, 6]);
    expect(performance.now() - asked).toBeGreaterThan(290);
  });

  test('fails softly where the worker does, and where there is none', async () => {
    const failing = errandsOf<number, number>('', 5000, () => new Worker('/missing.js'));
    expect(await failing(1)).toBeUndefined();
    const missing = errandsOf<number, number>('', 5000, () => new Worker('http://['));
    expect(await missing(1)).toBeUndefined();
  });
});

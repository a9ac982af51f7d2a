// What the reader has done with each question, in a real browser's database, and what an earlier workbook had kept.
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { Marks } from './marks.ts';
import { Notebook } from './notebook.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  localStorage.clear();
});

let names = 0;
const newName = () => `marks ${names++}`;

function openNotebook(name = newName()) {
  const notebook = new Notebook(name);
  ends.push(
    () => deleteDB(name),
    () => notebook.close(),
  );
  return notebook;
}

test('a mark is kept by its kind and its question, and a change sees what was there', async () => {
  const notebook = openNotebook();
  const ask = () =>
    notebook.mark('hints', 7, (before) => ({
      kind: 'hints',
      question: 7,
      taken: (before?.taken ?? 0) + 1,
      at: 1,
    }));
  await Promise.all([ask(), ask(), ask()]);
  expect(await notebook.markOf('hints', 7)).toMatchObject({ taken: 3 });
  expect(await notebook.markOf('hints', 8)).toBeUndefined();
  expect(await notebook.markOf('read', 7)).toBeUndefined();
});

test('this page and the others hear of it', async () => {
  const name = newName();
  const [here, elsewhere] = [openNotebook(name), openNotebook(name)];
  const heard: string[] = [];
  here.watchMarks((question) => heard.push(`here ${question}`));
  const other = new Promise<void>((done) => {
    elsewhere.watch((question) => {
      heard.push(`elsewhere ${question}`);
      done();
    });
  });
  expect(await here.mark('read', 3, () => ({ kind: 'read', question: 3, at: 1 }))).toBe(true);
  await other;
  expect(heard).toEqual(['here 3', 'elsewhere 3']);
});

test('a notebook that had answers alone keeps them', async () => {
  const name = newName();
  const old = await openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore('answers', { keyPath: 'question' });
      db.createObjectStore('versions', { keyPath: 'id', autoIncrement: true }).createIndex(
        'question',
        'question',
      );
    },
  });
  await old.put('answers', { question: 7, text: 'mon texte', at: 1, since: 1 });
  old.close();
  const notebook = openNotebook(name);
  expect(await notebook.read(7)).toBe('mon texte');
  expect(await (await notebook.marks()).all()).toEqual([]);
});

test('a page that is older than the notebook lets go of it, and says which of the two it is', async () => {
  const name = newName();
  ends.push(() => deleteDB(name));
  const gone: string[] = [];
  const database = await openDatabase(name, (why) => gone.push(why));
  await new Marks(database).all();
  const newer = await openDB(name, 99);
  ends.push(() => newer.close());
  expect(gone).toEqual(['outdated']);
  await expect(openDatabase(name, () => {})).rejects.toMatchObject({ name: 'VersionError' });
});

test('a page whose notebook is erased says so', async () => {
  const name = newName();
  const gone: string[] = [];
  await openDatabase(name, (why) => gone.push(why));
  await deleteDB(name);
  expect(gone).toEqual(['erased']);
});

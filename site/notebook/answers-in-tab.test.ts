// The reader's answers in a real browser's database: what is kept, what is left behind, and what may go wrong.
import { deleteDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import { Answers } from './answers.ts';
import { openDatabase } from './database.ts';
import { Draft } from './draft.ts';
import { Notebook } from './notebook.ts';

const MINUTE = 60_000;
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

let names = 0;

async function startAnswers() {
  const name = `test ${names++}`;
  let now = 1_800_000_000_000;
  const database = await openDatabase(name, () => {});
  ends.push(
    () => deleteDB(name),
    () => database.close(),
  );
  const answers = new Answers(database, () => now);
  return {
    answers,
    database,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    versions: async (question: number) => (await answers.versions(question)).map(({ text }) => text),
  };
}

describe('an answer', () => {
  test('is read as it was written, whatever it holds; another question’s is another one', async () => {
    const { answers } = await startAnswers();
    const text = 'été 🙂\r\n\u0000\ud800 **gras** <script>';
    await answers.write(7, text, '');
    expect(await answers.read(7)).toBe(text);
    expect(await answers.read(8)).toBe('');
    await answers.write(8, '', '');
    expect((await answers.all()).map(({ question }) => question)).toEqual([7]);
  });

  test('that is written letter by letter leaves a version behind every two minutes, not at each letter', async () => {
    const { answers, wait, versions } = await startAnswers();
    let text = '';
    for (let letter = 0; letter < 26; letter++) {
      const base = text;
      text += String.fromCharCode(97 + letter);
      await answers.write(7, text, base);
      wait(10_000);
    }
    expect(await versions(7)).toEqual(['abcdefghijklmnopqrstuvwx', 'abcdefghijkl']);
  });

  test('that is taken up again after a while is kept as it was', async () => {
    const { answers, wait, versions } = await startAnswers();
    await answers.write(7, 'fini', '');
    wait(60 * MINUTE);
    await answers.write(7, 'fini, ou presque', 'fini');
    expect(await versions(7)).toEqual(['fini']);
  });

  test('that is replaced by something much shorter is kept', async () => {
    const { answers, versions } = await startAnswers();
    const long = 'mot '.repeat(50);
    await answers.write(7, long, '');
    await answers.write(7, '', long);
    expect(await versions(7)).toEqual([long]);
  });

  test('that somebody else wrote meanwhile is kept, and the later one stands', async () => {
    const { answers, versions } = await startAnswers();
    await answers.write(7, 'd’un onglet', '');
    await answers.write(7, 'd’un autre', '');
    expect(await answers.read(7)).toBe('d’un autre');
    expect(await versions(7)).toEqual(['d’un onglet']);
  });

  test('has twenty versions at most, the latest ones, and takes none of another question', async () => {
    const { answers, versions } = await startAnswers();
    await answers.write(3, 'a', '');
    await answers.write(3, 'b', 'x');
    for (let count = 0; count < 30; count++) await answers.write(7, `n° ${count}`, 'x');
    const kept = await versions(7);
    expect(kept).toHaveLength(20);
    expect([kept[0], kept.at(-1)]).toEqual(['n° 28', 'n° 9']);
    expect(await versions(3)).toEqual(['a']);
  });
});

test('two tabs write at once: one stands, the other is a version', async () => {
  const { answers, versions } = await startAnswers();
  await Promise.all([answers.write(7, 'un', ''), answers.write(7, 'deux', '')]);
  expect(new Set([await answers.read(7), ...(await versions(7))])).toEqual(new Set(['un', 'deux']));
});

/** Two tabs of one notebook, in which the reader has an answer open; the second one hears of what the first one writes. */
async function startTabs() {
  const name = `test ${names++}`;
  const [first, second] = [new Notebook(name), new Notebook(name)];
  ends.push(async () => {
    await first.close();
    await second.close();
    await deleteDB(name);
  });
  const open = async (notebook: Notebook) => {
    const draft = new Draft(7, notebook, { later: () => {} });
    notebook.watch(() => void draft.load());
    await draft.load();
    return {
      draft,
      write: async (text: string) => {
        draft.type(text);
        await draft.save();
      },
    };
  };
  const versions = async () => (await (await second.answers()).versions(7)).map(({ text }) => text);
  return { a: await open(first), b: await open(second), reopen: () => open(second), versions };
}

describe('a short text of another tab', () => {
  const SHORT = 'Le serveur voit tout passer, et garde tout ce qu’il voit passer.';

  test('that is replaced as a whole is kept', async () => {
    const { a, b, versions } = await startTabs();
    await a.write(SHORT);
    await expect.poll(() => b.draft.text.value).toBe(SHORT);
    await b.write('Autre chose.');
    await b.write('Autre chose encore.');
    expect(await versions()).toEqual([SHORT]);
  });

  test('that is taken away word by word is kept whole, once', async () => {
    const { a, b, versions } = await startTabs();
    await a.write(SHORT);
    await expect.poll(() => b.draft.text.value).toBe(SHORT);
    for (let end = SHORT.length - 5; end > 0; end -= 5) await b.write(SHORT.slice(0, end));
    await b.write('');
    expect(await versions()).toEqual([SHORT]);
  });

  test('that is written on leaves nothing behind', async () => {
    const { a, b, versions } = await startTabs();
    await a.write(SHORT);
    await expect.poll(() => b.draft.text.value).toBe(SHORT);
    await b.write(`${SHORT} Et il le dit.`);
    await b.write(SHORT.replace('tout passer', 'vraiment tout passer'));
    await b.write(SHORT.replace('voit tout', 'lit tout'));
    expect(await versions()).toEqual([]);
  });

  test('from before the page was loaded again is kept likewise', async () => {
    const { b, reopen, versions } = await startTabs();
    await b.write(SHORT);
    await b.write('Court.'); // within one tab, that is a change of mind
    await b.write(SHORT);
    const later = await reopen();
    await later.write('Autre chose.');
    expect(await versions()).toEqual([SHORT]);
  });
});

test('what cannot be kept leaves all as it was', async () => {
  const { answers, database, versions } = await startAnswers();
  await answers.write(7, 'avant', '');
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function full() {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  await expect(answers.write(7, 'après', 'x')).rejects.toThrow('no room');
  IDBObjectStore.prototype.put = put;
  expect(await answers.read(7)).toBe('avant');
  expect(await versions(7)).toEqual([]);
  database.close();
  await expect(answers.write(7, 'après', 'avant')).rejects.toThrow(/clos/);
});

describe('a notebook', () => {
  test('takes over what a page that went could not wait to see kept, once', async () => {
    const name = `test ${names++}`;
    const notebook = new Notebook(name);
    await notebook.write(5, 'Un début', '');
    await notebook.close();
    localStorage.setItem('somebody else’s', 'stays');
    notebook.hold(5, 'Un début, et la fin', 'Un début');
    notebook.hold(6, 'kept after all', '')();
    const next = new Notebook(name);
    ends.push(
      async () => next.close(),
      () => deleteDB(name),
      () => localStorage.clear(),
    );
    expect(await next.read(5)).toBe('Un début, et la fin');
    expect(await next.read(6)).toBe('');
    expect(await (await next.answers()).versions(5)).toEqual([]);
    expect(Object.keys(localStorage)).toEqual(['somebody else’s']);
  });

  test('opens whatever is held, and leaves behind what another tab wrote meanwhile', async () => {
    const name = `test ${names++}`;
    const notebook = new Notebook(name);
    await notebook.write(5, 'de l’autre', '');
    await notebook.close();
    localStorage.setItem('tp-chat-chiffre:held:4', '{');
    notebook.hold(5, 'la fin', 'Un début');
    const next = new Notebook(name);
    ends.push(
      async () => next.close(),
      () => deleteDB(name),
      () => localStorage.clear(),
    );
    expect(await next.read(5)).toBe('la fin');
    expect(await (await next.answers()).versions(5)).toMatchObject([{ text: 'de l’autre' }]);
  });

  test('tells the other tabs, and not itself', async () => {
    const name = `test ${names++}`;
    const [first, second] = [new Notebook(name), new Notebook(name)];
    ends.push(async () => {
      await first.close();
      await second.close();
      await deleteDB(name);
    });
    const heard: string[] = [];
    first.watch((question) => heard.push(`first ${question}`));
    second.watch((question) => heard.push(`second ${question}`));
    await first.write(7, 'ici', '');
    await expect.poll(() => heard).toEqual(['second 7']);
    expect(await second.read(7)).toBe('ici');
  });

  test('is opened again after the browser has erased it', async () => {
    const name = `test ${names++}`;
    const notebook = new Notebook(name);
    ends.push(
      async () => notebook.close(),
      () => deleteDB(name),
    );
    await notebook.write(7, 'avant', '');
    await deleteDB(name);
    await notebook.write(7, 'après', 'avant');
    expect(await notebook.read(7)).toBe('après');
  });
});

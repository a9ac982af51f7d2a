// An answer as it is being written: what is saved when, and what the reader is told.
import { expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { Draft, SAVE_AFTER_MS, type Shelf } from './draft.ts';

function startDraft(fail?: () => unknown) {
  const world = handCrankedWorld();
  const kept = new Map<number, string>();
  const writes: string[] = [];
  const held: string[] = [];
  const shelf: Shelf = {
    read: async (question) => kept.get(question) ?? '',
    write: async (question, text, base, lost) => {
      const error = fail?.();
      if (error) throw error;
      writes.push(`${base} → ${text}${lost === undefined ? '' : `, not ${lost}`}`);
      kept.set(question, text);
    },
    hold: (question, text, base) => {
      held.push(`${base} → ${text}`);
      return () => held.push(`written ${kept.get(question)}`);
    },
  };
  const draft = new Draft(7, shelf, world);
  const pass = async (milliseconds: number) => {
    world.advance(milliseconds);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { draft, kept, writes, held, pass, shelf };
}

test('what is typed is kept in one go after a moment, and said to be', async () => {
  const { draft, writes, pass } = startDraft();
  await draft.load();
  expect([draft.text.value, draft.saving.value]).toEqual(['', 'empty']);
  for (const text of ['o', 'ou', 'oui']) draft.type(text);
  expect([draft.text.value, draft.saving.value, writes]).toEqual(['oui', 'saving', []]);
  await pass(SAVE_AFTER_MS);
  expect([draft.saving.value, writes]).toEqual(['saved', [' → oui']]);
  draft.type('');
  await pass(SAVE_AFTER_MS);
  expect([draft.saving.value, writes.at(-1)]).toEqual(['empty', 'oui → ']);
});

test('a reader who goes on typing is saved all the same', async () => {
  const { draft, writes, pass } = startDraft();
  await draft.load();
  for (let letter = 1; letter <= 10; letter++) {
    draft.type('a'.repeat(letter));
    await pass(SAVE_AFTER_MS / 2);
  }
  expect(writes).toHaveLength(5);
});

test('a page that goes saves at once, and holds the text until that is done', async () => {
  const { draft, held } = startDraft();
  await draft.load();
  draft.type('adieu');
  const left = draft.leave();
  expect(held).toEqual([' → adieu']);
  await left;
  expect(held).toEqual([' → adieu', 'written adieu']);
  await draft.leave(); // nothing waits
  expect(held).toHaveLength(2);
});

test('a page that goes while its text is being written holds it, too', async () => {
  const { draft, held, pass } = startDraft();
  await draft.load();
  draft.type('adieu');
  const passing = pass(SAVE_AFTER_MS);
  const left = draft.leave();
  expect(held).toEqual([' → adieu']);
  await Promise.all([passing, left]);
});

test('a text that cannot be written stays held', async () => {
  const { draft, held } = startDraft(() => new DOMException('no room', 'QuotaExceededError'));
  await draft.load();
  draft.type('adieu');
  await draft.leave();
  expect([draft.saving.value, held]).toEqual(['full', [' → adieu']]);
});

test('another text takes the place of this one, which is left behind', async () => {
  const { draft, writes } = startDraft();
  await draft.load();
  draft.type('ceci');
  await draft.replace('cela');
  expect(writes).toEqual([' → ceci', 'undefined → cela']);
  expect([draft.text.value, draft.saving.value]).toEqual(['cela', 'saved']);
});

test('what is put where the reader writes comes by itself, and is kept once', async () => {
  const { draft, writes } = startDraft();
  await draft.load();
  draft.type('ceci');
  await draft.replace('cela', () => draft.type('cela'));
  expect(writes).toEqual([' → ceci', 'undefined → cela']);
});

test('what another tab wrote comes in, but not over what is being written here', async () => {
  const { draft, kept, writes, pass } = startDraft();
  await draft.load();
  kept.set(7, 'de l’autre');
  await draft.load();
  expect(draft.text.value).toBe('de l’autre');
  draft.type('d’ici');
  kept.set(7, 'encore de l’autre');
  await draft.load();
  expect(draft.text.value).toBe('d’ici');
  await pass(SAVE_AFTER_MS);
  expect(writes).toEqual(['de l’autre → d’ici, not de l’autre']); // the shelf sees that another text stands there
});

test('a text from elsewhere of which little is left is named until it is kept, and no more', async () => {
  let failing = true;
  const { draft, kept, writes } = startDraft(() => failing && new Error('?'));
  kept.set(7, 'de l’autre');
  await draft.load();
  for (const text of ['de l’', 'de', 'd’ici']) {
    draft.type(text);
    await draft.save();
    failing = false;
  }
  expect(writes).toEqual(['de l’autre → de, not de l’autre', 'de → d’ici']);
});

test('a text that was erased is named no more', async () => {
  const { draft, kept, writes } = startDraft();
  kept.set(7, 'de l’autre');
  await draft.load();
  draft.lose('erased');
  draft.type('d’ici');
  await draft.save();
  expect(writes).toEqual([' → d’ici']);
});

test.each([
  ['full', new DOMException('', 'QuotaExceededError')],
  ['blocked', new DOMException('', 'SecurityError')],
  ['blocked', new DOMException('', 'InvalidStateError')],
  ['failed', new Error('?')],
] as const)('%s is told, the text stays, and the next letter tries again', async (saving, error) => {
  let failing = true;
  const { draft, kept, pass } = startDraft(() => failing && error);
  await draft.load();
  draft.type('oui');
  await pass(SAVE_AFTER_MS);
  expect([draft.saving.value, draft.text.value]).toEqual([saving, 'oui']);
  failing = false;
  draft.type('oui !');
  await pass(SAVE_AFTER_MS);
  expect([draft.saving.value, kept.get(7)]).toEqual(['saved', 'oui !']);
});

test('a browser that keeps nothing is told at once, and the reader can write', async () => {
  const shut = async () => {
    throw new DOMException('', 'SecurityError');
  };
  const draft = new Draft(7, { read: shut, write: shut, hold: () => () => {} }, handCrankedWorld());
  await draft.load();
  expect([draft.text.value, draft.saving.value]).toEqual(['', 'blocked']);
});

test('what another tab had kept before the last saving here does not come back after it', async () => {
  const { draft, kept, shelf, pass } = startDraft();
  await draft.load();
  kept.set(7, 'là-bas');
  const read = shelf.read.bind(shelf);
  const { promise: slow, resolve } = Promise.withResolvers<void>();
  shelf.read = async (question) => {
    const before = await read(question);
    await slow;
    return before;
  };
  const loading = draft.load();
  await pass(0);
  draft.type('ici');
  await pass(SAVE_AFTER_MS);
  resolve();
  await loading;
  expect([draft.text.value, kept.get(7)]).toEqual(['ici', 'ici']);
});

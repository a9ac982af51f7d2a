// Handing in: one press is one hand-in, however often the line is cut, and whoever closes the page meanwhile.
import { expect, test } from 'vitest';
import { memoryStorage } from '../../test/memory-storage.ts';
import type { DeskTrouble, Receipt } from './class-desk.ts';
import { HandingOver } from './handing-over.ts';

/** A server that keeps sheets by their keys, and may be out of reach, before or after it has kept one. */
function counter() {
  const kept = new Map<string, string>();
  const told: { answer: 'all' | 'nothing' | 'keeps silently' | DeskTrouble } = { answer: 'all' };
  const receiptOf = (key: string): Receipt => ({ at: 1, key, sha256: 'ab'.repeat(32), words: 3 });
  return {
    kept,
    told,
    desk: {
      async handIn(sheet: string, key: string): Promise<Receipt | DeskTrouble> {
        if (told.answer === 'nothing') return 'unreached';
        if (told.answer !== 'all' && told.answer !== 'keeps silently') return told.answer;
        if (!kept.has(key)) kept.set(key, sheet);
        return told.answer === 'all' ? receiptOf(key) : 'unreached';
      },
      lastHandIn: async () => {
        const key = [...kept.keys()].at(-1);
        return key === undefined ? undefined : receiptOf(key);
      },
    },
  };
}

function handing(desk: ReturnType<typeof counter>['desk'], storage = memoryStorage()) {
  const due: (() => void)[] = [];
  let keys = 0;
  const made = new HandingOver({
    desk,
    seat: 'seat',
    storage,
    newKey: () => `key ${storage.length} ${++keys}`,
    later: (_, run) => due.push(run),
  });
  return { made, due, storage };
}

test('what the server kept and could not say is not handed in twice', async () => {
  const server = counter();
  server.told.answer = 'keeps silently';
  const { made, due } = handing(server.desk);
  await made.press('sheet');
  expect(made.trouble.value).toBe('unreached');
  expect(made.receipt.value).toBeUndefined();
  server.told.answer = 'all';
  due.shift()?.();
  await expect.poll(() => made.receipt.value).toBeDefined();
  expect([...server.kept.values()]).toEqual(['sheet']);
  expect(made.trouble.value).toBeUndefined();
});

test('a page that is closed before the server answers is gone on with by the next one, under the same key', async () => {
  const server = counter();
  server.told.answer = 'keeps silently';
  const { made, storage } = handing(server.desk);
  await made.press('sheet');
  server.told.answer = 'all';
  const next = handing(server.desk, storage);
  await next.made.start();
  expect(server.kept.size).toBe(1);
  expect(next.made.receipt.value?.key).toBe([...server.kept.keys()][0]);
  expect(storage.length).toBe(0);
});

test('another sheet is another hand-in; a refusal ends it', async () => {
  const server = counter();
  const { made } = handing(server.desk);
  await made.press('one');
  await made.press('two');
  expect([...server.kept.values()]).toEqual(['one', 'two']);
  server.told.answer = 'STORE_FULL';
  await made.press('three');
  expect(made.trouble.value).toBe('STORE_FULL');
  expect(made.underWay.value).toBe(false);
  expect(server.kept.size).toBe(2);
});

// What a browser makes of the class's copy of a notebook, whenever the answers come.
import { afterEach, expect, test, vi } from 'vitest';
import { pageNotebook } from '../notebook/notebook.ts';
import { ClassDesk, type KeptCopy } from './class-desk.ts';
import { KeptNotebook } from './kept-notebook.ts';
import { KnownCopies, tagOf } from './known-copies.ts';

const copyOf = (text: string): KeptCopy => ({ tag: tagOf(text), blob: new Blob([text]) });

/** A desk whose answers are given by hand, in any order. */
function startKept() {
  const desk = new ClassDesk('/', () => 'pass');
  const asked: ((kept: Awaited<ReturnType<ClassDesk['keptNotebook']>>) => void)[] = [];
  vi.spyOn(desk, 'keptNotebook').mockImplementation(() => new Promise((answer) => asked.push(answer)));
  const put = vi.spyOn(desk, 'keepNotebook').mockResolvedValue(undefined);
  const known = new KnownCopies(localStorage, () => 'seat');
  const kept = new KeptNotebook(desk, known);
  const stop = kept.watch();
  ends.push(stop);
  return { kept, known, asked, put, stop };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
const ends: (() => void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  vi.restoreAllMocks();
  localStorage.clear();
  await (await pageNotebook.database()).clear('answers');
});

test('another copy is offered, and nothing takes its place until the student has said so', async () => {
  await pageNotebook.write(1, 'étoile', '');
  const { kept, known, asked, put } = startKept();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const other = copyOf('elsewhere');
  asked[0]?.(other);
  await vi.waitFor(() => expect(kept.other.value).toBe(other));
  await kept.put(new AbortController().signal);
  expect(put).not.toHaveBeenCalled();
  kept.settle(other);
  await kept.put(new AbortController().signal);
  expect(put).toHaveBeenCalledOnce();
  expect(put.mock.calls[0]?.[1]).toContain(other.tag);
  expect(known.all()).toContain(other.tag);
});

test('an answer that comes after the student has settled it, or has ceased to wait, changes nothing', async () => {
  const { kept, asked, stop } = startKept();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  kept.settle(copyOf('elsewhere'));
  asked[0]?.(copyOf('before'));
  await settled();
  expect(kept.other.value).toBeUndefined();

  const again = startKept();
  await vi.waitFor(() => expect(again.asked).toHaveLength(1));
  stop();
  again.stop();
  again.asked[0]?.(copyOf('late'));
  await settled();
  expect(again.kept.other.value).toBeUndefined();
});

test('of two answers, the one to the later question counts', async () => {
  const { kept, asked } = startKept();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  dispatchEvent(new StorageEvent('storage', { key: 'tp-chat-chiffre:known-copies seat' }));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.('known');
  asked[0]?.(copyOf('before'));
  await settled();
  expect(kept.other.value).toBeUndefined();
});

test('an empty notebook takes nobody’s place', async () => {
  const { kept, put } = startKept();
  expect(await kept.put(new AbortController().signal)).toBe(false);
  expect(put).not.toHaveBeenCalled();
});

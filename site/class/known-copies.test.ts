// Which copies a browser knows: the one that the class had last, and what was sent since.
import { expect, test } from 'vitest';
import { tagOf as tagOfServer } from '#server/class/kept-copy.ts';
import { memoryStorage } from '../../test/memory-storage.ts';
import { KnownCopies, tagOf } from './known-copies.ts';

const tags = Array.from({ length: 40 }, (_, i) => tagOf(`copy ${i}`));

test('a copy is named as the server names it', () => {
  const text = 'L’étoile, « ici » 🔑';
  expect(tagOf(text)).toBe(tagOfServer(text));
});

test('the one that the class has stays known, however many were sent while the line was down', () => {
  const known = new KnownCopies(memoryStorage(), () => 'a');
  known.add(tags[0] as string);
  known.has(tags[0] as string);
  for (const tag of tags.slice(1)) known.add(tag);
  expect(known.all()).toEqual([tags[0], ...tags.slice(-15)]);
  known.has(tags[39] as string);
  expect(known.all()[0]).toBe(tags[39]);
  known.clear();
  expect(known.all()).toEqual([]);
});

test('each seat has its own, and the next page has them too; what is no tag is not read', () => {
  const storage = memoryStorage();
  new KnownCopies(storage, () => 'a').add(tags[0] as string);
  expect(new KnownCopies(storage, () => 'a').all()).toEqual([tags[0]]);
  expect(new KnownCopies(storage, () => 'b').all()).toEqual([]);
  storage.setItem('tp-chat-chiffre:known-copies b', '["x\\r\\nCookie: y"]');
  expect(new KnownCopies(storage, () => 'b').all()).toEqual([]);
  expect(new KnownCopies(undefined, () => 'a').all()).toEqual([]);
});

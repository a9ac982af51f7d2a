// Lessons are erased when their time has come, at the start and while the server runs, whatever fails meanwhile.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lesson } from '../../test/store-contract.ts';
import { MemoryStore } from './memory.ts';
import { keepRetention } from './retention.ts';
import { StoreError } from './store.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

test('lessons whose time has come go at the start, and the others within an hour of theirs', () => {
  const store = new MemoryStore();
  store.saveLesson(lesson('old', { eraseAt: 1_000 }));
  store.saveLesson(lesson('young', { eraseAt: 1_000 + 1_800_000 }));
  store.saveLesson(lesson('new', { eraseAt: 1_000 + 36_000_000 }));
  const names = () => store.lessons().map(({ id }) => id);
  const stop = keepRetention(
    store,
    Date.now,
    () => undefined,
    () => expect.unreachable(),
  );
  expect(names()).toEqual(['young', 'new']);
  vi.advanceTimersByTime(3_600_000);
  expect(names()).toEqual(['new']);
  stop();
  vi.advanceTimersByTime(72_000_000);
  expect(names()).toEqual(['new']);
});

test('an erasure that fails is told, and tried again', () => {
  const store = new MemoryStore();
  store.close();
  const failures: unknown[] = [];
  const stop = keepRetention(
    store,
    Date.now,
    () => undefined,
    (error) => failures.push(error),
  );
  vi.advanceTimersByTime(7_200_000);
  stop();
  expect(failures).toEqual(Array(3).fill(expect.any(StoreError)));
});

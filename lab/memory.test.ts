// What a receiver remembers: counters, tokens, and how many strangers' salts it has met.
import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { Memory, MOST_NEW_SALTS, SALT_WINDOW_SECONDS } from './memory.ts';

const NOW = 1_763_827_200;
const salt = (number: number) => new Uint8Array(16).fill(number);

describe('salts', () => {
  test('that are new are met, but for more than four a minute from one sender', () => {
    const memory = new Memory();
    for (let number = 0; number < MOST_NEW_SALTS; number++)
      expect(memory.meet('gauche', salt(number), NOW)).toBe(true);
    expect(memory.meet('gauche', salt(99), NOW + 59)).toBe(false);
    expect(memory.meet('gauche', salt(0), NOW + 59)).toBe(true);
    expect(memory.meet('droite', salt(99), NOW + 59)).toBe(true);
    expect(memory.meet('gauche', salt(99), NOW + SALT_WINDOW_SECONDS)).toBe(true);
  });

  test('count no more once a token has proved them', () => {
    const memory = new Memory();
    for (let number = 0; number < 20; number++) {
      expect(memory.meet('gauche', salt(number), NOW)).toBe(true);
      memory.accept('gauche', salt(number), 1n);
    }
  });

  test('count when the receiver’s clock is put back, too', () => {
    const memory = new Memory();
    for (let number = 0; number < MOST_NEW_SALTS; number++) memory.meet('gauche', salt(number), NOW);
    expect(memory.meet('gauche', salt(99), NOW - 30)).toBe(false);
  });
});

test('counters are kept by sender and by salt', () => {
  const memory = new Memory();
  memory.accept('gauche', salt(1), 2n ** 63n);
  expect(memory.highest('gauche', salt(1))).toBe(2n ** 63n);
  expect(memory.highest('gauche', salt(2))).toBe(0n);
  expect(memory.highest('droite', salt(1))).toBe(0n);
});

test('a token is known until its age refuses it, and forgotten then', () => {
  const memory = new Memory();
  memory.keep(utf8('one'), NOW + 30, NOW);
  expect(memory.knows(utf8('one'))).toBe(true);
  memory.keep(utf8('two'), NOW + 60, NOW + 30);
  expect(memory.knows(utf8('one'))).toBe(true);
  memory.keep(utf8('three'), NOW + 61, NOW + 31);
  expect(memory.knows(utf8('one'))).toBe(false);
  expect(memory.knows(utf8('two'))).toBe(true);
});

test('survives being written down', () => {
  const memory = new Memory();
  memory.accept('gauche', salt(1), 2n ** 64n - 1n);
  memory.keep(utf8('one'), NOW + 30, NOW);
  const thawed = Memory.thaw(JSON.parse(JSON.stringify(memory.freeze())));
  expect(thawed.highest('gauche', salt(1))).toBe(2n ** 64n - 1n);
  expect(thawed.knows(utf8('one'))).toBe(true);
});

// The fourth stage: the same token, and a clock on the receiver's side.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { NOW, stageContract } from '../../test/stage-contract.ts';
import { replay } from '../attacks/replay.ts';
import { encodeBase64Url, fromUtf8, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { InvalidToken } from '../errors.ts';
import { inspect } from '../inspect.ts';
import { Memory } from '../memory.ts';
import { type Token, tryOpen } from '../stage.ts';
import { fernet, parseKey, sealFernet } from './fernet.ts';
import { invalid, SECRET, verified } from './fernet.vectors.ts';
import { fernetTtl, fernetTtlRemembering } from './fernet-ttl.ts';

stageContract(fernetTtl);
stageContract(fernetTtlRemembering);

const random = seededRandom('fernet-ttl');
const keys = deriveKeys(fernetTtl, 'soleil');
const specKeys = parseKey(SECRET) ?? keys;

/** Whether a token dated `age` seconds ago is accepted. */
const accepts = (age: number, ttl?: number) =>
  tryOpen(fernetTtl, sealFernet(utf8('a'), keys, { now: NOW - age, random }), keys, {
    now: NOW,
    ...(ttl === undefined ? {} : { ttl }),
  }) !== undefined;

describe('the specification', () => {
  test('opens verify.json', () => {
    const { token, now, ttl, src } = verified;
    expect(fromUtf8(fernetTtl.open(utf8(token), specKeys, { now, ttl }))).toBe(src);
  });
  test.each(invalid)('refuses $desc, at the check "$check"', ({ token, now, check }) => {
    const context = { now, ttl: 60 };
    expect(() => fernetTtl.open(utf8(token), specKeys, context)).toThrow(InvalidToken);
    const { checks } = inspect(fernetTtl, utf8(token), specKeys, context);
    expect(checks.find(({ result }) => result === 'failed')?.name).toBe(check);
  });
});

describe('the window', () => {
  test.each([
    { age: 30, accepted: true },
    { age: 31, accepted: false },
    { age: 45, accepted: false },
    { age: 0, accepted: true },
    { age: -60, accepted: true },
    { age: -61, accepted: false },
  ])('an age of $age s: accepted $accepted', ({ age, accepted }) => {
    expect(accepts(age)).toBe(accepted);
  });
  test('the TTL belongs to the receiver, who may choose another', () => {
    expect(accepts(45, 45)).toBe(true);
    expect(accepts(1, 0)).toBe(false);
    expect(accepts(10 ** 9, Number.POSITIVE_INFINITY)).toBe(true);
  });
  test('a timestamp of 64 bits is compared without loss', () => {
    const decoded = new Uint8Array(73);
    decoded.set([0x80, 255, 255, 255, 255, 255, 255, 255, 255]);
    const { checks } = inspect(fernetTtl, encodeBase64Url(decoded), keys, { now: NOW });
    expect(checks.find(({ result }) => result === 'failed')?.name).toBe('skew');
  });
  test('the third stage looks at no clock: it opens what this one refuses', () => {
    const old = sealFernet(utf8('a'), keys, { now: NOW - 45, random });
    expect(tryOpen(fernetTtl, old, keys, { now: NOW })).toBeUndefined();
    expect(tryOpen(fernet, old, keys, { now: NOW })).toBeDefined();
  });
});

describe('weak on purpose', () => {
  test('within the TTL a token may be delivered again and again; after it, no more', () => {
    const token = sealFernet(utf8('vire 100 €'), keys, { now: NOW, random });
    const deliveries = [0, 5, 5, 29, 30, 31].map((later) => ({ now: NOW + later }));
    expect(replay(fernetTtl, token, keys, deliveries)).toEqual([true, true, true, true, true, false]);
  });
  test('a sender whose clock is 60 s ahead gives a copy 90 s to live', () => {
    const token = sealFernet(utf8('a'), keys, { now: NOW + 60, random });
    const deliveries = [0, 90, 91].map((later) => ({ now: NOW + later }));
    expect(replay(fernetTtl, token, keys, deliveries)).toEqual([true, true, false]);
  });
});

describe('a receiver that remembers', () => {
  const ownKeys = deriveKeys(fernetTtl, 'soleil');
  const sealedAt = (now: number) => fernetTtl.seal(utf8('vire 100 €'), ownKeys, { now, random });
  const opens = (token: Token, now: number, memory: Memory) =>
    tryOpen(fernetTtlRemembering, token, ownKeys, { now, memory }) !== undefined;

  test('accepts a token once', () => {
    const memory = new Memory();
    const token = sealedAt(NOW);
    expect([
      opens(token, NOW, memory),
      opens(token, NOW + 1, memory),
      opens(token, NOW + 30, memory),
    ]).toEqual([true, false, false]);
    expect(opens(sealedAt(NOW), NOW + 1, memory)).toBe(true);
  });

  test('knows a token from the future for as long as its date lets it pass, 90 s here', () => {
    const memory = new Memory();
    const token = sealedAt(NOW + 60);
    expect(opens(token, NOW, memory)).toBe(true);
    for (let later = 1; later <= 90; later++) {
      opens(sealedAt(NOW + later), NOW + later, memory); // each gives the memory a reason to forget
      expect(opens(token, NOW + later, memory)).toBe(false);
    }
  });

  test('knows what came before it was told to ask its memory', () => {
    const memory = new Memory();
    const token = sealedAt(NOW);
    fernetTtl.open(token, ownKeys, { now: NOW, memory });
    expect(opens(token, NOW, memory)).toBe(false);
  });

  test('does not remember what it has refused', () => {
    const memory = new Memory();
    const token = sealedAt(NOW);
    expect(opens(token, NOW + 31, memory)).toBe(false);
    expect(opens(token, NOW + 30, memory)).toBe(true);
  });
});

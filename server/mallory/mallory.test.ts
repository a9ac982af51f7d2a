// A malicious relay at rest and awake again, and what it forgets where there is no more place.
import { describe, expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { Budget } from '../budget.ts';
import { RelayError } from '../refusal.ts';
import { type Handout, readAct } from './act.ts';

import type { JournalEntry, Seen } from './journal.ts';
import { type FrozenMallory, Mallory } from './mallory.ts';

/** A malicious relay in a room where droite is always there. @param late - milliseconds by which its timers are */
function start(memory = Number.POSITIVE_INFINITY, late = 0) {
  const world = handCrankedWorld();
  const budget = new Budget(memory);
  const out: Handout[] = [];
  const journal: JournalEntry[] = [];
  const seen: Seen[] = [];
  let numbers = 1000;
  const open = (frozen?: FrozenMallory) => {
    const mallory = new Mallory(
      {
        now: world.now,
        later: (milliseconds, run) => world.later(milliseconds + late, run),
        whenMoving: (run) => run(),
        handOut(what) {
          out.push(what);
          numbers += 1;
          return { seq: numbers, to: ['droite'] };
        },
        tell(news) {
          if ('seen' in news) seen.push(...news.seen);
          else journal.push(...news.journal);
        },
      },
      budget,
    );
    if (frozen) mallory.thaw(frozen);
    return mallory;
  };
  const texts = () => out.map(({ message }) => message);
  const deeds = () => journal.map((entry) => entry.deeds.join('+'));
  return { world, budget, open, texts, deeds, journal, seen };
}

const order = (mallory: Mallory, words: object) => mallory.act(readAct({ ...words }));
const rule = (words: object) => ({ do: 'rule', rule: words });

/** A relay that is written down and read again, as a page that is left does it. */
function asleep(mallory: Mallory): FrozenMallory {
  return JSON.parse(JSON.stringify(mallory.freeze()));
}

describe('a page that is left while something waits', () => {
  test('hands it out at its time on the next page, or at once where that has passed', () => {
    const { world, open, texts } = start();
    const first = open();
    first.take(1, 'gauche', 'un');
    order(first, { do: 'deliver', of: 1, message: 'bientôt', seconds: 5 });
    order(first, { do: 'deliver', of: 1, message: 'plus tard', seconds: 60 });
    const frozen = asleep(first);
    first.close(); // its page is gone, and its timers with it
    world.advance(10_000);
    expect(texts()).toEqual([]);
    open(frozen);
    world.advance(0);
    expect(texts()).toEqual(['bientôt']);
    world.advance(49_999);
    expect(texts()).toEqual(['bientôt']);
    world.advance(1);
    expect(texts()).toEqual(['bientôt', 'plus tard']);
  });

  test('keeps the rule with what is left of its messages', () => {
    const { open, deeds } = start();
    const first = open();
    order(first, rule({ act: 'drop', for: { messages: 2 } }));
    first.take(1, 'gauche', 'un');
    const second = open(asleep(first));
    expect(second.take(2, 'gauche', 'deux')).toBe(true);
    expect(second.take(3, 'gauche', 'trois')).toBe(false);
    expect(deeds()).toEqual(['rule', 'drop', 'drop', 'end']);
  });

  test('keeps the rule with what is left of its time', () => {
    const { world, open, deeds } = start();
    const first = open();
    order(first, rule({ act: 'drop', for: { seconds: 60 } }));
    world.advance(59_000);
    open(asleep(first));
    expect(deeds()).toEqual(['rule']);
    world.advance(1_000);
    expect(deeds()).toEqual(['rule', 'end', 'end']); // both of them are awake here
  });

  test('keeps what is held, and the half of a pair that is to be swapped', () => {
    const { open, texts } = start();
    const first = open();
    order(first, rule({ act: 'swap' }));
    first.take(1, 'gauche', 'un');
    const second = open(asleep(first));
    second.take(2, 'gauche', 'deux');
    expect(texts()).toEqual(['deux', 'un']);
  });
});

describe('what has no place', () => {
  test('goes its way rather than be held, and takes nothing of others', () => {
    const { open, texts, budget } = start(10);
    const mallory = open();
    order(mallory, rule({ act: 'hold' }));
    expect(mallory.take(1, 'gauche', 'x'.repeat(20))).toBe(false);
    expect(mallory.take(2, 'gauche', 'court')).toBe(true);
    expect(mallory.take(3, 'gauche', 'bref')).toBe(true);
    expect(texts()).toEqual(['court']); // the older one makes place
    mallory.close();
    expect(budget.take(10)).toBe(true);
  });

  test('copies of one message take the place of one, and what is too long to wait is refused by hand', () => {
    const { budget, open } = start(1_000_000);
    const mallory = open();
    const long = 'x'.repeat(60_000);
    for (let i = 0; i < 4; i++)
      order(mallory, { do: 'deliver', user: 'gauche', message: long, seconds: 60, times: 20 });
    expect(() => order(mallory, { do: 'deliver', user: 'gauche', message: long, seconds: 60 })).toThrow(
      new RelayError('TOO_FAST'),
    );
    expect(budget.take(1_000_000 - 4 * (long.length + 2))).toBe(true);
    mallory.release();
    expect(budget.take(4 * (long.length + 2))).toBe(true);
  });

  test('a delay beyond two hundred is refused by hand, and is none by rule', () => {
    const { open, texts, deeds } = start();
    const mallory = open();
    mallory.take(1, 'gauche', 'un');
    for (let i = 0; i < 10; i++) order(mallory, { do: 'deliver', of: 1, seconds: 1, times: 20 });
    expect(() => order(mallory, { do: 'deliver', of: 1, seconds: 1 })).toThrow(
      expect.objectContaining({ code: 'TOO_FAST' }),
    );
    order(mallory, { do: 'deliver', of: 1, times: 20 }); // at once, nothing waits
    expect(texts()).toHaveLength(20);
    order(mallory, rule({ act: 'delay', seconds: 5 }));
    mallory.take(2, 'gauche', 'deux');
    expect(texts()).toHaveLength(21);
    expect(deeds().at(-1)).toBe('forward');
  });

  test('all that is told to an operator who comes fits what a slow reader may have waiting', () => {
    const { open, seen } = start();
    const mallory = open();
    for (let i = 1; i <= 300; i++) mallory.take(i, 'gauche', '漢'.repeat(20_000));
    seen.length = 0;
    mallory.brief();
    expect(seen.length).toBeGreaterThan(5);
    expect(Buffer.byteLength(JSON.stringify(seen))).toBeLessThan(1024 * 1024);
  });
});

describe('an operator who gets up', () => {
  test('is told how many copies will never leave, and nothing where none waits', () => {
    const { world, open, texts, deeds, journal } = start();
    const mallory = open();
    mallory.take(1, 'gauche', 'un');
    order(mallory, { do: 'deliver', of: 1, seconds: 30, times: 3 });
    world.advance(30_000);
    mallory.release();
    world.advance(90_000);
    expect(texts()).toEqual(['un']);
    expect(deeds()).toEqual(['delay', 'replay', 'release', 'forget']);
    expect(journal.at(-1)).toMatchObject({ times: 2 });
    order(mallory, rule({ act: 'hold' }));
    mallory.release();
    expect(deeds().slice(4)).toEqual(['rule', 'release']);
  });

  test('lets what was delayed go in the order in which it would have left', () => {
    const { open, texts } = start();
    const mallory = open();
    order(mallory, rule({ act: 'delay', seconds: 10 }));
    mallory.take(1, 'gauche', 'un');
    order(mallory, rule({ act: 'delay', seconds: 2 }));
    mallory.take(2, 'gauche', 'deux');
    mallory.release();
    expect(texts()).toEqual(['deux', 'un']);
  });
});

test('a rule is over at its last second, though its timer is late', () => {
  const { world, open, deeds } = start(undefined, 5_000);
  const mallory = open();
  order(mallory, rule({ act: 'drop', for: { seconds: 1 } }));
  world.advance(1_000);
  expect(mallory.take(1, 'gauche', 'un')).toBe(false);
  expect(deeds()).toEqual(['rule', 'end']);
});

test('an order that is refused has done nothing', () => {
  const { open, texts, deeds } = start();
  const mallory = open();
  order(mallory, rule({ act: 'hold' }));
  mallory.take(1, 'gauche', 'un');
  for (const words of [
    { do: 'forward', seqs: [1, 2] },
    { do: 'cancel', entry: 1 },
    { do: 'drop', seq: 2 },
    { do: 'deliver', of: 2 },
  ])
    expect(() => order(mallory, words)).toThrow();
  expect(texts()).toEqual([]);
  expect(deeds()).toEqual(['rule', 'hold']);
});

// What the page believes of what comes out of the cage, and when it closes it.
import { beforeEach, describe, expect, test } from 'vitest';
import { forgingText } from '#lab/attacks/log-forging.ts';
import { handlerPayload } from '#lab/attacks/stored-xss.ts';
import { type HandCrankedWorld, handCrankedWorld } from '../../test/hand-cranked-world.ts';
import {
  ANSWERS_WITHIN_MS,
  Cage,
  type CageOutcome,
  MOST_EXECUTED,
  MOST_HEARD,
  naiveLinesOf,
  relayLineOf,
} from './cage.ts';

let world: HandCrankedWorld;
let cage: Cage;
let posted: unknown[];
let outcomes: CageOutcome[];
let inside: { postMessage(message: unknown): void };

const windowOf = (kept: unknown[]) => ({ postMessage: (message: unknown) => void kept.push(message) });
const say = (data: unknown, source: unknown = inside, origin = 'null') => cage.hear({ source, origin, data });

beforeEach(() => {
  world = handCrankedWorld();
  [posted, outcomes] = [[], []];
  cage = new Cage({ later: world.later, onOutcome: (outcome) => void outcomes.push(outcome) });
  inside = windowOf(posted);
  cage.loaded(1, inside);
  say('ready');
});

const payload = handlerPayload('alert(1)');

describe('a message', () => {
  test('goes in, and counts as shown when the replica says so', () => {
    cage.hand('rdv 14h');
    expect(posted).toEqual(['hello', { user: 'gauche', text: 'rdv 14h', escaping: false }]);
    expect(cage.shown.value).toEqual([]);
    say('shown');
    expect(cage.shown.value).toEqual([{ text: 'rdv 14h', escaping: false, replayed: false }]);
    say('shown'); // nobody asked
    expect(cage.shown.value).toHaveLength(1);
    expect(outcomes).toEqual([]);
  });

  test('that runs a script is told once, and counted', () => {
    cage.hand(payload);
    for (const word of ['shown', 'executed', 'executed']) say(word);
    expect(cage.executed.value).toEqual({ all: 2, last: 2 });
    expect(outcomes).toEqual(['executed']);
    cage.hand('rdv');
    expect(cage.executed.value).toEqual({ all: 2, last: 0 });
  });

  test('that is escaped, and replayed, is there twice', () => {
    cage.escaping.value = true;
    cage.hand(payload);
    say('shown');
    cage.replay();
    say('shown');
    const [first, second] = posted.filter((message) => message !== 'hello');
    expect(second).toEqual(first);
    expect(cage.shown.value.map(({ text }) => text)).toEqual([payload, payload]);
    expect(outcomes).toEqual(['escaped', 'escaped', 'replayedEscaped']);
  });

  test('with a line end forges the naive log, escaped or not; the relay’s own line stays one', () => {
    const forging = forgingText('ok', 'droite', 'je démissionne');
    cage.escaping.value = true;
    cage.hand(forging);
    say('shown');
    expect(outcomes).toEqual(['forged']);
    expect(naiveLinesOf(forging)).toBe(2);
    expect(relayLineOf(forging)).toBe(
      'INFO:ChatServer:gauche send message : ok\\nINFO:ChatServer:droite send message : je démissionne',
    );
  });
});

describe('what comes from inside', () => {
  test.each([
    ['another window', windowOf([]), 'null'],
    ['no window', null, 'null'],
    ['a page of this site in the frame', 'inside', 'http://127.0.0.1:8666'],
  ])('is not heard from %s', (_, source, origin) => {
    for (let i = 0; i < 2 * MOST_HEARD; i++) say('executed', source === 'inside' ? inside : source, origin);
    expect(cage.executed.value.all).toBe(0);
    expect(cage.state.value).toBe('ready');
  });

  test.each(['Executed', 'executed ', '', 'toString'])('means nothing but three words: “%s”', (data) => {
    say(data);
    expect([cage.executed.value.all, cage.state.value]).toEqual([0, 'ready']);
  });

  test.each([
    undefined,
    null,
    1,
    'executed'.repeat(100_000),
    ['executed'],
    { toString: () => 'executed' },
    new Map([['executed', 1]]),
  ])('closes the cage where it is no word at all: %#', (data) => {
    say(data);
    expect([cage.executed.value.all, cage.state.value]).toEqual([0, 'flooded']);
  });

  test('is read only from the one source that may say it', () => {
    const trap = {
      source: windowOf([]),
      origin: 'null',
      get data(): unknown {
        throw new Error('was read');
      },
    };
    expect(() => cage.hear(trap)).not.toThrow();
  });

  test('is too much at some point: then the cage is closed, and deaf', () => {
    cage.hand(payload);
    for (let i = 0; i < 10 * MOST_HEARD; i++) say('executed');
    expect(cage.state.value).toBe('flooded');
    expect(cage.executed.value.all).toBe(MOST_EXECUTED);
    const before = posted.length;
    cage.hand('rdv');
    expect(posted).toHaveLength(before);
  });

  test('may go on as long as the reader does', () => {
    for (let i = 0; i < 2 * MOST_HEARD; i++) {
      cage.hand(payload);
      for (const word of ['shown', 'executed']) say(word);
    }
    expect(cage.state.value).toBe('ready');
    expect(cage.shown.value).toHaveLength(2 * MOST_HEARD);
    expect(cage.executed.value.all).toBe(MOST_EXECUTED);
  });
});

describe('the cage is closed', () => {
  test('when its page goes elsewhere', () => {
    cage.loaded(1, inside);
    expect(cage.state.value).toBe('left');
    say('executed');
    expect(cage.executed.value.all).toBe(0);
  });

  test('when a message is not answered in time', () => {
    cage.hand('for (;;);');
    world.advance(ANSWERS_WITHIN_MS - 1);
    expect(cage.state.value).toBe('ready');
    world.advance(1);
    expect(cage.state.value).toBe('silent');
  });

  test('when a message keeps it busy after it was shown, and not when it is still there', () => {
    for (const text of ['rdv 14h', payload]) {
      cage.hand(text);
      say('shown');
      expect(posted.at(-1)).toBe('hello');
      if (text !== payload) say('ready');
      world.advance(ANSWERS_WITHIN_MS);
      expect(cage.state.value).toBe(text === payload ? 'silent' : 'ready');
    }
  });

  test('when nobody answers from the first, and not when it was opened anew meanwhile', () => {
    cage.restart();
    cage.loaded(2, windowOf([]));
    world.advance(ANSWERS_WITHIN_MS / 2);
    cage.restart();
    inside = windowOf([]);
    cage.loaded(3, inside);
    say('ready');
    world.advance(ANSWERS_WITHIN_MS);
    expect(cage.state.value).toBe('ready');
    cage.restart();
    cage.loaded(4, windowOf([]));
    world.advance(ANSWERS_WITHIN_MS);
    expect(cage.state.value).toBe('silent');
  });
});

test('a new replica has seen nothing, and the old one is not heard any more', () => {
  cage.hand(payload);
  for (const word of ['shown', 'executed']) say(word);
  cage.restart();
  expect([cage.state.value, cage.shown.value, cage.executed.value]).toEqual([
    'opening',
    [],
    { all: 0, last: 0 },
  ]);
  cage.loaded(1, inside); // a frame that is on its way out
  say('ready');
  expect(cage.state.value).toBe('opening');
});

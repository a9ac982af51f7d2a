// What the reader looks at, when traces of messages are pressed, deliveries come in, and another message is laid beside.
import { beforeEach, describe, expect, test } from 'vitest';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { Bench } from './bench.ts';
import { Keyring } from './keyring.ts';
import { Reading } from './reading.ts';
import type { Receipt } from './session.ts';
import { type Message, withReceipt } from './timeline.ts';

let bench: Bench;
let reading: Reading;

const receiptOf = (seq: number, payload: string, peer = 'droite'): Receipt => ({
  peer,
  seq,
  from: 'gauche',
  payload,
  stage: 'plaintext',
  now: 0,
  checks: [],
  text: payload,
});
const receive = (receipt: Receipt, of = receipt.seq) => {
  bench.timeline.value = withReceipt(bench.timeline.value, receipt, of);
};
const message = (seq: number): Message => {
  const found = bench.messageAt(seq);
  if (!found) throw new Error(`no message ${seq}`);
  return found;
};

beforeEach(() => {
  const world = handCrankedWorld();
  bench = new Bench(
    {
      ...world,
      relayFile: async () => undefined,
      invitation: () => undefined,
      onInvitation: () => {},
      dropInvitation: () => {},
      socketUrl: (path) => path,
      storage: () => undefined,
      keyring: new Keyring(),
    },
    { page: 'test', stage: 'plaintext', from: 'gauche', text: '' },
  );
  reading = new Reading(bench);
  receive(receiptOf(1, 'un'));
  receive(receiptOf(2, 'deux'));
});

describe('a trace that is pressed', () => {
  test('lets its message be followed, and no longer when it is pressed again', () => {
    expect(reading.press(message(1), 0)).toBe(true);
    expect(reading.message.value?.seq).toBe(1);
    expect(reading.traceOf('seq-1')).toBe('followed');
    expect([1, 2].map((seq) => reading.isFollowed(seq))).toEqual([true, false]);
    expect(reading.press(message(1), 0)).toBe(false);
    expect(reading.message.value).toBeUndefined();
  });

  test('of another delivery shows that one', () => {
    receive(receiptOf(3, 'un, falsifié'), 1);
    reading.press(message(1), 0);
    expect(reading.receipt.value?.text).toBe('un');
    expect(reading.press(message(1), 1)).toBe(true);
    expect(reading.receipt.value?.text).toBe('un, falsifié');
    expect(reading.press(message(1), 1)).toBe(false);
  });

  test('of the sender, which is of no delivery, shows the last one', () => {
    receive(receiptOf(3, 'encore un'), 1);
    reading.press(message(1), -1);
    expect(reading.receipt.value?.text).toBe('encore un');
  });
});

describe('the delivery that is looked at', () => {
  test('is the last one, and the next one when that comes', () => {
    reading.press(message(1), 0);
    receive(receiptOf(3, 'copie'), 1);
    expect(reading.delivery.value).toBe(1);
  });

  test('stays the one that was chosen, but not for another message', () => {
    receive(receiptOf(3, 'copie'), 1);
    receive(receiptOf(4, 'copie de deux'), 2);
    reading.press(message(1), 1);
    reading.choose(0);
    receive(receiptOf(5, 'autre copie'), 1);
    expect(reading.delivery.value).toBe(0);
    reading.press(message(2), -1);
    expect(reading.receipt.value?.text).toBe('copie de deux');
  });

  test('is none while nothing has arrived', () => {
    expect(reading.delivery.value).toBe(-1);
    expect(reading.receipt.value).toBeUndefined();
  });
});

describe('while two are compared', () => {
  beforeEach(() => {
    reading.press(message(1), 0);
    reading.compareWith();
  });

  test('another trace lays its message beside the one that is followed', () => {
    expect(reading.press(message(2), 0)).toBe(true);
    expect(reading.message.value?.seq).toBe(1);
    expect(reading.other.value).toEqual({ message: 'seq-2' });
    expect([reading.traceOf('seq-1'), reading.traceOf('seq-2')]).toEqual(['followed', 'compared']);
  });

  test('the end of it, or of following, ends it', () => {
    reading.compareWith({ message: 'seq-2' });
    reading.stopComparing();
    expect(reading.comparing.value).toBe(false);
    expect(reading.traceOf('seq-2')).toBeUndefined();
    reading.compareWith('arrived');
    reading.close();
    expect(reading.comparing.value).toBe(false);
    reading.press(message(2), 0);
    expect([reading.comparing.value, reading.other.value]).toEqual([false, undefined]);
  });
});

test('the server’s line about it is the first one that speaks of it', () => {
  const line = (seq: number, text: string, about: number) =>
    ({
      kind: 'line',
      line: { seq, at: 0, level: 'INFO', logger: 'ChatServer', text, message: about },
    }) as const;
  bench.log.value = [line(1, 'deux dit', 2), line(2, 'un dit', 1), line(3, 'un remis', 1)];
  reading.press(message(1), 0);
  expect(reading.line.value).toBe('un dit');
});

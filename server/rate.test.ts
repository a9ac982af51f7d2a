// Token buckets, and the admission of addresses that is made of them.
import { describe, expect, test } from 'vitest';
import { Admission } from './admission.ts';
import { Connection } from './connection.ts';
import { Bucket } from './rate.ts';
import { Traffic } from './traffic.ts';

describe('a bucket', () => {
  test('gives its capacity at once, then what flows back', () => {
    const bucket = new Bucket(3, 2, 0);
    expect([1, 2, 3, 4].map(() => bucket.take(1, 0))).toEqual([true, true, true, false]);
    expect(bucket.take(1, 499)).toBe(false);
    expect(bucket.take(1, 500)).toBe(true);
    expect(bucket.isFull(500)).toBe(false);
    expect(bucket.isFull(2000)).toBe(true);
    expect(bucket.take(4, 10_000)).toBe(false);
    expect(bucket.take(3, 10_000)).toBe(true);
  });
  test('survives a clock that goes back', () => {
    const bucket = new Bucket(1, 1, 10_000);
    expect(bucket.take(1, 10_000)).toBe(true);
    expect(bucket.take(1, 0)).toBe(false);
    expect(bucket.take(1, 1000)).toBe(true);
  });
});

describe('the traffic of a room', () => {
  test('costs what all its readers get, and a little for each', () => {
    const traffic = new Traffic(10_000, 0);
    expect(traffic.take(488, 9, 0)).toBe(true);
    expect(traffic.take(488, 2, 0)).toBe(false);
    expect(traffic.take(488, 1, 0)).toBe(true);
    expect(traffic.take(488, 5, 499)).toBe(false);
    expect(traffic.take(488, 5, 500)).toBe(true);
  });
  test('lets the largest frame through in the fullest room, if nothing else came', () => {
    const traffic = new Traffic(10_000, 0);
    expect(traffic.take(65_536, 127, 0)).toBe(true);
    expect(traffic.take(0, 1, 0)).toBe(false);
  });
  test('goes into debt for what was handed out, which the next frames pay', () => {
    const traffic = new Traffic(1000, 0);
    for (let copy = 0; copy < 3; copy++) traffic.charge(488, 1, 0);
    expect(traffic.take(0, 1, 2000)).toBe(false);
    expect(traffic.take(0, 1, 3000)).toBe(true);
  });
});

describe('a connection', () => {
  const port = { send: () => {}, close: () => {} };
  test('may send 50 messages a second on and on, and 200 at once', () => {
    const connection = new Connection(port, 50, 0);
    for (let i = 0; i < 200; i++) expect(connection.overspends(100, 0)).toBe(false);
    expect(connection.overspends(100, 0)).toBe('too fast');
    for (let second = 1; second <= 20; second++)
      for (let i = 0; i < 50; i++) expect(connection.overspends(100, second * 1000)).toBe(false);
  });
  test('may send 200 of the largest frames at once, and 2 MiB a second on and on', () => {
    const connection = new Connection(port, 50, 0);
    for (let i = 0; i < 200; i++) expect(connection.overspends(65_536, 0)).toBe(false);
    let paid = 0;
    for (let i = 0; i < 50; i++) if (!connection.overspends(65_536, 1000)) paid += 1;
    expect(paid).toBe(32);
  });
  test('is an abuser at the 500th refusal within 10 s, and not for slow ones', () => {
    const fast = new Connection(port, 50, 0);
    const verdicts = Array.from({ length: 700 }, () => fast.overspends(0, 0));
    expect(verdicts.indexOf('abuse')).toBe(200 + 499);
    const slow = new Connection(port, 1, 0);
    // 10 a second, of which 9 are refused: 90 in 10 s
    for (let at = 0; at < 60_000; at += 100) expect(slow.overspends(0, at)).not.toBe('abuse');
  });
  test('may do anything at a rate of 0', () => {
    const connection = new Connection(port, 0, 0);
    for (let i = 0; i < 10_000; i++) expect(connection.overspends(65_536, 0)).toBe(false);
  });
});

describe('admission', () => {
  test('counts open connections by address', () => {
    const admission = new Admission(2);
    expect([1, 2, 3].map(() => admission.admit('a', 0))).toEqual([true, true, false]);
    expect(admission.admit('b', 0)).toBe(true);
    admission.release('a');
    expect(admission.admit('a', 0)).toBe(true);
  });
  test('limits how fast an address comes and goes', () => {
    const admission = new Admission(10);
    let admitted = 0;
    for (let i = 0; i < 100; i++)
      if (admission.admit('a', 0)) {
        admitted += 1;
        admission.release('a');
      }
    expect(admitted).toBe(20);
    expect(admission.admit('a', 1000)).toBe(true);
  });
  test('lets any number in where the maximum is 0', () => {
    const admission = new Admission(0);
    for (let i = 0; i < 1000; i++) expect(admission.admit('a', 0)).toBe(true);
  });
});

// The conversation: news may come in any order, and a relay may begin anew.
import { describe, expect, test } from 'vitest';
import type { Receipt, Sealed } from './session.ts';
import {
  entriesOf,
  type Timeline,
  withDoubts,
  withoutNumbers,
  withReceipt,
  withRefusal,
  withRelayed,
  withSealed,
  withSeen,
} from './timeline.ts';

const sealed = (id: string, typed = id): Sealed => ({
  id,
  typed,
  payload: typed,
  stage: 'plaintext',
  now: 0,
});
const receipt = (seq: number, text: string, from = 'gauche', peer = 'droite'): Receipt => ({
  peer,
  seq,
  from,
  payload: text,
  stage: 'plaintext',
  now: 0,
  checks: [],
  text,
});

test('a message is one, whether its receipt or its number came first', () => {
  const start = withSealed([], 'gauche', sealed('a'));
  const numberFirst = withReceipt(withRelayed(start, 'a', 1), receipt(1, 'a'));
  const receiptFirst = withRelayed(withReceipt(start, receipt(1, 'a')), 'a', 1);
  expect(receiptFirst).toEqual(numberFirst);
  expect(numberFirst).toMatchObject([
    { id: 'a', seq: 1, fate: 'relayed', typed: 'a', receipts: [{ peer: 'droite' }] },
  ]);
});

test('each window shows its own messages and those that reached it', () => {
  let timeline: Timeline = withRelayed(withSealed([], 'gauche', sealed('a')), 'a', 1);
  timeline = withReceipt(timeline, receipt(1, 'a'));
  timeline = withReceipt(timeline, receipt(2, 'd’ailleurs', 'droite', 'gauche'));
  expect(entriesOf(timeline, 'gauche').map(({ receipt: got }) => got?.text)).toEqual([
    undefined,
    'd’ailleurs',
  ]);
  expect(entriesOf(timeline, 'droite').map(({ receipt: got }) => got?.text)).toEqual(['a']);
});

test('what was not confirmed when the line broke is in doubt, and nothing else', () => {
  let timeline = withSealed(withSealed([], 'gauche', sealed('a')), 'droite', sealed('b'));
  timeline = withSealed(withRelayed(timeline, 'a', 1), 'gauche', sealed('c'));
  expect(withDoubts(timeline, 'gauche').map(({ fate }) => fate)).toEqual(['relayed', 'sent', 'unconfirmed']);
  expect(withDoubts(timeline).map(({ fate }) => fate)).toEqual(['relayed', 'unconfirmed', 'unconfirmed']);
  expect(withRefusal(timeline, 'c', 'TOO_FAST').at(-1)).toMatchObject({
    fate: 'refused',
    refusal: 'TOO_FAST',
  });
});

test('a relay that counts anew mixes nothing up', () => {
  let timeline = withReceipt([], receipt(1, 'avant'));
  timeline = withReceipt(withoutNumbers(timeline), receipt(1, 'après'));
  expect(entriesOf(timeline, 'droite').map(({ receipt: got }) => got?.text)).toEqual(['avant', 'après']);
  expect(timeline.map(({ id }) => id)).toEqual(['seq-1 before', 'seq-1']);
});

describe('a long conversation', () => {
  test('lets its oldest messages go', () => {
    let timeline: Timeline = [];
    for (let i = 0; i < 300; i++) timeline = withSealed(timeline, 'gauche', sealed(String(i)));
    expect(timeline).toHaveLength(200);
    expect(timeline.at(-1)?.id).toBe('299');
  });
  test('of large messages too, but never its last', () => {
    let timeline: Timeline = [];
    for (let i = 0; i < 20; i++)
      timeline = withSealed(timeline, 'gauche', sealed(String(i), 'x'.repeat(60_000)));
    expect(timeline.length).toBeLessThan(6);
    expect(withSealed(timeline, 'gauche', sealed('huge', 'x'.repeat(700_000)))).toHaveLength(1);
  });
});

describe('what the server has seen', () => {
  const seen = (seq: number, user: string) => ({ seq, user, message: `n° ${seq}`, held: false });
  const seqs = (timeline: Timeline) => timeline.map(({ seq }) => seq);

  test('takes its place by its number, once', () => {
    const two = withSeen([], [seen(2, 'gauche')]);
    const all = withSeen(two, [seen(1, 'droite'), seen(2, 'gauche'), seen(3, 'gauche')]);
    expect(seqs(all)).toEqual([1, 2, 3]);
    expect(withSeen(all, [seen(3, 'gauche')])).toBe(all);
  });

  test('does not push out what is newer', () => {
    const newer = Array.from({ length: 200 }, (_, i) => seen(i + 100, 'gauche'));
    const full = withSeen([], newer);
    expect(seqs(withSeen(full, [seen(1, 'gauche')]))).toEqual(seqs(full));
  });

  test('is the very message that a peer of this page sent, once the relay has said its number', () => {
    const early = withSeen(withSealed([], 'gauche', sealed('a')), [seen(1, 'gauche')]);
    expect(early).toHaveLength(2);
    const [only, ...others] = withRelayed(early, 'a', 1);
    expect(only).toMatchObject({ id: 'a', seq: 1, typed: 'a' });
    expect(others).toEqual([]);
  });
});

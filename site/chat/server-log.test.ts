// The log on the bench: lines, stages, gaps, and the parts of a line.
import { describe, expect, test } from 'vitest';
import type { LogLine } from '#server/protocol.ts';
import { type LogEntry, partsOf, withLines, withoutMessages, withStage } from './server-log.ts';
import { withRelayed, withSealed } from './timeline.ts';

const line = (seq: number, text = 'x', message?: number): LogLine => ({
  seq,
  at: 0,
  level: 'INFO',
  logger: 'ChatServer',
  text,
  ...(message === undefined ? {} : { message }),
});
const kinds = (log: readonly LogEntry[]) =>
  log.map((entry) => (entry.kind === 'line' ? entry.line.seq : entry.kind));

test('lines that are missing are told', () => {
  const log = withLines(withLines([], [line(1), line(2)]), [line(3)]);
  expect(kinds(log)).toEqual([1, 2, 3]);
  const later = withLines(log, [line(7)]);
  expect(later.at(-2)).toEqual({ kind: 'gap', count: 3 });
  const anew = withLines(later, [line(1)]);
  expect(anew.at(-2)).toEqual({ kind: 'gap' });
});

test('a reader who joins late misses nothing that was promised', () => {
  expect(kinds(withLines([], [line(9)]))).toEqual([9]);
});

test('a stage is marked once, where it begins', () => {
  let log = withStage([], 'plaintext');
  log = withStage(withStage(log, 'hazmat'), 'fernet');
  expect(log).toEqual([{ kind: 'stage', stage: 'fernet' }]);
  log = withLines(log, [line(1)]);
  expect(withStage(log, 'fernet')).toEqual(log);
  expect(withStage(withStage(log, 'hazmat'), 'fernet')).toEqual(log);
  expect(kinds(withStage(log, 'hazmat'))).toEqual(['stage', 1, 'stage']);
});

test('a very long log lets its oldest lines go', () => {
  let log: readonly LogEntry[] = [];
  for (let seq = 1; seq <= 1300; seq++) log = withLines(log, [line(seq)]);
  expect(log).toHaveLength(1200);
  expect(withLines(log, [line(1301, 'x'.repeat(700_000))])).toHaveLength(1);
});

describe('the parts of a line', () => {
  const pair = "({'data': 'AA==', 'encoding': 'base64'}, {'data': 'AA==', 'encoding': 'base64'})";
  test.each([
    ['gauche send message : rdv 14h', 'gauche send message : ', 'rdv 14h', 'readable'],
    [`gauche send message : ${pair}`, 'gauche send message : ', pair, 'opaque'],
    ["gauche send message : {'data': 'Z0FB'}", 'gauche send message : ', "{'data': 'Z0FB'}", 'sealed'],
  ])('of %s', (text, head, payload, protection) => {
    expect(partsOf(line(1, text, 1), undefined)).toEqual([{ text: head }, { text: payload, protection }]);
  });

  test('follow the sender whose name holds the very words', () => {
    const name = 'a send message : b';
    const typed = { id: 'x', typed: 'c', payload: 'c', stage: 'plaintext', now: 0 } as const;
    const [message] = withRelayed(withSealed([], name, typed), 'x', 1);
    expect(partsOf(line(1, `${name} send message : c`, 1), message)).toEqual([
      { text: `${name} send message : ` },
      { text: 'c', protection: 'readable' },
    ]);
  });

  test('are one where no message is spoken of', () => {
    expect(partsOf(line(1, 'message send to droite', 1), undefined)).toEqual([
      { text: 'message send to droite' },
    ]);
    expect(partsOf(line(1, 'gauche send message : faux'), undefined)).toHaveLength(1);
  });
});

test('a relay that counts anew leaves old lines that speak of no message', () => {
  expect(withoutMessages([{ kind: 'line', line: line(1, 'x', 5) }])).toEqual([
    { kind: 'line', line: line(1) },
  ]);
});

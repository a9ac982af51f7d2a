// What a projector that is opened late finds: no more than it can take at once, and every room's last lines.
import { expect, test } from 'vitest';
import type { LogLine } from '../protocol.ts';
import { Journals } from './journals.ts';

const line = (seq: number, text: string): LogLine => ({
  seq,
  at: seq,
  level: 'INFO',
  logger: 'ChatServer',
  text,
});

test('a room that writes much makes no other room’s lines forgotten', () => {
  const journals = new Journals();
  journals.add({ room: 1, lines: [line(1, 'au calme')] });
  for (let seq = 1; seq <= 2_000; seq += 1) journals.add({ room: 2, lines: [line(seq, 'A'.repeat(2_000))] });
  const logs = journals.logs();
  expect(logs.map(({ room }) => room)).toEqual([1, 2]);
  expect(logs[1]?.lines.at(-1)?.seq).toBe(2_000);
  expect(JSON.stringify(logs).length).toBeLessThan(300 * 1024);
});

test('short lines are no more than fit either', () => {
  const journals = new Journals();
  for (let seq = 1; seq <= 10_000; seq += 1) journals.add({ room: 1, lines: [line(seq, '漢')] });
  expect(Buffer.byteLength(JSON.stringify(journals.logs()))).toBeLessThan(300 * 1024);
});

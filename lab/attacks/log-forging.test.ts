// One message, two lines in a naive log; one line in the relay's own.
import { describe, expect, test } from 'vitest';
import { entry, formatLine } from '../../server/log.ts';
import type { Payload } from '../../server/payload.ts';
import { asPythonShows, forgingText, naiveLine } from './log-forging.ts';

/** The lines of a log, as terminals and editors of any sort break them. */
const linesOf = (log: string) => log.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);

/** The relay's own line for a message. */
const relayLine = (user: string, payload: Payload) =>
  formatLine({
    seq: 1,
    at: 1_763_827_200_000,
    level: 'INFO',
    logger: 'ChatServer',
    text: entry.received(user, payload),
  });

const forging = forgingText('ok', 'droite', 'je démissionne');

test('an honest text has the same line in both logs', () => {
  expect(naiveLine('gauche', 'rdv 14h')).toBe('INFO:ChatServer:gauche send message : rdv 14h');
  expect(relayLine('gauche', 'rdv 14h')).toBe(naiveLine('gauche', 'rdv 14h'));
});

test('weak on purpose: the naive log has a second line, which nothing tells from a true one', () => {
  expect(linesOf(naiveLine('gauche', forging))).toEqual([
    naiveLine('gauche', 'ok'),
    naiveLine('droite', 'je démissionne'),
  ]);
});

test('the relay’s log has one line, which shows the attempt', () => {
  expect(linesOf(relayLine('gauche', forging))).toEqual([
    'INFO:ChatServer:gauche send message : ok\\nINFO:ChatServer:droite send message : je démissionne',
  ]);
});

describe('other ends of a line', () => {
  test.each(['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    '%j forges no line of the relay',
    (end) => {
      const text = forging.replace('\n', end);
      expect(linesOf(naiveLine('gauche', text))).toHaveLength(2);
      expect(linesOf(relayLine('gauche', text))).toHaveLength(1);
      expect(linesOf(relayLine(text, 'ok'))).toHaveLength(1);
    },
  );
});

test('bytes, and a pair of bytes, have the same line in both logs', () => {
  const bytes = Uint8Array.of(0, 10, 13, 255);
  const dict = { data: 'AAoN/w==', encoding: 'base64' } as const; // as the wire has it
  const quoted = "{'data': 'AAoN/w==', 'encoding': 'base64'}";
  expect(naiveLine('gauche', asPythonShows(bytes))).toBe(`INFO:ChatServer:gauche send message : ${quoted}`);
  expect(relayLine('gauche', dict)).toBe(naiveLine('gauche', asPythonShows(bytes)));
  expect(relayLine('gauche', [dict, dict])).toBe(naiveLine('gauche', asPythonShows([bytes, bytes])));
});

// A message from a notebook: what was written comes back, and nothing else does.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageExhibit } from '../chat/timeline.ts';
import { readExhibit, writeExhibit } from './exhibit-form.ts';

const exhibit: MessageExhibit = {
  line: 'INFO:ChatServer:gauche send message : gAAAA',
  message: {
    id: 'seq-3',
    seq: 3,
    from: 'gauche',
    stage: 'fernet',
    payload: { data: 'Z0FBQUE=', encoding: 'base64' },
    fate: 'relayed',
    receipts: [
      {
        peer: 'droite',
        seq: 3,
        from: 'gauche',
        payload: { data: 'Z0FBQUE=', encoding: 'base64' },
        stage: 'fernet',
        now: 1_800_000_000,
        checks: [{ name: 'hmac', result: 'failed' }],
      },
    ],
  },
};

test('comes back as it was, without what is not its own', () => {
  expect(readExhibit(writeExhibit(exhibit))).toEqual(exhibit);
  const more = JSON.parse(writeExhibit(exhibit));
  more.message.onclick = 'alert(1)';
  more.message.receipts[0].extra = 1;
  expect(readExhibit(JSON.stringify(more))).toEqual(exhibit);
});

test('a line that speaks of no message comes back by itself, and a refusal with its code', () => {
  const line = 'INFO:ChatServer:remove user droite (disconnected)';
  expect(readExhibit(writeExhibit({ line, isPressed: true }))).toEqual({ line });
  const refused: MessageExhibit = {
    message: { ...exhibit.message, receipts: [], fate: 'refused', refusal: 'TOO_FAST' },
  };
  expect(readExhibit(writeExhibit(refused))).toEqual(refused);
  expect(readExhibit(writeExhibit(refused).replace('TOO_FAST', 'toString'))).toBeUndefined();
});

test('of a message that was delivered again and again, the latest deliveries come back', () => {
  const [receipt] = exhibit.message.receipts;
  if (!receipt) throw new Error('no receipt');
  const receipts = Array.from({ length: 70 }, (_, i) => ({ ...receipt, seq: i }));
  const back = readExhibit(writeExhibit({ ...exhibit, message: { ...exhibit.message, receipts } }));
  expect(back?.message?.receipts.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 20));
});

describe('anything else is none', () => {
  const changed = (change: (values: Record<string, Record<string, unknown>>) => void) => {
    const values = JSON.parse(writeExhibit(exhibit));
    change(values);
    return JSON.stringify(values);
  };

  test.each([
    ['no JSON', 'gAAAA'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no message, and no line', '{}'],
    ['a line that is no text', '{"line":{}}'],
    ['a stage that there is not', changed(({ message }) => Object.assign(message ?? {}, { stage: 'rot13' }))],
    [
      'a payload of another form',
      changed(({ message }) => Object.assign(message ?? {}, { payload: [1, 2] })),
    ],
    ['a number that is a text', changed(({ message }) => Object.assign(message ?? {}, { seq: '3' }))],
    ['receipts that are no list', changed(({ message }) => Object.assign(message ?? {}, { receipts: {} }))],
    [
      'too many receipts',
      changed(({ message }) => Object.assign(message ?? {}, { receipts: Array(51).fill({}) })),
    ],
    ['a check of another stage', writeExhibit(exhibit).replace('"hmac","result"', '"tag","result"')],
    ['a prototype', '{"message":{"__proto__":{"id":"x"}}}'],
  ])('%s', (_, written) => expect(readExhibit(written)).toBeUndefined());

  test('whatever it is, it is read or refused, and never thrown', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        readExhibit(json);
        readExhibit(`{"message":${json}}`);
      }),
    );
  });
});

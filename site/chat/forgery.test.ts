// What the reader types over a message's bytes, and what becomes of it.
import { describe, expect, test } from 'vitest';
import { fromHex, utf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import type { StageName } from '#lab/stage.ts';
import { stageNames, stages } from '#lab/stages.ts';
import type { Payload } from '#server/payload.ts';
import { seededRandom } from '../../test/random.ts';
import { AROUND, CHEAP, NOW, SALT } from '../../test/stage-contract.ts';
import {
  fromWireText,
  guess,
  inPairs,
  putTogether,
  readHex,
  replaceAll,
  takeApart,
  wholeOf,
  wireText,
  withPart,
} from './forgery.ts';
import { guessStage, toPayload, toToken } from './payload.ts';

const block = (data: string) => ({ data, encoding: 'base64' }) as const;
const PAIR = [block('AAAAAAAAAAAAAAAAAAAAAA=='), block('/////////////////////w==')] as const;
const random = seededRandom('forgery');

/** A message as a peer seals it. */
const sealed = (stage: StageName, text: string): Payload =>
  toPayload(
    stages[stage].seal(utf8(text), deriveKeys(stages[stage], 'soleil', CHEAP, SALT), {
      now: NOW,
      random,
      ...AROUND,
      sending: { salt: SALT, counter: 1 },
    }),
  );

const names = (stage: StageName, payload: Payload) => takeApart(stage, payload).parts.map(({ name }) => name);

describe('a message in parts', () => {
  test.each(stageNames)('at stage %s, put together again, is the very same', (stage) => {
    for (const text of ['', 'été', 'x'.repeat(300)]) {
      const payload = sealed(stage, text);
      expect(putTogether(takeApart(stage, payload))).toEqual(payload);
    }
  });

  test('has the fields of its stage', () => {
    expect(names('hazmat', PAIR)).toEqual(['counterBlock', 'ciphertext']);
    expect(names('fernet', sealed('fernet', 'a'))).toEqual([
      'version',
      'timestamp',
      'iv',
      'ciphertext',
      'hmac',
    ]);
  });

  test.each<[string, StageName, Payload, string[]]>([
    ['bytes that are no token', 'fernet', block('AAEC'), ['unreadable']],
    ['no bytes at all', 'fernet', block(''), ['unreadable']],
    ['a token that lost its last character', 'fernet', cut(sealed('fernet', 'a')), ['unreadable']],
    ['a text, whatever the stage', 'fernet', 'en clair', ['text']],
    ['a pair with a short first part', 'hazmat', [block('AA=='), block('')], ['counterBlock', 'ciphertext']],
    ['a pair, whatever the stage', 'plaintext', PAIR, ['counterBlock', 'ciphertext']],
  ])('can be taken apart and put together, be it broken: %s', (_, stage, payload, expected) => {
    expect(names(stage, payload)).toEqual(expected);
    expect(putTogether(takeApart(stage, payload))).toEqual(payload);
  });

  test('takes other bytes in one part, more of them or fewer', () => {
    const pair = takeApart('hazmat', PAIR);
    expect(putTogether(withPart(pair, 'ciphertext', Uint8Array.of(1, 2)))).toEqual([PAIR[0], block('AQI=')]);
    expect(putTogether(withPart(pair, 'counterBlock', new Uint8Array(0)))).toEqual([block(''), PAIR[1]]);
    const token = takeApart('fernet', sealed('fernet', 'a'));
    const older = putTogether(withPart(token, 'timestamp', new Uint8Array(8)));
    expect(older && stages.fernet.fields(toToken(older))[1]?.bytes).toEqual(new Uint8Array(8));
  });

  test('makes no text of bytes that are none', () => {
    const text = takeApart('plaintext', 'été');
    expect(putTogether(withPart(text, 'text', Uint8Array.of(0xc3)))).toBeUndefined();
    expect(putTogether(withPart(text, 'text', Uint8Array.of(0xc3, 0xa8)))).toBe('è');
  });

  test('has all its bytes in a row', () => {
    expect(wholeOf('é')).toEqual(Uint8Array.of(0xc3, 0xa9));
    expect(wholeOf([block('AAE='), block('Ag==')])).toEqual(Uint8Array.of(0, 1, 2));
  });
});

describe('hexadecimal', () => {
  test('is written in pairs, and read however it is spaced', () => {
    expect(inPairs(Uint8Array.of(0, 255, 16))).toBe('00 ff 10');
    for (const text of ['00 ff 10', '00ff10', ' 0 0FF\n10 '])
      expect(readHex(text)).toEqual(fromHex('00ff10'));
    expect(readHex('')).toEqual(new Uint8Array(0));
  });

  test.each(['0', 'zz', '0x00', 'pas des octets', '00 f'])('is not %s', (text) => {
    expect(readHex(text)).toBeUndefined();
  });
});

describe('a message as one text', () => {
  test.each(stageNames)('at stage %s, read again, is the very same', (stage) => {
    const payload = sealed(stage, 'rdv 14h');
    expect(fromWireText(wireText(payload))).toEqual(payload);
  });

  test('is the text, a token’s text, or base64', () => {
    expect(wireText('été')).toEqual({ kind: 'text', text: 'été' });
    expect(wireText(PAIR)).toEqual({ kind: 'pair', text: `${PAIR[0].data}\n${PAIR[1].data}` });
    expect(wireText(sealed('fernet', 'a')).text).toMatch(/^gAAAAA/);
    expect(wireText(block('/w=='))).toEqual({ kind: 'base64', text: '/w==' });
  });

  test('of a token may be any text: it is for the reader to refuse it', () => {
    expect(fromWireText({ kind: 'token', text: 'pas du base64 !' })).toEqual(
      toPayload(utf8('pas du base64 !')),
    );
    expect(fromWireText({ kind: 'token', text: '' })).toEqual(block(''));
  });

  test.each([
    ['base64', 'A'],
    ['base64', 'AAE'],
    ['base64', 'AAEC\nAAEC'],
    ['base64', '/x=='],
    ['pair', 'AAEC'],
    ['pair', 'AAEC\nAAE'],
    ['pair', 'AAEC\nAAEC\nAAEC'],
    ['text', '\ud800'],
  ] as const)('that is no %s makes no message: %j', (kind, text) => {
    expect(fromWireText({ kind, text })).toBeUndefined();
  });

  test('of a pair may have an empty part', () => {
    expect(fromWireText({ kind: 'pair', text: '\nAAEC' })).toEqual([block(''), block('AAEC')]);
  });
});

describe('a guess', () => {
  const zeros = new Uint8Array(3);

  test('changes the bytes by the difference of what is supposed and what is wanted', () => {
    expect(guess(zeros, 2, '4', '8')).toEqual(Uint8Array.of(0, 0x0c, 0));
    expect(guess(utf8('14h'), 1, '14h', '18h')).toEqual(utf8('18h'));
  });

  test.each([
    [0, '4', '8'],
    [4, '4', '8'],
    [3, '14', '18'],
    [1.5, '4', '8'],
    [Number.NaN, '4', '8'],
    [1, '', ''],
    [1, 'é', 'e'],
  ])('that does not fit changes nothing: byte %s, "%s" for "%s"', (ordinal, supposed, wanted) => {
    expect(guess(zeros, ordinal, supposed, wanted)).toBeUndefined();
  });
});

test('whoever knows the whole text puts another one in its place', () => {
  const payload = sealed('hazmat', 'rdv 14h');
  const forgery = takeApart('hazmat', payload);
  const ciphertext = forgery.parts[1]?.bytes ?? new Uint8Array(0);
  const replaced = replaceAll(ciphertext, 'rdv 14h', 'je ne viens pas');
  const forged = replaced && putTogether(withPart(forgery, 'ciphertext', replaced));
  const opened =
    forged && stages.hazmat.open(toToken(forged), deriveKeys(stages.hazmat, 'soleil', CHEAP), { now: 0 });
  expect(opened).toEqual(utf8('je ne viens pas'));
  expect(replaceAll(ciphertext, 'rdv 14h', 'x'.repeat(16))).toBeUndefined();
  expect(replaceAll(ciphertext, 'un texte bien trop long', 'rdv')).toBeUndefined();
});

test('the form of a payload says from which stage it seems to come', () => {
  expect(stageNames.map((stage) => guessStage(sealed(stage, 'a')))).toEqual([
    'plaintext',
    'hazmat',
    'fernet',
    'fernet', // with a TTL it looks the same
    'aead',
  ]);
  expect(guessStage('gAAAAA')).toBe('plaintext');
});

/** A token without its last character. */
function cut(payload: Payload): Payload {
  const { text } = wireText(payload);
  return toPayload(utf8(text.slice(0, -1)));
}

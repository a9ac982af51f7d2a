// One field of a token changed, at every stage.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { AROUND, CHEAP, NOW, SALT } from '../../test/stage-contract.ts';
import { utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { type FieldName, type StageName, type Token, tryOpen } from '../stage.ts';
import { stageNames, stages } from '../stages.ts';
import { tamper } from './tamper.ts';

const random = seededRandom('tamper');

/** Every field that a stage has. */
const FIELDS: Readonly<Record<StageName, readonly Exclude<FieldName, 'unreadable'>[]>> = {
  plaintext: ['text'],
  hazmat: ['counterBlock', 'ciphertext'],
  fernet: ['version', 'timestamp', 'iv', 'ciphertext', 'hmac'],
  'fernet-ttl': ['version', 'timestamp', 'iv', 'ciphertext', 'hmac'],
  aead: ['version', 'salt', 'counter', 'nonce', 'ciphertext', 'tag'],
};

describe.each(stageNames)('a token of %s', (name) => {
  const stage = stages[name];
  const keys = deriveKeys(stage, 'soleil', CHEAP, SALT);
  const context = { now: NOW, ...AROUND };
  const token = stage.seal(utf8('rdv 14h'), keys, {
    random,
    ...context,
    sending: { salt: SALT, counter: 1 },
  });

  test('comes out as it went in when nothing is changed', () => {
    for (const field of FIELDS[name]) expect(tamper(stage, token, field, (bytes) => bytes)).toEqual(token);
  });

  test('holds the other bytes in the field, and the same ones elsewhere', () => {
    for (const field of FIELDS[name]) {
      const forged = tamper(stage, token, field, (bytes) => new Uint8Array(bytes.length).fill(0x41));
      const expected = stage
        .fields(token)
        .map((part) => (part.name === field ? new Uint8Array(part.bytes.length).fill(0x41) : part.bytes));
      expect(forged && stage.fields(forged).map(({ bytes }) => bytes)).toEqual(expected);
    }
  });

  test('has no other field, nor has one that is too broken to be split', () => {
    const field = name === 'plaintext' ? 'iv' : 'text';
    expect(tamper(stage, token, field, (bytes) => bytes)).toBeUndefined();
    const broken: Token = name === 'plaintext' ? utf8('rdv') : 'rdv';
    for (const own of FIELDS[name]) expect(tamper(stage, broken, own, (bytes) => bytes)).toBeUndefined();
  });

  test('is refused with a changed byte where a HMAC or a tag covers it, and there alone', () => {
    for (const field of FIELDS[name]) {
      const forged = tamper(stage, token, field, ([first = 0, ...rest]) => Uint8Array.of(first ^ 1, ...rest));
      const accepted = forged !== undefined && tryOpen(stage, forged, keys, context) !== undefined;
      const isCovered = name.startsWith('fernet') || name === 'aead';
      if (name === 'plaintext' || field === 'ciphertext') expect(accepted).toBe(!isCovered);
      if (isCovered) expect(accepted).toBe(false);
    }
  });
});

test('a text that is no UTF-8 any more is no token of the first stage', () => {
  expect(tamper(stages.plaintext, 'rdv 14h', 'text', () => Uint8Array.of(0xff))).toBeUndefined();
});

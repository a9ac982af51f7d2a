// The fifth stage: what its tag binds, what its receiver remembers, and what neither can do anything about.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { AROUND, CHEAP, NOW, SALT, stageContract } from '../../test/stage-contract.ts';
import { flip } from '../attacks/bit-flip.ts';
import { tamper } from '../attacks/tamper.ts';
import { fromUtf8, toHex, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { inspect } from '../inspect.ts';
import { Memory } from '../memory.ts';
import { type OpenContext, saltedWith, type Token, tryOpen } from '../stage.ts';
import { aead } from './aead.ts';

stageContract(aead);

const random = seededRandom('aead');
const keys = deriveKeys(aead, 'soleil', CHEAP, SALT);

const seal = (counter: number, text = 'rdv 14h', around = AROUND) =>
  aead.seal(utf8(text), keys, { now: NOW, random, ...around, sending: { salt: SALT, counter } });

/** A receiver with a memory of its own. */
function receiver(self = 'droite') {
  const memory = new Memory();
  return (token: Token, around: Partial<OpenContext> = {}) => {
    const context = { now: NOW, ...AROUND, self, memory, ...around };
    const { checks } = inspect(aead, token, keys, context);
    const plaintext = tryOpen(aead, token, keys, context);
    return plaintext ? fromUtf8(plaintext) : checks.find(({ result }) => result === 'failed')?.name;
  };
}

describe('a token', () => {
  test('is version 1, salt 16, counter 8, nonce 12, ciphertext n, tag 16 bytes', () => {
    const token = seal(258);
    expect(aead.fields(token).map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['version', 1],
      ['salt', 16],
      ['counter', 8],
      ['nonce', 12],
      ['ciphertext', 7],
      ['tag', 16],
    ]);
    expect(toHex((token as Uint8Array).subarray(0, 25))).toBe(`01${toHex(SALT)}0000000000000102`);
    expect(aead.saltIn(token)).toEqual(SALT);
  });

  test('that is none has no salt: nobody derives a key for it', () => {
    for (const token of ['rdv', utf8('gAAAA'), [SALT, SALT] as const, new Uint8Array(60)])
      expect(aead.saltIn(token)).toEqual(new Uint8Array(0));
  });

  const sending = { salt: SALT, counter: 1 };
  test.each([
    ['a counter of 0', { ...AROUND, sending: { salt: SALT, counter: 0 } }],
    ['a counter that is no whole number', { ...AROUND, sending: { salt: SALT, counter: 1.5 } }],
    ['a salt of 15 bytes', { ...AROUND, sending: { salt: SALT.subarray(1), counter: 1 } }],
    ['no salt', AROUND],
    ['no room', { sender: 'gauche', sending }],
    ['no sender', { room: 'demo', sending }],
  ])('is not made with %s', (_, context) => {
    expect(() => aead.seal(utf8('x'), keys, { now: NOW, random, ...context })).toThrow(RangeError);
  });
});

describe('the receiver refuses', () => {
  test('a copy, at once and later, and again', () => {
    const receive = receiver();
    const token = seal(1);
    expect(receive(token)).toBe('rdv 14h');
    expect(receive(token)).toBe('counter');
    expect(receive(token, { now: NOW + 3600 })).toBe('counter');
  });

  test('a message that comes behind a later one', () => {
    const receive = receiver();
    const [first, second] = [seal(1, 'un'), seal(2, 'deux')];
    expect(receive(second)).toBe('deux');
    expect(receive(first)).toBe('counter');
    expect(receive(seal(4, 'quatre'))).toBe('quatre');
  });

  test('another name, another room, and names that only together read the same', () => {
    const receive = receiver();
    expect(receive(seal(1), { sender: 'mallory' })).toBe('tag');
    expect(receive(seal(1), { room: 'autre' })).toBe('tag');
    expect(receive(seal(1, 'x', { room: 'ab', sender: 'c' }), { room: 'a', sender: 'bc' })).toBe('tag');
  });

  test('its own message, under its own name and under the other’s', () => {
    const receive = receiver('gauche');
    expect(receive(seal(1))).toBe('sender');
    expect(receive(seal(1), { sender: 'droite' })).toBe('tag');
  });

  test('a changed bit, in whichever field', () => {
    const token = seal(1);
    for (const { name } of aead.fields(token)) {
      if (name === 'unreadable') continue;
      const forged = tamper(aead, token, name, (bytes) => flip(bytes, 0, utf8('4'), utf8('8')));
      expect(forged && receiver()(forged)).toBe(name === 'version' ? 'version' : 'tag');
    }
  });

  test('a fifth new salt within a minute, before it asks for a key', () => {
    const receive = receiver();
    const stranger = (number: number) =>
      tamper(aead, seal(1), 'salt', () => new Uint8Array(16).fill(number)) ?? '';
    for (let number = 0; number < 4; number++) expect(receive(stranger(number))).toBe('tag');
    expect(receive(stranger(4))).toBe('salts');
    expect(receive(stranger(4), { now: NOW + 60 })).toBe('tag');
  });
});

describe('what it cannot stop', () => {
  test('a copy to a receiver that has lost its memory', () => {
    const token = seal(1);
    expect(receiver()(token)).toBe('rdv 14h');
    expect(receiver()(token)).toBe('rdv 14h');
  });

  test('a message that never comes, or comes tomorrow', () => {
    const receive = receiver();
    expect(receive(seal(2, 'le premier s’est perdu'))).toBe('le premier s’est perdu');
    expect(receive(seal(3), { now: NOW + 86_400 })).toBe('rdv 14h');
  });
});

test('a refused token moves no memory', () => {
  const memory = new Memory();
  const forged = tamper(aead, seal(9), 'tag', () => new Uint8Array(16)) ?? '';
  const context = { now: NOW, ...AROUND, self: 'droite', memory };
  expect(tryOpen(aead, forged, keys, context)).toBeUndefined();
  expect(memory.highest('gauche', SALT)).toBe(0n);
  expect(fromUtf8(aead.open(seal(1), keys, context))).toBe('rdv 14h');
});

test('another salt gives another key', () => {
  const other = saltedWith(aead.derivation, utf8('another salt !!!'));
  expect(other).toMatchObject({ kdf: 'scrypt', cost: 2 ** 15, blockSize: 8, parallelization: 1 });
  expect(deriveKeys(aead, 'soleil', CHEAP, utf8('another salt !!!'))).not.toEqual(keys);
});

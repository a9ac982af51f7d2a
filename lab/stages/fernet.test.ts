// The third stage: the Fernet specification, to the letter.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { NOW, stageContract } from '../../test/stage-contract.ts';
import { findPassword, keyTable } from '../attacks/dictionary.ts';
import { replay } from '../attacks/replay.ts';
import { asciiToText, concat, decodeBase64Url, encodeBase64Url, fromUtf8, utf8 } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { InvalidToken } from '../errors.ts';
import { inspect } from '../inspect.ts';
import { tryOpen } from '../stage.ts';
import { fernet, formatKey, parseKey, readTimestamp, sealFernet } from './fernet.ts';
import { generated, SECRET } from './fernet.vectors.ts';

stageContract(fernet);

const keys = deriveKeys(fernet, 'soleil');
const random = seededRandom('fernet');
const seal = (text: string, now = NOW) => sealFernet(utf8(text), keys, { now, random });
const decode = (token: Uint8Array) => decodeBase64Url(token) ?? new Uint8Array(0);

test('makes the token of the specification’s generate.json', () => {
  const { token, now, iv, src } = generated;
  const specKeys = parseKey(SECRET);
  if (!specKeys) throw new Error('the specification’s key was refused');
  expect(asciiToText(sealFernet(utf8(src), specKeys, { now, random: () => iv }))).toBe(token);
  expect(fromUtf8(fernet.open(utf8(token), specKeys, { now }))).toBe(src);
});

describe('keys', () => {
  test('are read and written as the specification says', () => {
    const specKeys = parseKey(SECRET);
    expect(specKeys?.signingKey[0]).toBe(0x73);
    expect(specKeys && formatKey(specKeys)).toBe(SECRET);
  });
  test.each([
    ['standard base64', SECRET.replace('_', '/').replace('-', '+')],
    ['no padding', SECRET.slice(0, -1)],
    ['31 bytes', asciiToText(encodeBase64Url(new Uint8Array(31)))],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(parseKey(text)).toBeUndefined());
  test('of the wrong size are the caller’s mistake, not a refusal', () => {
    const short = { ...keys, signingKey: keys.signingKey.subarray(1) };
    expect(() => fernet.open(seal('a'), short, { now: NOW })).toThrow(RangeError);
    expect(() => sealFernet(utf8('a'), short, { now: NOW, random })).toThrow(RangeError);
    expect(() => fernet.keys(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('the timestamp', () => {
  test.each([0, 1, NOW, 2 ** 32, Number.MAX_SAFE_INTEGER])('holds %d without loss', (now) => {
    expect(readTimestamp(decode(seal('a', now)).subarray(1, 9))).toBe(BigInt(now));
  });
  test('is read whole when it is beyond 2^53', () => {
    expect(readTimestamp(new Uint8Array(8).fill(255))).toBe(2n ** 64n - 1n);
  });
  test.each([-1, 1.5, Number.NaN, 2 ** 53])('cannot be %d', (now) => {
    expect(() => seal('a', now)).toThrow(RangeError);
  });
});

describe('a changed token is refused', () => {
  test('whichever decoded bit was flipped', () => {
    const decoded = decode(seal('rdv 14h'));
    for (let bit = 0; bit < decoded.length * 8; bit++) {
      const forged = decoded.slice();
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(tryOpen(fernet, encodeBase64Url(forged), keys, { now: NOW })).toBeUndefined();
    }
  });

  test('whatever was cut off or added', () => {
    const decoded = decode(seal('rdv 14h'));
    for (let length = 0; length < decoded.length; length++)
      expect(
        tryOpen(fernet, encodeBase64Url(decoded.subarray(0, length)), keys, { now: NOW }),
      ).toBeUndefined();
    expect(tryOpen(fernet, encodeBase64Url(concat(decoded, decoded)), keys, { now: NOW })).toBeUndefined();
  });

  // Python's `cryptography` 48 opens all of these: its base64 reader skips what it does not know.
  test.each([
    ['a trailing newline', (token: string) => `${token}\n`],
    ['a space and a mark within', (token: string) => `${token.slice(0, 20)} !${token.slice(20)}`],
    ['characters after the padding', (token: string) => `${token}AAAA`],
    ['other last bits', (token: string) => token.replace(/(.)==$/, (_, last) => `${after(last)}==`)],
    ['the other alphabet', (token: string) => token.replaceAll('-', '+').replaceAll('_', '/')],
  ])('%s', (_, change) => {
    const token = tokenWithBothSigns();
    expect(change(token)).not.toBe(token);
    expect(tryOpen(fernet, utf8(token), keys, { now: NOW })).toBeDefined();
    expect(tryOpen(fernet, utf8(change(token)), keys, { now: NOW })).toBeUndefined();
  });
});

/** The next character of the alphabet. */
function after(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 1);
}

/** A token that ends in `==` after a letter with a successor, and holds `-` or `_`. */
function tokenWithBothSigns(): string {
  for (;;) {
    const token = asciiToText(seal('rdv 14h'));
    if (/[-_]/.test(token) && /[Agw]==$/.test(token)) return token;
  }
}

test('the inspector names the failing check, and reaches none behind it', () => {
  const forged = decode(seal('rdv 14h'));
  forged[30] = (forged[30] ?? 0) ^ 1;
  const { checks } = inspect(fernet, encodeBase64Url(forged), keys, { now: NOW });
  expect(checks).toEqual([
    { name: 'form', result: 'passed' },
    { name: 'base64url', result: 'passed' },
    { name: 'length', result: 'passed' },
    { name: 'version', result: 'passed' },
    { name: 'hmac', result: 'failed' },
    { name: 'padding', result: 'not reached' },
  ]);
});

describe('weak on purpose', () => {
  test('one token is enough to try a dictionary, one hash a word', () => {
    const table = keyTable(fernet, ['azerty', 'motdepasse', 'soleil']);
    expect(findPassword(fernet, seal('a'), { now: NOW }, table)).toBe('soleil');
    expect(fernet.derivation).toEqual({ kdf: 'sha256' });
  });

  test('a token may be delivered again, at any time', () => {
    const token = seal('vire 100 €');
    const century = 100 * 365 * 86_400;
    const deliveries = [0, 1, 3600, century, -century].map((later) => ({ now: NOW + later }));
    expect(replay(fernet, token, keys, deliveries)).toEqual([true, true, true, true, true]);
  });

  test('an honest refusal says nothing else: a wrong key looks like a forgery', () => {
    const other = deriveKeys(fernet, 'lune');
    expect(() => fernet.open(seal('a'), other, { now: NOW })).toThrow(new InvalidToken());
  });
});

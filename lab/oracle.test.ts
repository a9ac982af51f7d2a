// The oracle: a line in, a line out, whatever the line.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../test/random.ts';
import { answer } from './oracle.ts';
import { generated, SECRET } from './stages/fernet.vectors.ts';

const world = { now: () => generated.now, random: seededRandom('oracle') };
const ask = (request: unknown) => JSON.parse(answer(JSON.stringify(request), world));
const helloB64 = Buffer.from('hello').toString('base64');
const ivB64 = Buffer.from(generated.iv).toString('base64');
const { token } = generated;

describe('Fernet', () => {
  test('encrypts the specification’s token', () => {
    const request = { id: 2, op: 'fernet_encrypt', key: SECRET, data_b64: helloB64 };
    expect(ask({ ...request, time: generated.now, iv_b64: ivB64 })).toEqual({ id: 2, ok: true, token });
    expect(ask({ ...request, iv_b64: ivB64 })).toEqual({ id: 2, ok: true, token });
    expect(ask(request).token).toMatch(/^gAAAAA/);
  });
  test('decrypts it, within its age and without looking at it', () => {
    const request = { id: 1, op: 'fernet_decrypt', key: SECRET, token };
    const opened = { id: 1, ok: true, plaintext_b64: helloB64 };
    const refused = { id: 1, ok: false, error: 'InvalidToken' };
    expect(ask(request)).toEqual(opened);
    expect(ask({ ...request, ttl: null, now: generated.now + 10 ** 6 })).toEqual(opened);
    expect(ask({ ...request, ttl: 30, now: generated.now + 30 })).toEqual(opened);
    expect(ask({ ...request, ttl: 30, now: generated.now + 31 })).toEqual(refused);
    expect(ask({ ...request, token: `${token}\n` })).toEqual(refused);
    expect(ask({ ...request, token: 'é' })).toEqual(refused);
    expect(ask({ ...request, token: '' })).toEqual(refused);
  });
});

describe('the hex operations', () => {
  const key = '2b7e151628aed2a6abf7158809cf4f3c';
  const iv = 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff';
  test('ctr, as in SP 800-38A F.5.1', () => {
    expect(ask({ id: 3, op: 'ctr', key, iv, msg: '6bc1bee22e409f96e93d7e117393172a' })).toEqual({
      id: 3,
      ok: true,
      out: '874d6191b620e3261bef6864990db6ce',
    });
  });
  test('ctr_pkcs7 goes both ways and refuses bad padding', () => {
    const { out } = ask({ op: 'ctr_pkcs7_encrypt', key, iv, msg: '616263' });
    expect(out).toHaveLength(32);
    expect(ask({ op: 'ctr_pkcs7_decrypt', key, iv, msg: out })).toEqual({ ok: true, out: '616263' });
    expect(ask({ op: 'ctr_pkcs7_decrypt', key, iv, msg: '00'.repeat(16) }).error).toBe('InvalidToken');
    expect(ask({ op: 'ctr_pkcs7_decrypt', key, iv, msg: '' }).error).toBe('InvalidToken');
  });
  test('gcm goes both ways, with and without AAD, and refuses another tag', () => {
    const request = { key, iv: 'cafebabefacedbaddecaf888', aad: 'feed' };
    const { out } = ask({ op: 'gcm_encrypt', ...request, msg: '616263' });
    expect(out).toHaveLength(2 * (3 + 16));
    expect(ask({ op: 'gcm_decrypt', ...request, msg: out })).toEqual({ ok: true, out: '616263' });
    expect(ask({ op: 'gcm_decrypt', ...request, aad: undefined, msg: out }).error).toBe('InvalidToken');
  });
  test('hmac, as in RFC 4231 §4.3, and pbkdf2, as in RFC 7914 §11', () => {
    const msg = Buffer.from('what do ya want for nothing?').toString('hex');
    expect(ask({ op: 'hmac', key: Buffer.from('Jefe').toString('hex'), msg }).out).toMatch(
      /^5bdcc146bf60754e/,
    );
    const hex = (text: string) => Buffer.from(text).toString('hex');
    expect(ask({ op: 'pbkdf2', key: hex('passwd'), iv: hex('salt'), iter: 1, len: 8 }).out).toBe(
      '55ac046e56e3089f',
    );
  });
});

describe('what does not fit', () => {
  test('an operation that is not known is said to be so, with its id', () => {
    expect(ask({ id: 'x', op: 'rot13' })).toEqual({ id: 'x', unsupported: true });
    expect(ask({ id: null })).toEqual({ id: null, unsupported: true });
    expect(ask({ id: 1, op: 'constructor' })).toEqual({ id: 1, unsupported: true });
  });
  test.each(['', 'no json', '[]', '1', 'null', '"a"'])('%j is no request', (line) => {
    expect(JSON.parse(answer(line, world))).toEqual({ ok: false, error: 'BadRequest' });
  });
  test.each([
    { op: 'ctr', key: '00', iv: '00'.repeat(16), msg: '' },
    { op: 'ctr', key: '00'.repeat(16), iv: '00'.repeat(12), msg: '' },
    { op: 'ctr', key: '0g'.repeat(16), iv: '00'.repeat(16), msg: '' },
    { op: 'ctr', key: 5, iv: '00'.repeat(16), msg: '' },
    { op: 'ctr' },
    { op: 'gcm_encrypt', key: '00'.repeat(16), iv: '00', msg: '' },
    { op: 'pbkdf2', key: '00', iv: '00', iter: 0, len: 8 },
    { op: 'pbkdf2', key: '00', iv: '00', iter: 1.5, len: 8 },
    { op: 'fernet_decrypt', key: 'short', token },
    { op: 'fernet_decrypt', key: SECRET.replace('_', '/').replace('-', '+'), token },
    { op: 'fernet_decrypt', key: SECRET, token, ttl: -1 },
    { op: 'fernet_decrypt', key: SECRET, token, ttl: '30' },
    { op: 'fernet_decrypt', key: SECRET },
    { op: 'fernet_encrypt', key: SECRET, data_b64: '!', time: 1 },
    { op: 'fernet_encrypt', key: SECRET, data_b64: '', time: -1 },
    { op: 'fernet_encrypt', key: SECRET, data_b64: '', time: 1, iv_b64: 'AAAA' },
  ])('%j is answered BadRequest', (request) => {
    expect(ask({ id: 9, ...request })).toEqual({ id: 9, ok: false, error: 'BadRequest' });
  });
});

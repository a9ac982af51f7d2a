// The oracle: a line in, a line out, whatever the line.
import fc from 'fast-check';
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
    { op: 'pbkdf2', key: '', iv: '', iter: 1, len: 99_999_999_999_999 },
    { op: 'pbkdf2', key: '', iv: '', iter: 1, len: 2 ** 20 + 1 },
    { op: 'pbkdf2', key: '', iv: '', iter: 10_000_001, len: 8 },
    { op: 'pbkdf2', key: '', iv: '', iter: 10_000_000, len: 2 ** 20 },
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

describe('no line ends it', () => {
  /** Fails unless the line gets one line back, with one of the three kinds of answer. */
  function expectAnAnswer(line: string) {
    const text = answer(line, world);
    expect(text).not.toContain('\n');
    const { ok, error, unsupported } = JSON.parse(text);
    if (ok === false) expect(error).toMatch(/^(?:InvalidToken|BadRequest)$/);
    else expect(ok === true || unsupported === true).toBe(true);
  }

  const anything = fc.jsonValue();
  const hexText = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  const bytesOf = (...lengths: number[]) => fc.constantFrom(...lengths.map((length) => '7f'.repeat(length)));
  const number = fc.oneof(
    fc.nat({ max: 50 }),
    // Nothing between: a cost within the limits is real work.
    fc.constantFrom(-1, 0.5, 2 ** 20 + 1, 10_000_001, 2 ** 31, 2 ** 32, 99_999_999_999_999, 2 ** 53, 1e300),
  );
  const base64 = fc.base64String({ maxLength: 80 });
  const or = (fitting: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: anything });
  const request = fc.record(
    {
      id: anything,
      op: fc.constantFrom(
        ...['fernet_encrypt', 'fernet_decrypt', 'ctr', 'ctr_pkcs7_encrypt', 'ctr_pkcs7_decrypt'],
        ...['gcm_encrypt', 'gcm_decrypt', 'hmac', 'pbkdf2', 'toString'],
      ),
      key: or(fc.oneof(bytesOf(0, 16, 24, 32), hexText, fc.constant(SECRET))),
      iv: or(fc.oneof(bytesOf(12, 16), hexText)),
      msg: or(hexText),
      aad: or(hexText),
      iter: fc.oneof(
        number,
        anything.filter((value) => typeof value !== 'number'),
      ),
      len: or(number),
      token: or(fc.oneof(base64, fc.constant(token))),
      data_b64: or(base64),
      iv_b64: or(fc.oneof(base64, fc.constant(ivB64))),
      time: or(number),
      now: or(number),
      ttl: or(number),
    },
    { requiredKeys: ['op'] },
  );
  const runs = { numRuns: 1500 };

  test('of any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), expectAnAnswer), runs);
  });
  test('of an operation with values that fit, nearly fit, or do not', () => {
    fc.assert(
      fc.property(request, (values) => expectAnAnswer(JSON.stringify(values))),
      runs,
    );
  });
  test('nested deeper than it can be written again', () => {
    const deep = '['.repeat(300_000) + ']'.repeat(300_000);
    expectAnAnswer(`{"id":${deep}}`);
    expectAnAnswer(`{"id":${deep},"op":"hmac","key":"","msg":""}`);
    expectAnAnswer(`{"op":"ctr","key":${deep}}`);
  });
});

// The primitives against the vectors that their papers print.
import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex, utf8 } from '../bytes.ts';
import { InvalidToken } from '../errors.ts';
import { NO_BYTES } from '../stage.ts';
import { decryptCbc, encryptCbc } from './aes-cbc.ts';
import { aesCtr } from './aes-ctr.ts';
import { decryptGcm, encryptGcm } from './aes-gcm.ts';
import { hmacSha256 } from './hmac.ts';
import { MAX_LENGTH, MAX_ROUNDS, pbkdf2Sha256 } from './pbkdf2.ts';
import { pad, unpad } from './pkcs7.ts';
import { scryptSha256 } from './scrypt.ts';

/** Bytes of a vector, spaces allowed. */
function bytes(hex: string): Uint8Array {
  const read = fromHex(hex.replaceAll(' ', ''));
  if (!read) throw new Error(`no hex: ${hex}`);
  return read;
}

const KEY_128 = bytes('2b7e151628aed2a6abf7158809cf4f3c');
const PLAINTEXT = bytes(
  '6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51' +
    '30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710',
);

describe('AES-CTR', () => {
  const counterBlock = bytes('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');
  test.each([
    {
      source: 'SP 800-38A F.5.1',
      key: KEY_128,
      ciphertext:
        '874d6191b620e3261bef6864990db6ce 9806f66b7970fdff8617187bb9fffdff' +
        '5ae4df3edbd5d35e5b4f09020db03eab 1e031dda2fbe03d1792170a0f3009cee',
    },
    {
      source: 'SP 800-38A F.5.5',
      key: bytes('603deb1015ca71be2b73aef0857d7781 1f352c073b6108d72d9810a30914dff4'),
      ciphertext:
        '601ec313775789a5b7a7f504bbf3d228 f443e3ca4d62b59aca84e990cacaf5c5' +
        '2b0930daa23de94ce87017ba2d84988d dfc9c58db67aada613c2dd08457941a6',
    },
  ])('encrypts and decrypts $source', ({ key, ciphertext }) => {
    expect(aesCtr(key, counterBlock, PLAINTEXT)).toEqual(bytes(ciphertext));
    expect(aesCtr(key, counterBlock, bytes(ciphertext))).toEqual(PLAINTEXT);
    // A prefix of the text has a prefix of the ciphertext: it is a stream.
    expect(aesCtr(key, counterBlock, PLAINTEXT.subarray(0, 21))).toEqual(bytes(ciphertext).subarray(0, 21));
  });

  test('says which size was wrong', () => {
    expect(() => aesCtr(new Uint8Array(15), counterBlock, PLAINTEXT)).toThrow(
      new RangeError('AES key: 15 bytes came, 16 or 24 or 32 were wanted'),
    );
    expect(() => aesCtr(KEY_128, new Uint8Array(12), PLAINTEXT)).toThrow(RangeError);
  });
});

describe('AES-CBC', () => {
  const iv = bytes('000102030405060708090a0b0c0d0e0f');
  const ciphertext = bytes(
    '7649abac8119b246cee98e9b12e9197d 5086cb9b507219ee95db113a917678b2' +
      '73bed6b8e3c1743b7116e69e22229516 3ff1caa1681fac09120eca307586e1a7',
  );
  test('encrypts and decrypts SP 800-38A F.2.1', () => {
    expect(encryptCbc(KEY_128, iv, PLAINTEXT)).toEqual(ciphertext);
    expect(decryptCbc(KEY_128, iv, ciphertext)).toEqual(PLAINTEXT);
  });
  test('says which size was wrong', () => {
    expect(() => encryptCbc(new Uint8Array(17), iv, PLAINTEXT)).toThrow(RangeError);
    expect(() => encryptCbc(KEY_128, new Uint8Array(8), PLAINTEXT)).toThrow(RangeError);
  });
});

describe('AES-GCM', () => {
  // Source: McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, test case 4
  const key = bytes('feffe9928665731c6d6a8f9467308308');
  const nonce = bytes('cafebabefacedbaddecaf888');
  const aad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const plaintext = bytes(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const sealed = bytes(
    '42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e' +
      '21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47',
  );
  test('encrypts and decrypts test case 4', () => {
    expect(encryptGcm(key, nonce, plaintext, aad)).toEqual(sealed);
    expect(decryptGcm(key, nonce, sealed, aad)).toEqual(plaintext);
  });
  test('refuses another byte, another AAD, a cut tag, nothing at all', () => {
    const forged = sealed.slice();
    forged[3] = (forged[3] ?? 0) ^ 1;
    for (const [text, data] of [
      [forged, aad],
      [sealed, NO_BYTES],
      [sealed.subarray(0, -1), aad],
      [NO_BYTES, aad],
    ] as const)
      expect(() => decryptGcm(key, nonce, text, data)).toThrow(InvalidToken);
    expect(() => decryptGcm(key.subarray(1), nonce, sealed, aad)).toThrow(RangeError);
  });
});

test('HMAC-SHA256 as in RFC 4231 §4.3', () => {
  expect(toHex(hmacSha256(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

describe('PBKDF2-HMAC-SHA256', () => {
  // Source: RFC 7914 §11
  test.each([
    {
      password: 'passwd',
      salt: 'salt',
      iterations: 1,
      key:
        '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc' +
        '49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
    },
    {
      password: 'Password',
      salt: 'NaCl',
      iterations: 80_000,
      key:
        '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56' +
        'a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
    },
  ])('derives from $password, $iterations times', ({ password, salt, iterations, key }) => {
    expect(toHex(pbkdf2Sha256(utf8(password), utf8(salt), iterations, 64))).toBe(key);
  });
  test.each([0, -1, 1.5, Number.NaN])('refuses %d iterations', (iterations) => {
    expect(() => pbkdf2Sha256(utf8('a'), utf8('b'), iterations, 16)).toThrow(RangeError);
    expect(() => pbkdf2Sha256(utf8('a'), utf8('b'), 1, iterations)).toThrow(RangeError);
  });
  test.each([
    [1, MAX_LENGTH + 1],
    [1, 99_999_999_999_999],
    [MAX_ROUNDS + 1, 32],
    [MAX_ROUNDS, 33],
    [Number.MAX_SAFE_INTEGER, MAX_LENGTH],
  ])('refuses %d iterations for %d bytes, before it begins', (iterations, length) => {
    expect(() => pbkdf2Sha256(utf8('a'), utf8('b'), iterations, length)).toThrow(RangeError);
  });
  test('gives its longest key', () => {
    expect(pbkdf2Sha256(utf8('a'), utf8('b'), 1, MAX_LENGTH)).toHaveLength(MAX_LENGTH);
  });
});

describe('PKCS#7', () => {
  test('pads every length to whole blocks and takes it off again', () => {
    for (let length = 0; length <= 48; length++) {
      const text = new Uint8Array(length).fill(7);
      expect(pad(text).length % 16).toBe(0);
      expect(pad(text).length).toBeGreaterThan(length);
      expect(unpad(pad(text))).toEqual(text);
    }
  });
  // What Python's `cryptography` calls "Invalid padding bytes", with a text of 10 bytes and 6 of padding.
  test.each([0, 7, 13, 17, 255])('refuses a last byte of %d', (last) => {
    const padded = pad(new Uint8Array(10).fill(0x61));
    padded[15] = last;
    expect(unpad(padded)).toBeUndefined();
  });
  test('takes a last byte of 1 for a padding of one byte', () => {
    const padded = concat(pad(new Uint8Array(10)).subarray(0, 15), Uint8Array.of(1));
    expect(unpad(padded)).toHaveLength(15);
  });
  test.each([0, 15, 31])('refuses %d bytes', (length) => {
    expect(unpad(new Uint8Array(length).fill(1))).toBeUndefined();
  });
});

describe('scrypt', () => {
  test.each([
    {
      source: 'RFC 7914 §12, first',
      password: '',
      salt: '',
      cost: { cost: 16, blockSize: 1, parallelization: 1, length: 64 },
      key:
        '77d6576238657b203b19ca42c18a0497 f16b4844e3074ae8dfdffa3fede21442' +
        'fcd0069ded0948f8326a753a0fc81f17 e8d3e0fb2e0d3628cf35e20c38d18906',
    },
    {
      source: 'RFC 7914 §12, second',
      password: 'password',
      salt: 'NaCl',
      cost: { cost: 1024, blockSize: 8, parallelization: 16, length: 64 },
      key:
        'fdbabe1c9d3472007856e7190d01e9fe 7c6ad7cbc8237830e77376634b373162' +
        '2eaf30d92e22a3886ff109279d9830da c727afb94a83ee6d8360cbdfa2cc0640',
    },
    {
      source: 'RFC 7914 §12, third',
      password: 'pleaseletmein',
      salt: 'SodiumChloride',
      cost: { cost: 16384, blockSize: 8, parallelization: 1, length: 64 },
      key:
        '7023bdcb3afd7348461c06cd81fd38eb fda8fbba904f8e3ea9b543f6545da1f2' +
        'd5432955613f0fcf62d49705242a9af9 e61e85dc0d651e40dfcf017b45575887',
    },
  ])('$source', ({ password, salt, cost, key }) => {
    expect(toHex(scryptSha256(utf8(password), utf8(salt), cost))).toBe(toHex(bytes(key)));
  });

  test.each([0, 1, 3, 1.5, 2 ** 18])('refuses a cost of %s', (cost) => {
    const wanted = { cost, blockSize: 8, parallelization: 1, length: 32 };
    expect(() => scryptSha256(utf8('x'), utf8('y'), wanted)).toThrow(RangeError);
  });
});

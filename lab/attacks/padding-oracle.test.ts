// A receiver who says whether the padding fits says everything, unless a HMAC speaks first.
import { describe, expect, test } from 'vitest';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { NOW } from '../../test/stage-contract.ts';
import { fromUtf8, utf8, xor } from '../bytes.ts';
import { deriveKeys } from '../derive.ts';
import { inspect } from '../inspect.ts';
import { decryptCbc, encryptCbc } from '../primitives/aes-cbc.ts';
import { pad, unpad } from '../primitives/pkcs7.ts';
import { type Stage, type Token, tryOpen } from '../stage.ts';
import { fernet } from '../stages/fernet.ts';
import { fernetTtl } from '../stages/fernet-ttl.ts';
import { hazmat } from '../stages/hazmat.ts';
import { rewrite } from './keystream-reuse.ts';
import { type PaddingOracle, recoverCbc, recoverCtr } from './padding-oracle.ts';
import { tamper } from './tamper.ts';

const random = seededRandom(seedOfThisRun());
const key = random(16);
const hazmatKeys = hazmat.keys(key);

/** A receiver of CBC messages that nothing signs. */
const cbcReceiver: PaddingOracle = (iv, ciphertext) => unpad(decryptCbc(key, iv, ciphertext)) !== undefined;

/** The second stage's receiver, whose only check after the form is the padding. */
const hazmatReceiver: PaddingOracle = (counterBlock, ciphertext) =>
  tryOpen(hazmat, [counterBlock, ciphertext], hazmatKeys, { now: NOW }) !== undefined;

/** A hazmat token, as the pair that it is. */
function sealHazmat(text: Uint8Array): readonly [counterBlock: Uint8Array, ciphertext: Uint8Array] {
  const token = hazmat.seal(text, hazmatKeys, { now: NOW, random });
  if (typeof token === 'string' || token instanceof Uint8Array) throw new Error('no pair');
  return token;
}

const LENGTHS = [0, 1, 15, 16, 17, 47];

describe('CBC without a HMAC', () => {
  test.each(LENGTHS)('gives a whole random message of %d bytes away', (length) => {
    const [text, iv] = [random(length), random(16)];
    const ciphertext = encryptCbc(key, iv, pad(text));
    const { plaintext, calls } = recoverCbc(iv, ciphertext, cbcReceiver);
    expect(plaintext).toEqual(text);
    expect(calls).toBeGreaterThanOrEqual(ciphertext.length);
    expect(calls).toBeLessThanOrEqual(ciphertext.length * 257);
  });
});

describe('CTR with padding, the second stage', () => {
  test.each(LENGTHS)('gives a whole random message of %d bytes away', (length) => {
    const text = random(length);
    const token = sealHazmat(text);
    const { plaintext, calls } = recoverCtr(...token, hazmatReceiver);
    expect(plaintext).toEqual(text);
    expect(calls).toBeLessThanOrEqual(token[1].length * 257);
  });

  test('gives the key stream away as well: who reads by the oracle may write', () => {
    const [counterBlock, ciphertext] = sealHazmat(utf8('rdv 14h'));
    const { plaintext } = recoverCtr(counterBlock, ciphertext, hazmatReceiver);
    const forged = plaintext && rewrite(ciphertext, plaintext, utf8('vire 900 €'));
    const shown = forged && tryOpen(hazmat, [counterBlock, forged], hazmatKeys, { now: NOW });
    expect(shown && fromUtf8(shown)).toBe('vire 900 €');
  });
});

describe('a last byte that fits by chance', () => {
  // Masks under which the attack's own bytes end in 2 2, or 3 3 3, before they end in 1, for half of all last bytes.
  test.each([
    ['2 2', [0, 3]],
    ['3 3 3', [2, 2]],
  ])('as %s is told from the padding of one byte', (_, end) => {
    let fitted = 0;
    for (let last = 0; last < 256; last += 3) {
      const mask = Uint8Array.of(...random(13), ...end, last);
      const text = random(9);
      const before = xor(mask, pad(text));
      const oracle: PaddingOracle = (iv) => {
        const padded = xor(mask, iv);
        const fits = unpad(padded) !== undefined;
        if (fits && iv[13] === 1 && padded[15] !== 1) fitted += 1;
        return fits;
      };
      expect(recoverCbc(before, new Uint8Array(16), oracle).plaintext).toEqual(text);
    }
    expect(fitted).toBeGreaterThan(20);
  });
});

describe('under a HMAC', () => {
  /** The oracle that the attacker would have: the stage itself, with the fields that he chooses. */
  const oracleOf =
    (stage: Stage, token: Token, ask: (forged: Token) => boolean): PaddingOracle =>
    (iv, ciphertext) => {
      const withIv = tamper(stage, token, 'iv', () => iv);
      const forged = withIv && tamper(stage, withIv, 'ciphertext', () => ciphertext);
      if (!forged) throw new Error('no fields');
      return ask(forged);
    };

  test.each([fernet, fernetTtl])(
    'every query is refused before any padding is looked at ($name)',
    (stage) => {
      const keys = deriveKeys(stage, 'soleil');
      const token = stage.seal(utf8('rdv 14h'), keys, { now: NOW, random });
      const failed = new Set<string | undefined>();
      const oracle = oracleOf(stage, token, (forged) => {
        const { checks, plaintext } = inspect(stage, forged, keys, { now: NOW });
        failed.add(checks.find(({ result }) => result === 'failed')?.name);
        return plaintext !== undefined;
      });
      const [iv, ciphertext] = (['iv', 'ciphertext'] as const).map(
        (name) => stage.fields(token).find((field) => field.name === name)?.bytes,
      );
      if (!iv || !ciphertext) throw new Error('no fields');
      expect(recoverCbc(iv, ciphertext, oracle)).toEqual({ plaintext: undefined, calls: 256 });
      expect([...failed]).toEqual(['hmac']);
      // The oracle is no dummy: it accepts the one token that was signed.
      expect(oracle(iv, ciphertext)).toBe(true);
    },
  );
});

describe('the attack reports failure, not garbage', () => {
  const iv = random(16);
  const ciphertext = encryptCbc(key, iv, pad(utf8('rdv 14h')));
  test('with an oracle that accepts nothing', () => {
    expect(recoverCbc(iv, ciphertext, () => false)).toEqual({ plaintext: undefined, calls: 256 });
    expect(recoverCtr(iv, ciphertext, () => false)).toEqual({ plaintext: undefined, calls: 256 });
  });
  test('with an oracle that accepts everything', () => {
    expect(recoverCbc(iv, ciphertext, () => true).plaintext).toBeUndefined();
    expect(recoverCbc(new Uint8Array(16), ciphertext, () => true).plaintext).toBeUndefined();
  });
  test('with no block at all', () => {
    expect(recoverCbc(iv, new Uint8Array(0), cbcReceiver)).toEqual({ plaintext: undefined, calls: 0 });
  });
});

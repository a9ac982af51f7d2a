// Question 8 without a screen: the same forgery is taken bare, taken with its hash made anew, and never with an HMAC.
import { expect, test } from 'vitest';
import { hmacSha256 } from '#lab/primitives/hmac.ts';
import { seededRandom, seedOfThisRun } from '../../test/random.ts';
import { ProprieteTrial, VARIANTS } from './08-propriete.ts';

const random = seededRandom(seedOfThisRun());
const done = (trial: ProprieteTrial) => trial.goals.value.filter((goal) => goal.done).map(({ name }) => name);
const reads = (trial: ProprieteTrial) => VARIANTS.map((variant) => trial.received.value[variant].text);

function forged(wanted = '8'): ProprieteTrial {
  const trial = new ProprieteTrial(random);
  trial.wanted.value = wanted;
  trial.handOut();
  return trial;
}

test('all three take what gauche sealed, and nothing but the check tells it apart', () => {
  const trial = new ProprieteTrial(random);
  expect(reads(trial)).toEqual(Array(3).fill('rdv 14h'));
  const tokens = VARIANTS.map((variant) => trial.received.value[variant].token);
  expect(new Set(tokens.map(({ ciphertext }) => ciphertext.join())).size).toBe(1);
  expect(tokens.map(({ check }) => check.length)).toEqual([0, 32, 32]);
  expect(done(trial)).toEqual([]);
});

test('one byte changed: bare CTR reads 18h, the two others refuse', () => {
  const trial = forged();
  expect(reads(trial)).toEqual(['rdv 18h', undefined, undefined]);
  expect(done(trial)).toEqual(['three']);
});

test('the hash is made anew by whoever changed the message', () => {
  const trial = forged();
  trial.recomputeHash();
  expect(reads(trial)).toEqual(['rdv 18h', 'rdv 18h', undefined]);
  expect(done(trial)).toEqual(['three', 'hash']);
  trial.handOut();
  expect(reads(trial)[1]).toBeUndefined();
});

test('an HMAC under another key is refused, once, thrice, a thousand times', () => {
  const trial = forged();
  for (const key of ['soleil', 'soleil', '123456']) {
    trial.key.value = key;
    trial.tryKey();
  }
  expect(done(trial)).toEqual(['three']);
  trial.key.value = '';
  trial.tryKey();
  expect(trial.tries.value).toEqual({ all: 3, taken: 0 });
  trial.key.value = 'clé';
  trial.tryKey();
  expect(done(trial)).toEqual(['three', 'hmac']);
  trial.tryRandomKeys(1000);
  expect(trial.tries.value).toEqual({ all: 1004, taken: 0 });
  expect(reads(trial)[2]).toBeUndefined();
});

test('and it is taken under the very key: the receiver refuses the key, not the change', () => {
  const drawn: Uint8Array[] = [];
  const trial = new ProprieteTrial((length) => {
    const bytes = random(length).map((byte) => byte & 0x7f); // ASCII, so that it can be typed
    drawn.push(bytes);
    return bytes;
  });
  trial.wanted.value = '8';
  trial.handOut();
  trial.key.value = new TextDecoder().decode(drawn[0]);
  trial.tryKey();
  expect(reads(trial)[2]).toBe('rdv 18h');
  expect(trial.tries.value).toEqual({ all: 1, taken: 1 });
  const { counterBlock, ciphertext, check } = trial.received.value['ctr-hmac'].token;
  const covered = Uint8Array.of(...counterBlock, ...ciphertext);
  expect(check).toEqual(hmacSha256(drawn[0] ?? new Uint8Array(), covered));
});

test('another hour is another forgery, and no goal', () => {
  const trial = forged('9');
  trial.recomputeHash();
  expect(reads(trial)).toEqual(['rdv 19h', 'rdv 19h', undefined]);
  expect(done(trial)).toEqual([]);
});

test.each([
  ['a longer wish', 6, '4', '88'],
  ['a byte before the message', 0, '4', '8'],
  ['a byte behind it', 17, '4', '8'],
  ['nothing', 6, '', ''],
])('%s is not handed out', (_, ordinal, supposed, wanted) => {
  const trial = new ProprieteTrial(random);
  trial.ordinal.value = ordinal;
  trial.supposed.value = supposed;
  trial.wanted.value = wanted;
  expect(trial.isForged()).toBe(false);
  trial.handOut();
  trial.recomputeHash();
  expect(trial.isHandedOut()).toBe(false);
  expect(reads(trial)).toEqual(Array(3).fill('rdv 14h'));
});

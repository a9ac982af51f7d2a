// Question 10 without a screen: an order of 900 € is aimed at, and only the HMAC stands in its way; a copy is obeyed.
import { expect, test } from 'vitest';
import { fromUtf8 } from '#lab/bytes.ts';
import { deriveKeys } from '#lab/derive.ts';
import { decryptCbc } from '#lab/primitives/aes-cbc.ts';
import { unpad } from '#lab/primitives/pkcs7.ts';
import { stages } from '#lab/stages.ts';
import { startBench } from '../../test/start-bench.ts';
import { toToken } from '../chat/payload.ts';
import { DIGIT_AT, ReplayTrial } from './10-replay.ts';

async function begin() {
  const { bench, settle } = await startBench({ stage: 'fernet' });
  const trial = new ReplayTrial(bench);
  trial.begin();
  await settle();
  const forge = async (field: 'iv' | 'ciphertext' | 'hmac', ordinal: number, wanted: string) => {
    trial.field.value = field;
    trial.ordinal.value = ordinal;
    trial.wanted.value = wanted;
    trial.forge();
    await settle();
  };
  const done = () => trial.goals.value.filter((goal) => goal.done).map(({ name }) => name);
  return { bench, settle, trial, forge, done };
}

test('any other byte, or any other digit, is refused as well, and is not the order of 900 €', async () => {
  const { trial, forge, done } = await begin();
  await forge('hmac', DIGIT_AT, '9');
  await forge('iv', DIGIT_AT + 1, '9');
  await forge('iv', DIGIT_AT, '8');
  expect(trial.forged()).toEqual({ accepted: 0, refused: 3 });
  expect(done()).toEqual([]);
});

test.each(['iv', 'ciphertext'] as const)('the digit, aimed at in the field %s, is refused', async (field) => {
  const { trial, forge, done } = await begin();
  await forge(field, DIGIT_AT, '9');
  expect(trial.forged()).toEqual({ accepted: 0, refused: 1 });
  expect(done()).toEqual(['forge']);
});

test('in the IV it would have made 900 €, had nobody looked at the HMAC', async () => {
  const { bench, forge } = await begin();
  await forge('iv', DIGIT_AT, '9');
  const payload = bench.timeline.value[0]?.receipts.at(-1)?.payload ?? '';
  const fields = new Map(stages.fernet.fields(toToken(payload)).map(({ name, bytes }) => [name, bytes]));
  const [iv, ciphertext] = [fields.get('iv'), fields.get('ciphertext')];
  if (!iv || !ciphertext) throw new Error('no such fields');
  const { encryptionKey } = deriveKeys(stages.fernet, bench.peers.gauche.password.value);
  const text = unpad(decryptCbc(encryptionKey, iv, ciphertext));
  expect(text && fromUtf8(text)).toBe('OK, vire 900 €');
});

test('what does not fit is not handed out', async () => {
  const { trial, forge, bench } = await begin();
  for (const [ordinal, wanted] of [
    [DIGIT_AT, '1'],
    [DIGIT_AT, '90'],
    [17, '9'],
    [0, '9'],
  ] as const)
    await forge('iv', ordinal, wanted);
  expect(trial.aimed()).toBeUndefined();
  expect(bench.timeline.value[0]?.receipts).toHaveLength(1);
});

test('the same bytes, ten seconds later, are obeyed', async () => {
  const { trial, settle, done } = await begin();
  trial.replay();
  await settle();
  expect(trial.copies()).toEqual({ accepted: 1, refused: 0 });
  expect(done()).toEqual(['replay']);
});

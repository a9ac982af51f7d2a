// Question 12: a reader who looks, answers, and delivers a token 30 s and 31 s late.
import { describe, expect, test } from 'vitest';
import { stages } from '#lab/stages.ts';
import { startBench } from '../../test/start-bench.ts';
import { toToken } from '../chat/payload.ts';
import { DifferenceTrial, structuralDifferences } from './12-difference.ts';

async function begin() {
  const { bench, settle } = await startBench({ stage: 'fernet-ttl' });
  const trial = new DifferenceTrial(bench);
  const done = () => trial.goals.value.map((goal) => goal.done);
  const deliver = async (delay: number) => {
    trial.delay.value = delay;
    await trial.deliverLate();
  };
  return { bench, trial, done, deliver, settle };
}

describe('the structure', () => {
  test('is the same at both stages, though no two tokens are; only “no field” is right', async () => {
    const { bench, trial, done } = await begin();
    expect(trial.pair()).toBeUndefined();
    await trial.sendPair();
    const pair = trial.pair();
    expect(pair?.fernet.map(({ name }) => name)).toEqual([
      'version',
      'timestamp',
      'iv',
      'ciphertext',
      'hmac',
    ]);
    expect(pair?.fernet.at(-1)?.bytes).not.toEqual(pair?.['fernet-ttl'].at(-1)?.bytes);
    expect(bench.timeline.value.map(({ stage }) => stage)).toEqual(['fernet', 'fernet-ttl']);
    expect(trial.left()).toBe(5);
    trial.answer(); // of nothing that was looked at
    expect(trial.said.value).toBeUndefined();
    for (const name of ['version', 'iv', 'ciphertext', 'hmac'] as const) trial.judge(name, false);
    trial.answer();
    expect(trial.said.value).toBeUndefined();
    trial.judge('timestamp', true);
    trial.answer();
    expect(trial.said.value).toEqual(['timestamp']);
    expect(done()).toEqual([false, false, false]);
    trial.judge('timestamp', false);
    expect(done()).toEqual([false, false, false]);
    trial.answer();
    expect(done()).toEqual([true, false, false]);
  });

  test('of other tokens differs where it does', async () => {
    const { bench, trial } = await begin();
    await trial.sendPair();
    const [message] = bench.timeline.value;
    const token = toToken(message?.payload ?? '');
    const fields = stages.fernet.fields(token);
    expect(structuralDifferences(fields, fields)).toEqual([]);
    expect(structuralDifferences(fields, fields.slice(0, -1))).toEqual(['hmac']);
    const longer = fields.map((field) =>
      field.name === 'iv' ? { ...field, bytes: new Uint8Array(17) } : field,
    );
    expect(structuralDifferences(longer, fields)).toEqual(['iv']);
  });
});

describe('one token, delivered late', () => {
  test.each(['fernet', 'fernet-ttl'] as const)('sealed at stage %s', async (sealedAt) => {
    const { bench, trial, done, deliver } = await begin();
    trial.sealedAt.value = sealedAt;
    bench.peers.droite.offset.value = -20; // what the reader has left is put right
    await deliver(30);
    expect(trial.verdicts.value).toEqual([
      { age: 30, verdicts: { fernet: 'accepted', 'fernet-ttl': 'accepted' } },
    ]);
    expect(done()).toEqual([false, false, false]);
    await deliver(31);
    expect(trial.verdicts.value.at(-1)).toEqual({
      age: 31,
      verdicts: { fernet: 'accepted', 'fernet-ttl': 'age' },
    });
    expect(done()).toEqual([false, true, true]);
    // The very same bytes, twice.
    const [, message] = bench.timeline.value;
    expect(message?.receipts.map(({ payload }) => payload)).toEqual([message?.payload, message?.payload]);
  });

  test('the relay holds nothing afterwards', async () => {
    const { bench, deliver, settle } = await begin();
    await deliver(5);
    await settle();
    expect(bench.chair.operator.value?.rule.value).toBeUndefined();
    expect(bench.chair.operator.value?.held()).toEqual([]);
  });

  test('ends at once when the experiment does, and says so when nothing comes', async () => {
    const { bench, trial } = await begin();
    bench.places.operate();
    const late = trial.deliverLate();
    trial.end();
    await late;
    expect(trial.errands.failed.value).toBe(true);
    expect(trial.errands.busy.value).toBe(false);
  });
});

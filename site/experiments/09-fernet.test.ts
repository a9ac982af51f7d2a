// Question 9 without a screen: the same byte ten times is one edit, and ten of them touch all five fields.
import { expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { FernetTrial } from './09-fernet.ts';

const FIELDS = ['version', 'timestamp', 'iv', 'ciphertext', 'hmac'] as const;

async function begin() {
  const { bench, settle } = await startBench({ stage: 'fernet' });
  const trial = new FernetTrial(bench);
  trial.begin();
  await settle();
  const edit = async (field: (typeof FIELDS)[number], ordinal: number) => {
    trial.field.value = field;
    trial.ordinal.value = ordinal;
    trial.edit();
    await settle();
  };
  return { trial, edit, isDone: () => trial.goals.value.some(({ name, done }) => name === 'edits' && done) };
}

test('one byte, changed ten times, is one edit', async () => {
  const { trial, edit, isDone } = await begin();
  for (let i = 0; i < 10; i++) await edit('ciphertext', 1);
  expect(trial.edited()).toEqual({ accepted: 0, refused: 10, places: 1, fields: 1 });
  expect(isDone()).toBe(false);
});

test('ten bytes of one field are not enough, nor are five fields', async () => {
  const { trial, edit, isDone } = await begin();
  for (let i = 1; i <= 10; i++) await edit('ciphertext', i);
  expect(trial.edited()).toMatchObject({ places: 10, fields: 1 });
  expect(isDone()).toBe(false);
  for (const field of FIELDS) await edit(field, 1);
  expect(trial.edited()).toEqual({ accepted: 0, refused: 15, places: 14, fields: 5 });
  expect(isDone()).toBe(true);

  const other = await begin();
  for (const field of FIELDS) await other.edit(field, 1);
  expect(other.trial.edited()).toMatchObject({ places: 5, fields: 5 });
  expect(other.isDone()).toBe(false);
});

test('a byte that the field does not have changes nothing, and nothing is handed out', async () => {
  const { trial, edit } = await begin();
  await edit('version', 2);
  await edit('iv', 0);
  expect(trial.size()).toBe(16);
  expect(trial.canEdit()).toBe(false);
  expect(trial.bench.timeline.value.flatMap(({ receipts }) => receipts)).toHaveLength(1);
});

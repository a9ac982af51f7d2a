// Question 14: ten copies within the TTL, a memory that refuses them, and a restart that forgets.
import { afterEach, expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { EfficacyTrial } from './14-efficace.ts';
import { isForgetful, isRepeated, type Reading, runsOf } from './readings.ts';

const trials: EfficacyTrial[] = [];
afterEach(() => {
  for (const trial of trials.splice(0)) trial.end();
});

async function begin() {
  const { bench, settle } = await startBench({ stage: 'fernet-ttl' });
  const trial = new EfficacyTrial(bench);
  trials.push(trial);
  bench.places.operate();
  await settle();
  const done = () => trial.goals.value.map((goal) => goal.done);
  const replay = async (times: number, delay = 0) => {
    trial.delay.value = delay;
    trial.replay(times);
    await settle();
  };
  const verdicts = () => trial.readingsOfCaptured().map(({ verdict }) => verdict);
  return { bench, trial, done, replay, verdicts };
}

test('ten copies in the window, refused once droite has a memory, accepted once she has lost it', async () => {
  const { bench, trial, done, replay, verdicts } = await begin();
  await trial.order();
  expect(trial.executed()).toBe(1);
  await replay(9, 20);
  expect(done()).toEqual([false, false, false]);
  await replay(1, 5);
  expect(done()).toEqual([true, false, false]);
  expect(trial.executed()).toBe(11);

  bench.peers.droite.remembers.value = true;
  await replay(9);
  expect(done()).toEqual([true, false, false]);
  await replay(1);
  expect(done()).toEqual([true, true, false]);
  expect(trial.executed()).toBe(11);

  bench.peers.droite.forget();
  await replay(1);
  expect(done()).toEqual([true, true, true]);
  expect(trial.executed()).toBe(12);

  bench.peers.droite.forget();
  await replay(1, 10);
  expect(verdicts().at(-1)).toBe('age');
});

test('switching the memory off is no restart', async () => {
  const { bench, trial, done, replay, verdicts } = await begin();
  bench.peers.droite.remembers.value = true;
  await trial.order();
  await replay(10);
  bench.peers.droite.remembers.value = false;
  await replay(1);
  expect(verdicts().at(-1)).toBe('accepted');
  expect(done()).toEqual([false, true, false]);
});

test('a delay makes the token older, by droite’s clock', async () => {
  const { trial, replay, verdicts } = await begin();
  await trial.order();
  const captured = trial.captured();
  if (!captured) throw new Error('nothing was captured');
  const before = trial.age(captured);
  await replay(1, 12);
  expect(trial.age(captured)).toBe(before + 12);
  await replay(1, 40);
  expect(verdicts()).toEqual(['accepted', 'accepted', 'age']);
});

test('what droite writes herself is no prey', async () => {
  const { bench, trial } = await begin();
  await bench.peers.droite.session.value?.send('à moi');
  await Promise.resolve();
  expect(bench.chair.operator.value?.seen.value).toHaveLength(1);
  expect(trial.captured()).toBeUndefined();
});

const reading = (verdict: Reading['verdict'], now: number, remembers = false): Reading => ({
  verdict,
  now,
  text: verdict === 'accepted' ? 'OK' : undefined,
  remembers,
});

test('copies count within the window alone', () => {
  const all = [0, 10, 30, 31].map((now) => reading('accepted', now));
  expect(isRepeated(all, 2, 30)).toBe(true);
  expect(isRepeated(all, 3, 30)).toBe(false);
});

test('only a memory that knew the token can lose it', () => {
  expect(isForgetful([reading('accepted', 0, true), reading('unseen', 1, true)])).toBe(false);
  expect(isForgetful([reading('unseen', 1, true), reading('accepted', 2, false)])).toBe(false);
  expect(isForgetful([reading('unseen', 1, true), reading('accepted', 2, true)])).toBe(true);
});

test('what came to the same in a row is one run', () => {
  const readings = [reading('accepted', 5), reading('accepted', 7), reading('unseen', 9, true)];
  expect(runsOf(readings)).toEqual([
    { count: 2, verdict: 'accepted', first: 5, last: 7 },
    { count: 1, verdict: 'unseen', first: 9, last: 9 },
  ]);
});

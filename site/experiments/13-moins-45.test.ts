// Question 13: bets, dated tokens, both edges, and a belief put to the test.
import { expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { BET_DATES, DatingTrial } from './13-moins-45.ts';
import { edgesOf, isSharp } from './edges.ts';

async function begin() {
  const { bench, settle } = await startBench({ stage: 'fernet-ttl' });
  const trial = new DatingTrial(bench);
  const done = () => trial.goals.value.map((goal) => goal.done);
  const send = async (...dates: readonly number[]) => {
    for (const date of dates) {
      trial.date.value = date;
      await trial.sendDated('un jeton daté');
    }
  };
  return { bench, trial, done, send, settle };
}

test('the edges are where a try on either side of them says so: −30 and −31, +60 and +61', async () => {
  const { bench, trial, done, send } = await begin();
  await send(-45, 0, 120);
  expect(trial.edges.value).toEqual({
    past: { accepted: 0, refused: -45 },
    future: { accepted: 0, refused: 120 },
  });
  await send(-31, -30);
  expect(done()).toEqual([true, false, false]);
  await send(60);
  expect(done()).toEqual([true, false, false]);
  await send(61);
  expect(done()).toEqual([true, true, false]);
  expect(trial.edges.value).toEqual({
    past: { accepted: -30, refused: -31 },
    future: { accepted: 60, refused: 61 },
  });
  expect(bench.peers.gauche.offset.value).toBe(0);
  expect(bench.timeline.value).toHaveLength(7);
});

test('−45 s is refused and now is accepted, under one TTL; a TTL of −15 s would refuse both', async () => {
  const { trial, done } = await begin();
  await trial.sendBoth('avant', 'maintenant');
  expect(trial.contrast.value).toEqual({
    late: 'age',
    now: 'accepted',
    ttl: [30, 30],
    believed: { late: 'age', now: 'age' },
  });
  expect(done()).toEqual([false, false, true]);
});

test('what the reader has left on the bench disturbs nothing', async () => {
  const { bench, trial, send, settle } = await begin();
  bench.peers.droite.offset.value = 50;
  bench.peers.droite.ttl.value = 120;
  bench.peers.droite.password.value = 'another';
  bench.latency.value = 20;
  bench.places.operate();
  await settle();
  bench.chair.operator.value?.setRule({ act: 'hold' });
  await settle();
  await send(0);
  await send(-31);
  expect([...trial.tries.value]).toEqual([
    [0, 'accepted'],
    [-31, 'age'],
  ]);
});

test('bets stand once all are made, and are counted against what came', async () => {
  const { trial, send } = await begin();
  trial.bet(0, 'refused');
  trial.place();
  expect(trial.placed.value).toBe(false);
  for (const date of BET_DATES) trial.bet(date, 'refused');
  trial.place();
  expect(trial.placed.value).toBe(true);
  trial.bet(0, 'accepted');
  expect(trial.bets.value.get(0)).toBe('refused');
  await send(0, 90, 17);
  expect(trial.score()).toEqual({ right: 1, tested: 2 });
});

test('edges of tries that say nothing yet', () => {
  expect(edgesOf(new Map([[-45, 'age']]))).toEqual({ past: undefined, future: undefined });
  expect(isSharp(undefined)).toBe(false);
  expect(isSharp(edgesOf(new Map([[0, 'accepted']])).past)).toBe(false);
  // Refused for another reason: it says nothing of dates.
  expect(edgesOf(new Map([[-1, 'hmac'] as const, [0, 'accepted'] as const])).past?.refused).toBeUndefined();
});

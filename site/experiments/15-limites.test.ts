// Question 15: the map says what the stage says, and its promise is kept on the bench.
import { afterEach, describe, expect, test } from 'vitest';
import { acceptedSpan } from '#lab/attacks/clock-skew.ts';
import { startBench } from '../../test/start-bench.ts';
import { LimitsTrial } from './15-limites.ts';
import { MAX_SKEW_SECONDS, SkewMap } from './skew-map.ts';
import { blocksOf, zoneAt } from './zones.ts';

const ends: { end(): void }[] = [];
afterEach(() => {
  for (const one of ends.splice(0)) one.end();
});

async function begin() {
  const { bench, settle, say } = await startBench({ stage: 'fernet-ttl' });
  const trial = new LimitsTrial(bench);
  ends.push(trial);
  const done = () => trial.goals.value.map((goal) => goal.done);
  const write = async (sender: 'gauche' | 'droite') => {
    trial.sender.value = sender;
    await trial.write('tu me reçois ?');
  };
  const replay = async (after: number) => {
    trial.replayAfter.value = after;
    await trial.replay();
  };
  const last = () => trial.annals.entries.value.at(-1);
  return { bench, trial, done, write, replay, last, settle, say };
}

describe('on the bench', () => {
  test('gauche, 45 s behind, is refused; a message of droite passes for 75 s', async () => {
    const { bench, trial, done, write, replay, last } = await begin();
    bench.peers.gauche.offset.value = -45;
    expect(trial.outlooks.gauche.value).toEqual({ onArrival: 'expired', span: undefined });
    expect(trial.outlooks.droite.value).toEqual({ onArrival: 'accepted', span: { first: 0, last: 75 } });
    await write('gauche');
    expect(done()).toEqual([true, false, false]);
    await write('droite');
    await replay(60);
    expect(last()).toMatchObject({ verdict: 'accepted', isCopy: true, elapsed: 60 });
    expect(done()).toEqual([true, false, false]);
    await replay(75);
    expect(last()).toMatchObject({ verdict: 'accepted', elapsed: 75 });
    expect(done()).toEqual([true, true, true]);
    await replay(76);
    expect(last()).toMatchObject({ verdict: 'age', elapsed: 76 });
  });

  test('both, but not under one setting, is not what was asked', async () => {
    const { bench, done, write, replay } = await begin();
    bench.peers.gauche.offset.value = -40;
    await write('gauche');
    bench.peers.gauche.offset.value = -50;
    await write('droite');
    await replay(70);
    expect(done()).toEqual([true, true, false]);
  });

  test('a clock that is moved between a message and its copy proves nothing', async () => {
    const { bench, done, write, replay, last } = await begin();
    bench.peers.gauche.offset.value = -45;
    await write('gauche');
    bench.peers.gauche.offset.value = 0;
    await write('droite');
    bench.peers.gauche.offset.value = -45;
    await replay(65);
    expect(last()).toMatchObject({ verdict: 'accepted', setting: undefined });
    expect(done()[2]).toBe(false);
  });

  test('the network’s delay counts, and is not waited for', async () => {
    const { bench, trial, done, write, replay, last } = await begin();
    bench.latency.value = 31;
    expect(trial.outlooks.gauche.value.onArrival).toBe('expired');
    await write('gauche');
    expect(last()).toMatchObject({ verdict: 'age', elapsed: 31, isCopy: false });
    expect(done()).toEqual([true, false, false]);
    bench.latency.value = 10;
    await write('droite');
    await replay(15); // too soon for the network: it came after 10 s, and a copy takes as long again
    expect(last()).toMatchObject({ verdict: 'accepted', elapsed: 20, isCopy: true });
    await replay(30);
    expect(last()).toMatchObject({ verdict: 'accepted', elapsed: 30 });
    await replay(41);
    expect(last()).toMatchObject({ verdict: 'age', elapsed: 41 });
  });

  test('what was said before says nothing; what is said by hand counts', async () => {
    const { bench, settle, say } = await startBench({ stage: 'fernet-ttl' });
    bench.peers.gauche.offset.value = -45;
    await say('gauche', 'avant');
    const trial = new LimitsTrial(bench);
    ends.push(trial);
    expect(trial.annals.entries.value).toEqual([]);
    await say('gauche', 'par la fenêtre');
    await settle();
    expect(trial.goals.value[0]?.done).toBe(true);
  });
});

describe('the map', () => {
  async function drawn(map: SkewMap): Promise<void> {
    while (!map.isWhole()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  test('is what the stage answers, for each second of skew, rough at first', async () => {
    const map = new SkewMap();
    ends.push(map);
    map.draw(30);
    expect(map.isWhole()).toBe(false);
    await drawn(map);
    for (const skew of [-120, -31, -30, 0, 45, 60, 61, 120])
      expect(map.columns.value.get(skew)).toEqual(acceptedSpan(skew, 30));
    expect(map.columns.value.size).toBe(2 * MAX_SKEW_SECONDS + 1);
    map.draw(5);
    expect(map.isWhole()).toBe(false);
    map.draw(30);
    expect(map.isWhole()).toBe(true); // it is not asked twice
  });

  test.each([
    { skew: 0, elapsed: 0, latency: 0, zone: 'accepted' },
    { skew: 0, elapsed: 1, latency: 0, zone: 'replayable' },
    { skew: 0, elapsed: 30, latency: 0, zone: 'replayable' },
    { skew: 0, elapsed: 31, latency: 0, zone: 'expired' },
    { skew: 0, elapsed: 10, latency: 10, zone: 'accepted' },
    { skew: -31, elapsed: 0, latency: 0, zone: 'expired' },
    { skew: 60, elapsed: 90, latency: 0, zone: 'replayable' },
    { skew: 70, elapsed: 9, latency: 0, zone: 'future' },
    { skew: 70, elapsed: 10, latency: 0, zone: 'replayable' },
  ])('$skew s ahead, $elapsed s after the sending, $latency s of network: $zone', (place) => {
    expect(zoneAt(acceptedSpan(place.skew, 30), place.elapsed, place.latency)).toBe(place.zone);
  });

  test('in blocks is the same map, without a gap', () => {
    const columns = new Map([-120, -45, 0, 70].map((skew) => [skew, acceptedSpan(skew, 30)] as const));
    const blocks = blocksOf(columns, 10);
    const at = (skew: number, elapsed: number) =>
      blocks.filter(
        ({ from, to, start, end }) => skew >= from && skew < to && elapsed >= start && elapsed < end,
      );
    for (const skew of [-120, -45, 0, 70, 120])
      for (let elapsed = 0; elapsed <= 180; elapsed++) {
        const column = [...columns.keys()].findLast((known) => known <= skew) ?? 0;
        expect(at(skew, elapsed).map(({ zone }) => zone)).toEqual([zoneAt(columns.get(column), elapsed, 10)]);
      }
  });
});

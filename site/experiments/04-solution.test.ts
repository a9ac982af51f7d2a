// Question 4: what each place reads, for every way to put locks and keys down that people think of.
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '#lab/bytes.ts';
import { seededRandom } from '../../test/random.ts';
import { startBench } from '../../test/start-bench.ts';
import { IDEAS, isAdmitted, SolutionTrial, TEXT } from './04-solution.ts';
import { holds } from './eyes.ts';
import { EMPTY, type Place, type Placement, sightsOf, type Thing, withToggled } from './placement.ts';

const random = seededRandom('placements');

const lay = (things: Partial<Record<Place, readonly Thing[]>>): Placement =>
  Object.entries(things).reduce<Placement>(
    (placement, [place, list]) =>
      // Object.entries forgets that the keys are places.
      list.reduce((before, thing) => withToggled(before, thing, place as Place), placement),
    EMPTY,
  );

const readersOf = (placement: Placement) =>
  sightsOf(placement, TEXT, random)
    .filter(({ reads }) => reads)
    .map(({ place }) => place);

const ENDS = { gauche: ['seal', 'key'], droite: ['open', 'key'] } as const;

describe('who reads', () => {
  test.each([
    ['nothing anywhere', {}, ['gauche', 'link1', 'server', 'link2', 'droite']],
    ['sealed by gauche, opened by droite', ENDS, ['gauche', 'droite']],
    ['a copy of the key at the server', { ...ENDS, server: ['key'] }, ['gauche', 'server', 'droite']],
    ['the key sent over the first link', { ...ENDS, link1: ['key'] }, ['gauche', 'link1', 'droite']],
    ['no key for droite', { ...ENDS, droite: ['open'] }, ['gauche']],
    ['no key for gauche', { ...ENDS, gauche: ['seal'] }, ['gauche', 'link1', 'server', 'link2', 'droite']],
    [
      'sealed by the server, before it writes',
      { server: ['seal', 'key'], droite: ['open', 'key'] },
      ['gauche', 'link1', 'server', 'droite'],
    ],
    [
      'sealed twice, opened twice',
      { ...ENDS, server: ['seal', 'open', 'key'] },
      ['gauche', 'server', 'droite'],
    ],
  ] as const)('with %s', (_, things, readers) => {
    expect(readersOf(lay(things))).toEqual(readers);
  });

  test('each lock put upon another needs an opening of its own', () => {
    const twice = lay({ gauche: ['seal', 'key'], link1: ['seal', 'key'], droite: ['open', 'key'] });
    const droite = sightsOf(twice, TEXT, random).at(-1);
    expect(droite?.reads).toBe(true); // with the key it could
    expect(holds(droite?.opened, TEXT)).toBe(false); // its program opens once
    const opened = withToggled(twice, 'open', 'link2');
    const last = sightsOf(withToggled(opened, 'key', 'link2'), TEXT, random).at(-1);
    expect(fromUtf8(last?.opened ?? utf8(''))).toBe(TEXT);
  });

  test('what cannot be done is said', () => {
    const troubles = (placement: Placement) =>
      sightsOf(placement, TEXT, random).flatMap(({ trouble }) => (trouble ? [trouble] : []));
    expect(troubles(lay({ gauche: ['seal'] }))).toEqual(['no key to seal']);
    expect(troubles(lay({ ...ENDS, droite: ['open'] }))).toEqual(['no key to open']);
    expect(troubles(lay({ server: ['open', 'key'] }))).toEqual(['nothing to open']);
    expect(troubles(lay(ENDS))).toEqual([]);
  });

  test('what crosses the links is a fresh ciphertext each time', () => {
    const onLink = () => fromUtf8(sightsOf(lay(ENDS), TEXT, random)[1]?.arrived ?? utf8(''));
    expect(onLink()).not.toBe(onLink());
    expect(onLink()).toMatch(/^\[\{"data":"/);
  });
});

describe('the goals', () => {
  const startTrial = async () => {
    const started = await startBench();
    const trial = new SolutionTrial(started.bench);
    const done = () => trial.goals.value.filter(({ done }) => done).map(({ name }) => name);
    return { ...started, trial, done };
  };

  test('are an idea that keeps strangers out, one that keeps the links closed, and the one that is enough', async () => {
    const { trial, done } = await startTrial();
    expect(trial.stranger()).toMatchObject({ admitted: true, reads: true });
    expect(done()).toEqual([]);
    trial.lay(IDEAS.door);
    expect(trial.stranger()).toMatchObject({ admitted: false, reads: false });
    expect(trial.at('server').reads).toBe(true);
    expect(done()).toEqual(['door']);
    trial.lay(IDEAS.links);
    expect(trial.isShown()).toBe(true);
    expect(done()).toEqual(['door', 'links']);
    trial.remove('open', 'server');
    expect(done()).toEqual(['door', 'links']); // sealed twice, and with a key at the server
    for (const thing of ['seal', 'key'] as const) trial.remove(thing, 'server');
    expect(done()).toEqual(['door', 'links', 'ends']);
  });

  test('are not reached by sealing what droite cannot open', async () => {
    const { trial, done } = await startTrial();
    trial.lay(lay({ gauche: ['seal', 'key'] }));
    expect(done()).toEqual([]);
    trial.lay(lay({ gauche: ['seal', 'key'], droite: ['key'] }));
    expect(done()).toEqual([]); // droite has the key, and a program that opens nothing
    trial.lay(lay({ ...ENDS, link2: ['key'] }));
    expect(done()).toEqual([]); // whoever listens there opens it too
  });

  test('can be reached by hand: pick, put, pick and put again, move, take away', async () => {
    const { trial, done } = await startTrial();
    trial.pick('key');
    trial.put('gauche');
    expect(trial.picked.value).toBeUndefined(); // a copy that was put down is in hand no more
    expect(trial.fits('server')).toBe(false);
    trial.pick('key');
    expect(trial.fits('gauche')).toBe(false);
    trial.put('server');
    trial.pick('key', 'server');
    trial.put('droite'); // a thing that was taken from a place moves
    expect(trial.picked.value).toBeUndefined();
    trial.pick('door');
    expect(trial.fits('gauche')).toBe(false);
    trial.pick('seal');
    trial.put('gauche');
    trial.pick('open');
    trial.pick('open'); // laid back
    expect(trial.picked.value).toBeUndefined();
    trial.pick('open');
    trial.put('droite');
    expect(done()).toEqual(['ends']);
    trial.remove('key', 'droite');
    expect(trial.isShown()).toBe(false);
  });

  test('can be repeated on the bench', async () => {
    const { bench, trial, settle } = await startTrial();
    await trial.sendOnBench();
    await settle();
    expect(bench.stage.value).toBe('hazmat');
    expect(bench.timeline.value[0]?.receipts[0]?.text).toBe(TEXT);
  });
});

test('the door lets in who knows its password', () => {
  expect([isAdmitted('sésame'), isAdmitted('azerty'), isAdmitted('')]).toEqual([true, false, false]);
});

// Question 6 without a screen: a frozen counter block gives two messages away, nothing says so, and a fresh one mends it.
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { startBench } from '../../test/start-bench.ts';
import { PROPOSALS, PrimitivesTrial } from './06-primitives.ts';
import { alarmsOf } from './message-pair.ts';

async function begin(which = 0) {
  const started = await startBench({ page: 'question 6', stage: 'hazmat', text: 'brouillon' });
  const trial = new PrimitivesTrial(started.bench, which);
  const sendTwo = async () => {
    await trial.sendTwo();
    await started.settle();
  };
  const done = () => trial.goals.value.filter((goal) => goal.done).map(({ name }) => name);
  /** Lays a crib, and says that it stands there. */
  const claim = (crib: string, offset: number) => {
    trial.crib.value = crib;
    trial.place(offset);
    trial.claim();
    return trial.verdict();
  };
  return { ...started, trial, sendTwo, done, claim };
}

const offsetIn = (text: string, crib: string) => utf8(text.slice(0, text.indexOf(crib))).length;

describe.each(PROPOSALS.map((proposal, i) => [proposal.hint, i, proposal] as const))(
  'with « %s » (%i)',
  (hint, which, { texts }) => {
    test('under a frozen counter block, the guessed word tells a piece of the other message', async () => {
      const { trial, sendTwo, done, claim } = await begin(which);
      trial.freeze(true);
      await sendTwo();
      expect(trial.pair.value?.isSameBlock).toBe(true);
      const at = offsetIn(texts[0], hint);
      expect(claim(hint, at)).toBe('right');
      const piece = trial.finds.value[0]?.piece ?? '';
      expect(piece.length).toBeGreaterThan(4);
      expect(texts[1]).toContain(piece);
      expect(done()).toEqual(['piece']);
      expect(trial.likelyFits().map(({ offset }) => offset)).toContain(at);
    });

    test('under fresh ones, the same two texts give nothing', async () => {
      const { trial, sendTwo, done, claim } = await begin(which);
      await sendTwo();
      expect(trial.pair.value?.isSameBlock).toBe(false);
      for (let offset = 0; offset < 48; offset++) expect(claim(hint, offset)).toBe('wrong');
      expect(done()).toEqual([]);
    });
  },
);

test('both goals are reached one after the other, and the second not before the first', async () => {
  const { trial, sendTwo, done, claim, bench } = await begin();
  await sendTwo();
  expect(done()).toEqual([]);
  trial.freeze(true);
  await sendTwo();
  expect(claim('demain', 12)).toBe('right');
  expect(done()).toEqual(['piece']);
  trial.freeze(false);
  await sendTwo();
  expect(done()).toEqual(['piece', 'contrast']);
  expect(bench.timeline.value.map(({ typed }) => typed)).toEqual(Array(3).fill(PROPOSALS[0].texts).flat());
  expect(bench.peers.gauche.draft.value).toBe('brouillon');
});

describe('a claim', () => {
  test('is worth what was typed: a place next to the right one is wrong, and too short a piece is short', async () => {
    const { trial, sendTwo, done, claim } = await begin();
    trial.freeze(true);
    await sendTwo();
    expect(claim('demain', 11)).toBe('wrong');
    expect(claim('main', 14)).toBe('short');
    expect(claim('Demain', 12)).toBe('wrong');
    expect(done()).toEqual([]);
    // The XOR does not say which of the two holds it: the reader may as well guess from the other side.
    expect(claim('a porte', 12)).toBe('right');
    expect(trial.finds.value).toEqual([{ ordinal: 13, crib: 'a porte', piece: 'demain ' }]);
  });
  test('says nothing any more once the crib has moved', async () => {
    const { trial, sendTwo, claim } = await begin();
    trial.freeze(true);
    await sendTwo();
    expect(claim('demain', 12)).toBe('right');
    trial.place(13);
    expect(trial.verdict()).toBeUndefined();
  });
});

test('the reader’s own two messages count as well, those before the trial do not', async () => {
  const started = await startBench({ stage: 'hazmat' });
  started.bench.peers.gauche.frozen.value = true;
  await started.say('gauche', 'avant');
  await started.say('gauche', 'encore avant');
  const trial = new PrimitivesTrial(started.bench, 0);
  expect(trial.pair.value).toBeUndefined();
  await started.say('gauche', 'bonjour à vous');
  await started.say('droite', 'pas de gauche');
  expect(trial.pair.value).toBeUndefined();
  await started.say('gauche', 'bonsoir à tous');
  expect(trial.pair.value?.messages.map(({ typed }) => typed)).toEqual(['bonjour à vous', 'bonsoir à tous']);
});

test('nobody notices: all checks pass, droite reads what gauche wrote, the log is calm', async () => {
  const { trial, sendTwo, bench } = await begin();
  trial.freeze(true);
  await sendTwo();
  const pair = trial.pair.value;
  if (!pair) throw new Error('no pair');
  const quiet = {
    checks: { passed: 6, failed: 0 },
    reads: { all: 2, faithful: 2 },
    lines: { all: 4, warnings: 0 },
  };
  expect(alarmsOf(pair, bench.log.value)).toEqual(quiet);
  bench.peers.droite.password.value = 'autre';
  trial.freeze(false);
  await sendTwo();
  const other = trial.pair.value;
  expect(other && alarmsOf(other, bench.log.value).reads).toEqual({ all: 2, faithful: 0 });
});

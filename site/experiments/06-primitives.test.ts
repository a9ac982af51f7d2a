// Question 6 without a screen: a frozen counter block gives two messages away, nothing says so, and a fresh one mends it.
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { seededRandom } from '../../test/random.ts';
import { startBench } from '../../test/start-bench.ts';
import { type Lang, langs } from '../i18n/langs.ts';
import { PrimitivesTrial } from './06-primitives.ts';
import { alarmsOf } from './message-pair.ts';

async function begin(seed = 'secret', lang: Lang = 'fr') {
  const started = await startBench({ page: 'question 6', stage: 'hazmat', text: 'brouillon' });
  const trial = new PrimitivesTrial(started.bench, lang, seededRandom(seed));
  const { texts, hint } = trial.secret;
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
  return { ...started, trial, texts, hint, at: offsetIn(texts[0], hint), sendTwo, done, claim };
}

const offsetIn = (text: string, crib: string) => utf8(text.slice(0, text.indexOf(crib))).length;

const SEEDS = Array.from({ length: 30 }, (_, i) => `pair ${i}`);

test('no two trials say the same', async () => {
  const all = SEEDS.map(async (seed) => (await begin(seed)).texts[1]);
  expect(new Set(await Promise.all(all)).size).toBe(SEEDS.length);
});

test.each(langs.flatMap((lang) => SEEDS.map((seed) => ({ lang, seed }))))(
  'under a frozen counter block, the guessed words tell some of the secret ones ($seed, $lang)',
  async ({ lang, seed }) => {
    const { trial, texts, hint, at, sendTwo, done, claim } = await begin(seed, lang);
    trial.freeze(true);
    await sendTwo();
    expect(trial.pair.value?.isSameBlock).toBe(true);
    expect(claim(hint, at)).toBe('right');
    const piece = trial.finds.value[0]?.piece ?? '';
    expect(texts[1].slice(20)).toContain(piece.trimStart()); // beyond the beginning, which anybody could know
    expect(done()).toEqual(['piece']);
    expect(trial.likelyFits().map(({ offset }) => offset)).toContain(at);
  },
);

test('under fresh ones, the same two texts give nothing', async () => {
  const { trial, hint, sendTwo, done, claim } = await begin();
  await sendTwo();
  expect(trial.pair.value?.isSameBlock).toBe(false);
  for (let offset = 0; offset < 48; offset++) expect(claim(hint, offset)).toBe('wrong');
  expect(done()).toEqual([]);
});

test('both goals are reached one after the other, and the second not before the first', async () => {
  const { trial, texts, hint, at, sendTwo, done, claim, bench, say } = await begin();
  await sendTwo();
  expect(done()).toEqual([]);
  trial.freeze(true);
  await sendTwo();
  expect(claim(hint, at)).toBe('right');
  expect(done()).toEqual(['piece']);
  trial.freeze(false);
  bench.peers.gauche.draft.value = 'brouillon';
  await sendTwo();
  expect(done()).toEqual(['piece', 'contrast']);
  expect(bench.timeline.value.map(({ typed }) => typed)).toEqual(Array(3).fill(texts).flat());
  expect(bench.peers.gauche.draft.value).toBe('brouillon');
  await say('gauche', 'encore un');
  expect(trial.isSecret()).toBe(false);
});

test('what the sender says stands nowhere on the page before it was found and sent again, or the trial is over', async () => {
  const { trial, hint, at, sendTwo, claim, bench } = await begin();
  const drafts: string[] = [];
  const stop = bench.peers.gauche.draft.subscribe((draft) => drafts.push(draft));
  const hidden = () =>
    bench.timeline.value.map((message) => bench.veil.hides(message, message.receipts[0]?.text));
  trial.freeze(true);
  await sendTwo();
  expect(hidden()).toEqual([true, true]);
  claim(hint, at);
  expect(hidden()).toEqual([true, true]);
  expect(drafts).toEqual(['brouillon']);
  await sendTwo();
  expect(hidden()).toEqual([false, false, false, false]);
  stop();

  const other = await begin('other');
  await other.sendTwo();
  expect(other.bench.veil.hides({ ...message(other.bench), receipts: [] })).toBe(true);
  other.trial.end();
  expect(other.bench.veil.hides(message(other.bench))).toBe(false);
});

function message(bench: PrimitivesTrial['bench']) {
  const [first] = bench.timeline.value;
  if (!first) throw new Error('no message');
  return first;
}

describe('a claim', () => {
  test('is worth what was typed: a place next to the right one is wrong, and too short a piece is short', async () => {
    const { trial, texts, hint, at, sendTwo, done, claim } = await begin();
    trial.freeze(true);
    await sendTwo();
    expect(claim(hint, at - 1)).toBe('wrong');
    expect(claim(hint.slice(0, 4), at)).toBe('short');
    expect(claim(hint.toUpperCase(), at)).toBe('wrong');
    expect(done()).toEqual([]);
    // The XOR does not say which of the two holds it: the reader may as well guess from the other side.
    const crib = texts[1].slice(at, at + hint.length);
    expect(claim(crib, at)).toBe('right');
    expect(trial.finds.value).toEqual([{ ordinal: at + 1, crib, piece: hint }]);
  });

  test('says nothing any more once the crib has moved', async () => {
    const { trial, hint, at, sendTwo, claim } = await begin();
    trial.freeze(true);
    await sendTwo();
    expect(claim(hint, at)).toBe('right');
    trial.place(at + 1);
    expect(trial.verdict()).toBeUndefined();
  });

  test('that tells what the reader wrote himself is known already', async () => {
    const { trial, texts, done, claim, say, bench } = await begin();
    trial.freeze(true);
    await say('gauche', 'bonjour à vous');
    await say('gauche', 'bonsoir à tous');
    expect(trial.pair.value?.messages.map(({ typed }) => typed)).toEqual([
      'bonjour à vous',
      'bonsoir à tous',
    ]);
    expect(claim('bonjour', 0)).toBe('known');
    expect(done()).toEqual([]);

    // Beside one that he wrote, a hidden one is still unknown; but guessing it tells nothing of what is.
    bench.veil.draw(texts);
    await say('gauche', texts[1]);
    const [own, secret] = ['bonsoir', texts[1].slice(0, 7)];
    expect(claim(secret, 0)).toBe('known');
    expect(done()).toEqual([]);
    expect(claim(own, 0)).toBe('right');
  });

  test('counts those of the sender alone, and none from before the trial', async () => {
    const started = await startBench({ stage: 'hazmat' });
    await started.say('gauche', 'avant');
    await started.say('gauche', 'encore avant');
    const trial = new PrimitivesTrial(started.bench, 'fr');
    expect(trial.pair.value).toBeUndefined();
    await started.say('gauche', 'bonjour à vous');
    await started.say('droite', 'pas de gauche');
    expect(trial.pair.value).toBeUndefined();
  });
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

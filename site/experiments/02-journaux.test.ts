// Question 2 on a real bench: a phrase looked for in three logs, in clear and at the stages that hide it.
import { describe, expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { JournauxTrial, LOGS } from './02-journaux.ts';
import { lengthsOf, piecesOf } from './searching.ts';

const PHRASE = 'mon secret (à moi) : 4721';

async function startTrial(parts: Parameters<typeof startBench>[0] = {}) {
  const started = await startBench(parts);
  const trial = new JournauxTrial(started.bench);
  const lookFor = async (phrase: string) => {
    trial.phrase.value = phrase;
    await trial.send();
    await started.settle();
    trial.look();
    return trial.search();
  };
  const done = () => trial.goals.value.filter(({ done }) => done).map(({ name }) => name);
  return { ...started, trial, lookFor, done };
}

describe('a phrase sent in clear', () => {
  test('stands in the server’s log and in the reader’s, and not in the sender’s own', async () => {
    const { lookFor, done } = await startTrial();
    const search = await lookFor(PHRASE);
    expect(LOGS.map((log) => search?.found[log]?.content)).toEqual([1, 0, 1]);
    expect(search?.found.serveur?.lines.map(({ text }) => text)).toEqual([
      `INFO:ChatServer:gauche send message : ${PHRASE}`,
      'INFO:ChatServer:message send to droite',
    ]);
    expect(search?.found.serveur?.metadata).toBe(2);
    expect(done()).toEqual(['clear']);
  });

  test('is found each time that it was said, with what was said before told apart', async () => {
    const { lookFor, say } = await startTrial();
    await say('droite', PHRASE);
    const search = await lookFor(`${PHRASE} ${PHRASE}`);
    expect(search?.found.serveur).toMatchObject({ content: 1, elsewhere: 0 });
    const again = await lookFor(PHRASE);
    expect(again?.found.serveur).toMatchObject({ content: 1, elsewhere: 3 });
    expect(again?.found.gauche).toMatchObject({ content: 0, elsewhere: 1 }); // gauche received it once
  });

  test('is found in a log that had to escape a part of it', async () => {
    const { lookFor } = await startTrial();
    const search = await lookFor('deux\nlignes');
    expect(search?.found.serveur?.content).toBe(1);
  });

  test('is no goal where the relay has handed it back to its sender, whose log has it then', async () => {
    const { bench, settle, lookFor, done } = await startTrial();
    bench.places.operate();
    await settle();
    bench.chair.operator.value?.setRule({ act: 'reflect' });
    await settle();
    const search = await lookFor(PHRASE);
    expect(search?.found.gauche?.content).toBe(1);
    expect(done()).toEqual([]);
  });

  test('is looked for only once the server has written of it', async () => {
    const { bench, trial, settle } = await startTrial();
    trial.phrase.value = PHRASE;
    const sending = trial.send();
    expect(trial.isWritten()).toBe(false);
    await sending;
    await settle();
    expect(trial.isWritten()).toBe(true);
    expect(trial.isToPredict()).toBe(true);
    expect(bench.timeline.value).toHaveLength(1);
  });
});

describe('the same phrase at another stage', () => {
  test.each(['hazmat', 'fernet', 'fernet-ttl', 'aead'] as const)(
    '(%s) stands in no log, but who wrote to whom still does',
    async (stage) => {
      const { bench, trial, lookFor, done } = await startTrial();
      await lookFor(PHRASE);
      bench.setStage(stage);
      const search = await lookFor(PHRASE);
      expect(LOGS.map((log) => search?.found[log]?.content)).toEqual([0, 0, 0]);
      expect(search?.found.serveur?.metadata).toBe(2);
      expect(search?.found.serveur?.elsewhere).toBe(1); // the line of before has not gone
      expect(done()).toEqual(['clear', 'other']);
      expect(trial.pinned.value.map((one) => one.stage)).toEqual(['plaintext', stage]);
      const { least, most } = search?.lengths ?? { least: 0, most: 0 };
      const size = new TextEncoder().encode(PHRASE).length;
      expect(least).toBeLessThanOrEqual(size);
      expect(most).toBeGreaterThanOrEqual(size);
      expect(most - least).toBe(stage === 'aead' ? 0 : 15);
    },
  );

  test('that every payload holds anyway proves nothing', async () => {
    const { lookFor, done } = await startTrial({ stage: 'fernet' });
    const search = await lookFor('encoding');
    expect(search?.found.serveur?.content).toBe(1);
    expect(done()).toEqual([]);
  });

  test('sent only there is half of the goal', async () => {
    const { lookFor, done } = await startTrial({ stage: 'fernet' });
    await lookFor(PHRASE);
    expect(done()).toEqual(['other']);
  });

  test.each([1, 15, 16, 31, 32])('gives the length of %i bytes away to within a block', async (length) => {
    const { bench, say } = await startBench({ stage: 'hazmat' });
    await say('gauche', 'x'.repeat(length));
    const [message] = bench.timeline.value;
    if (!message) throw new Error('nothing was sent');
    const { least, most } = lengthsOf(message);
    expect([least <= length, most >= length]).toEqual([true, true]);
  });
});

test('where droite is on another page, its log is not judged, and the rest is', async () => {
  const { bench, lookFor, done } = await startTrial();
  bench.peers.droite.session.value = undefined;
  const search = await lookFor(PHRASE);
  expect(search?.found.droite).toBeUndefined();
  expect(done()).toEqual(['clear']);
});

test('a name in a message is content, and no metadata', () => {
  const line = { text: 'INFO:ChatServer:gauche send message : dis-le à gauche', quotesFrom: 38 };
  expect(piecesOf(line, 'dis-le').filter(({ kind }) => kind)).toEqual([
    { text: 'gauche', kind: 'metadata' },
    { text: 'dis-le', kind: 'content' },
  ]);
});

// Question 1 on a real bench: the drawing against the way, the cut, and the relay that forgets in silence.
import { describe, expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { TopologieTrial } from './01-topologie.ts';
import { ARROWS, type ArrowName, compare } from './hops.ts';

async function startTrial() {
  const started = await startBench();
  const trial = new TopologieTrial(started.bench);
  const draw = (...names: readonly ArrowName[]) => {
    for (const { name } of ARROWS)
      if (trial.drawn.value.has(name) !== names.includes(name)) trial.toggle(name);
  };
  const send = async () => {
    await trial.send();
    await started.settle();
  };
  const done = () => trial.goals.value.filter(({ done }) => done).map(({ name }) => name);
  return { ...started, trial, draw, send, done };
}

describe('the drawing', () => {
  test('of two hops by the server is the way that the log tells of', async () => {
    const { trial, draw, send, done } = await startTrial();
    draw('gauche-serveur', 'serveur-droite');
    await send();
    expect(trial.hops().map(({ name, line }) => `${name} ${line}`)).toEqual([
      'gauche-serveur INFO:ChatServer:gauche send message : bonjour',
      'serveur-droite INFO:ChatServer:message send to droite',
    ]);
    expect(done()).toEqual(['drawn']);
  });

  test.each([
    ['a direct arrow', ['gauche-droite'], ['gauche-droite'], ['gauche-serveur', 'serveur-droite']],
    ['one hop too few', ['gauche-serveur'], [], ['serveur-droite']],
    ['the way back too', ['gauche-serveur', 'serveur-droite', 'serveur-gauche'], ['serveur-gauche'], []],
  ] as const)('of %s is told apart from it', async (_, names, extra, missing) => {
    const { trial, draw, send, done } = await startTrial();
    draw(...names);
    await send();
    const { verdict } = trial;
    const arrows = verdict.call(trial);
    expect(arrows?.extra.map(({ name }) => name)).toEqual(extra);
    expect(arrows?.missing.map(({ name }) => name)).toEqual(missing);
    expect(done()).toEqual([]);
  });

  test('is not judged before the message has come through', async () => {
    const { trial, draw, bench, settle, send, done } = await startTrial();
    trial.forget();
    await settle();
    draw('gauche-serveur', 'serveur-droite');
    await send();
    expect(done()).toEqual(['drawn']);
    bench.peers.gauche.draft.value = '';
    await send(); // every other one is dropped: this one never leaves the server
    expect(trial.hops().map(({ name }) => name)).toEqual(['gauche-serveur']);
    expect(trial.verdict()).toBeUndefined();
  });

  test('that is changed after the sending asks for another one', async () => {
    const { trial, draw, send } = await startTrial();
    draw('gauche-droite');
    await send();
    expect(trial.hasSent()).toBe(true);
    draw('gauche-serveur', 'serveur-droite');
    expect(trial.verdict()).toBeUndefined();
    expect(trial.hasSent()).toBe(true);
  });

  test('with all arrows has four too many', () => {
    const taken = ARROWS.filter(({ name }) => name === 'gauche-serveur' || name === 'serveur-droite');
    expect(compare(new Set(ARROWS.map(({ name }) => name)), taken).extra).toHaveLength(4);
  });
});

test('a message sent while the server is cut off stays in its window, and is the goal', async () => {
  const { bench, trial, settle, done } = await startTrial();
  bench.peers.gauche.draft.value = '';
  await trial.tryInVain();
  await settle();
  expect(done()).toEqual([]); // it has passed
  bench.cable.cut();
  expect(done()).toEqual([]);
  await trial.tryInVain();
  expect(trial.kept()).toBe('tu m’entends ?');
  expect(done()).toEqual(['cut']);
  bench.cable.mend();
  await settle();
  expect(trial.kept()).toBeUndefined();
  expect(done()).toEqual(['cut']);
});

describe('the relay that forgets', () => {
  test('every other message, and nobody is told', async () => {
    const { trial, settle, done } = await startTrial();
    trial.forget();
    await settle();
    await trial.sendFour();
    await settle();
    expect(trial.lastFour().map(({ outcome }) => outcome)).toEqual([
      'arrived',
      'dropped',
      'arrived',
      'dropped',
    ]);
    expect(done()).toEqual(['lost']);
  });

  test('is not recognised in an honest one, nor where droite is told of a refusal', async () => {
    const { bench, trial, settle, done } = await startTrial();
    await trial.sendFour();
    await settle();
    expect(done()).toEqual([]);
    bench.setStage('fernet');
    bench.peers.droite.password.value = 'lune';
    trial.forget();
    await settle();
    await trial.sendFour();
    await settle();
    expect(trial.lastFour().map(({ outcome }) => outcome)).toEqual([
      'unknown',
      'dropped',
      'unknown',
      'dropped',
    ]);
    expect(done()).toEqual([]);
  });

  test('is not recognised where a window says that something is missing', async () => {
    const { bench, trial, settle, done } = await startTrial();
    trial.forget();
    await settle();
    bench.peers.droite.notice.value = 'gap';
    await trial.sendFour();
    await settle();
    expect(done()).toEqual([]);
    bench.peers.droite.notice.value = undefined;
    expect(done()).toEqual(['lost']);
  });

  test('is recognised by the journal where the reader is on another page', async () => {
    const { bench, trial, settle, done } = await startTrial();
    const { droite } = bench.peers;
    const session = droite.session.value;
    droite.session.value = undefined; // as on a page that holds gauche alone; the session goes on elsewhere
    bench.timeline.value = [];
    trial.forget();
    await settle();
    await trial.sendFour();
    await settle();
    bench.timeline.value = bench.timeline.value.map((message) => ({ ...message, receipts: [] }));
    expect(trial.lastFour().map(({ outcome }) => outcome)).toEqual([
      'arrived',
      'dropped',
      'arrived',
      'dropped',
    ]);
    expect(done()).toEqual(['lost']);
    session?.leave();
  });

  test('is seen from the server’s chair alone, where a drawing is held against what others send', async () => {
    const { bench, trial, draw, settle, done } = await startTrial();
    const { gauche, droite } = bench.peers;
    const elsewhere = gauche.session.value;
    gauche.session.value = undefined;
    droite.session.value = undefined;
    trial.forget();
    await settle();
    for (const text of ['un', 'deux', 'trois', 'quatre']) await elsewhere?.send(text);
    await settle();
    // As in a page of the chair alone, which learns of a message what the relay has seen of it.
    bench.timeline.value = bench.timeline.value.map(({ typed, now, ...seen }) => ({ ...seen, receipts: [] }));
    expect(trial.lastFour().map(({ outcome }) => outcome)).toEqual([
      'arrived',
      'dropped',
      'arrived',
      'dropped',
    ]);
    expect(done()).toEqual(['lost']);
    draw('gauche-serveur', 'serveur-droite');
    await trial.send();
    expect(trial.verdict()).toBeUndefined(); // the last one was dropped: it never left the server
    await elsewhere?.send('cinq');
    await settle();
    await trial.send();
    expect(done()).toEqual(['drawn', 'lost']);
    expect(trial.goals.value).toHaveLength(2); // nothing is cut off from a page that holds nobody
  });
});

// A bench set by a link, and back: the conversation and the passwords are the reader's, and so is a shared room.
import { expect, test } from 'vitest';
import { startBench } from '../../test/start-bench.ts';
import { readState, type SharedState } from './state-link.ts';
import { applyState, asItStands, goBack, startAgainWith, stateOf } from './state-of-bench.ts';

function linked(words: string): SharedState {
  const state = readState(`#etat=1&stage=fernet-ttl&${words}`);
  if (!state) throw new Error(`not read: ${words}`);
  return state;
}

test('sets what the link says, and nothing of what was said or of the passwords', async () => {
  const { bench, say } = await startBench();
  await say('gauche', 'avant');
  bench.peers.gauche.password.value = 'secret';
  const state = linked('gauche=-45&gauche-texte=rdv+14h&droite-ttl=60&droite-memoire=1&latence=2&avance=30');
  expect(applyState(bench, state)).toBe(false);
  expect(stateOf(bench)).toEqual(state);
  expect(bench.peers.gauche.password.value).toBe('secret');
  expect(bench.timeline.value.map(({ typed }) => typed)).toEqual(['avant']);
});

test('sets the rule once the relay listens, and takes it back with the chair', async () => {
  const { bench, settle, say } = await startBench();
  const before = asItStands(bench);
  applyState(bench, linked('regle=drop&regle-messages=1'));
  await settle();
  expect(stateOf(bench).rule).toMatchObject({ act: 'drop', for: { messages: 1 } });
  await say('gauche', 'perdu');
  expect(bench.timeline.value[0]?.receipts).toEqual([]);
  goBack(bench, before);
  await settle();
  expect(bench.chair.operator.value).toBeUndefined();
  await say('gauche', 'reçu');
  expect(bench.timeline.value[1]?.receipts).toHaveLength(1);
});

test('goes back to what stood there, the reader’s own rule too', async () => {
  const { bench, settle } = await startBench();
  bench.places.operate();
  await settle();
  bench.chair.operator.value?.setRule({ act: 'hold' });
  bench.peers.droite.offset.value = 7;
  await settle();
  const before = asItStands(bench);
  applyState(bench, linked('droite=60'));
  await settle();
  expect(stateOf(bench)).toEqual(linked('droite=60'));
  goBack(bench, before);
  await settle();
  expect(stateOf(bench)).toEqual(before.state);
  expect(bench.chair.operator.value?.rule.value?.act).toBe('hold');
});

test('leaves the rule out where others write in the room', async () => {
  const { bench, settle } = await startBench(
    {},
    {
      relayFile: async () => ({ relay: '/relay' }),
      invitation: () => ({ room: 'shared', peer: 'gauche' }),
      socketUrl: () => 'ws://127.0.0.1:9/',
    },
  );
  expect(bench.places.isShared()).toBe(true);
  expect(applyState(bench, linked('gauche=5&regle=drop'))).toBe(true);
  await settle();
  expect(bench.chair.operator.value).toBeUndefined();
  expect(bench.peers.gauche.offset.value).toBe(5);
  bench.places.move({ kind: 'page' });
});

test('starts again where the reader agrees, with the passwords that were there', async () => {
  const { bench, settle, say } = await startBench();
  await say('gauche', 'avant');
  bench.peers.droite.password.value = 'secret';
  startAgainWith(bench, linked('latence=3'));
  await settle();
  expect(bench.timeline.value).toEqual([]);
  expect(stateOf(bench)).toEqual(linked('latence=3'));
  expect(bench.peers.droite.password.value).toBe('secret');
});

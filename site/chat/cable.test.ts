// The cable that the reader cuts: nothing passes, nothing typed is lost, and what is mended is as it was.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { attachRelay } from '#server/gateway.ts';
import { createRelay } from '#server/node-relay.ts';
import { type StartedBench, startBench } from '../../test/start-bench.ts';
import { randomRoom } from './relay-choice.ts';
import { entriesOf } from './timeline.ts';

const server = createServer();
let stop = async () => {};
beforeAll(async () => {
  const gateway = attachRelay(server, createRelay(0), {
    path: '/relay',
    alone: true,
    hostAllowed: () => true,
    originAllowed: () => true,
    maxPerAddress: 0,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    await gateway.close();
    server.close();
  };
});
afterAll(() => stop());

function socketUrl(path: string): string {
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  return `ws://127.0.0.1:${port}${path}`;
}

const startOverSockets = async () => {
  const room = randomRoom((length) => crypto.getRandomValues(new Uint8Array(length))); // which the tests do not share
  const started = await startBench(
    {},
    {
      relayFile: async () => ({ relay: '/relay' }),
      invitation: () => ({ room, peer: 'gauche' }),
      socketUrl,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      now: Date.now,
      later: (milliseconds, run) => {
        setTimeout(run, milliseconds);
      },
    },
  );
  started.bench.places.hold('droite');
  await arePresent(started);
  onTestFinished(() => {
    started.bench.places.release('gauche');
    started.bench.places.release('droite');
  });
  return started;
};

const waitFor = (what: () => unknown) => expect.poll(what, { timeout: 5000 });
const present = ({ bench }: StartedBench) =>
  Object.values(bench.peers).every(({ presence }) => presence.value === 'present');
const arePresent = (started: StartedBench) => waitFor(() => present(started)).toBe(true);
const read = ({ bench }: StartedBench, peer: string) =>
  entriesOf(bench.timeline.value, peer).map(({ receipt }) => receipt?.text);

describe.each([
  ['in the page', () => startBench()],
  ['over sockets', startOverSockets],
] as const)('a cable to the relay %s', (_, start) => {
  test('that is cut lets nothing pass, and keeps what was typed; mended, it carries it', async () => {
    const started = await start();
    const { bench, say } = started;
    await say('gauche', 'avant');
    await waitFor(() => read(started, 'droite')).toEqual(['avant']);
    bench.cable.cut();
    await say('gauche', 'pendant');
    expect(bench.peers.gauche.draft.value).toBe('pendant');
    expect(bench.peers.gauche.notice.value).toBe('offline');
    expect(bench.peers.droite.presence.value).toBe('lost');
    expect(bench.timeline.value).toHaveLength(1);
    bench.cable.mend();
    await arePresent(started);
    expect(bench.peers.gauche.notice.value).toBeUndefined();
    await bench.peers.gauche.sendDraft();
    await waitFor(() => read(started, 'droite')).toEqual(['avant', 'pendant']);
  });

  test('is one that the relay loses without a goodbye: it keeps the names', async () => {
    const started = await start();
    const { bench, settle } = started;
    bench.cable.cut();
    await settle();
    bench.cable.mend();
    await arePresent(started);
    await settle();
    const lines = () => bench.log.value.flatMap((entry) => (entry.kind === 'line' ? [entry.line.text] : []));
    await waitFor(() => lines().filter((line) => line.includes('Register a new user gauche'))).toHaveLength(
      2,
    );
  });

  test('is mended by starting again, whoever sat in the server’s chair meanwhile', async () => {
    const started = await start();
    const { bench, say, settle } = started;
    bench.places.operate();
    await waitFor(() => bench.chair.operator.value?.presence.value).toBe('present');
    bench.chair.operator.value?.setRule({ act: 'drop' });
    await waitFor(() => bench.chair.operator.value?.rule.value?.act).toBe('drop');
    bench.cable.cut();
    await say('gauche', 'perdu');
    bench.reset();
    await settle();
    await arePresent(started);
    expect(bench.cable.isCut.value).toBe(false);
    expect(bench.chair.operator.value).toBeUndefined();
    await say('gauche', 'neuf');
    await waitFor(() => read(started, 'droite')).toEqual(['neuf']);
  });
});

test('a peer that comes while the cable is cut finds nobody, and joins when it is mended', async () => {
  const started = await startOverSockets();
  const { bench, settle } = started;
  bench.places.release('droite');
  bench.cable.cut();
  bench.places.hold('droite');
  await settle();
  expect(bench.peers.droite.presence.value).toBe('lost');
  bench.cable.mend();
  await arePresent(started);
});

test('whoever listens at the cable hears the very frames that leave', async () => {
  const { bench, say } = await startBench();
  const heard: string[] = [];
  const end = bench.cable.listen((frame) => heard.push(frame));
  await say('gauche', 'écoute');
  end();
  await say('gauche', 'plus rien');
  expect(heard.map((frame) => JSON.parse(frame))).toEqual([
    { type: 'send_message', message: 'écoute', id: bench.timeline.value[0]?.id },
  ]);
});

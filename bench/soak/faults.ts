// Faults from outside: lines that are cut, a server that stands still for a while, a clock that jumps.
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from '../../test/running-server.ts';
import { apart } from './apart.ts';
import { connect, pause, type SoakClient, until } from './client.ts';
import type { Cutting, CuttingResult } from './cutting.ts';
import { Ledger } from './ledger.ts';
import type { SoakOptions, SoakResult } from './result.ts';

const UNLIMITED = ['--rate', '0', '--max-per-address', '0'];

/** 1,000 forced cuts, in 20 rooms at a time. */
export async function cuts({ quick }: SoakOptions): Promise<SoakResult> {
  const rooms = quick ? 2 : 20;
  const server = await runServer(UNLIMITED);
  const { port } = server;
  const tasks = Array.from({ length: rooms }, (_, i) => ({ port, room: `cut${i}`, cuts: 50 }));
  const results: CuttingResult[] = [];
  // Four at a time: each is a process of its own.
  for (let i = 0; i < tasks.length; i += 4)
    results.push(
      ...(await Promise.all(
        tasks.slice(i, i + 4).map((task) => apart<CuttingResult>('cutting.ts', task satisfies Cutting)),
      )),
    );
  await server.stop();
  const sum = (of: (result: CuttingResult) => number) => results.reduce((total, one) => total + of(one), 0);
  const silent = sum((result) => result.silent);
  const doubled = sum((result) => result.doubled);
  const gaps = sum((result) => result.gaps);
  return {
    name: `${sum((result) => result.cuts)} forced cuts`,
    ok: silent === 0 && doubled === 0 && gaps > 0,
    figures: {
      'messages said': sum((result) => result.said),
      heard: sum((result) => result.heard),
      'gaps that were told': gaps,
      'missing in them': sum((result) => result.inGaps),
      'missing without a word': silent,
      doubled,
    },
  };
}

/** Two peers of one room; a lost line is taken up again, as a page does it. */
async function pairOn(port: number) {
  const ledger = new Ledger();
  const state = { reconnections: 0, gaps: 0, over: false };
  const talker = await connect(port);
  await talker.register({ room: 'faults', user: 'gauche' });
  const listen = async (before?: SoakClient): Promise<SoakClient> => {
    const client = await connect(port);
    client.seq = before?.seq ?? 0;
    client.onHeard = ({ sender, n }) => ledger.note(sender, n);
    client.onGap = () => {
      state.gaps += 1;
    };
    await client.register({ room: 'faults', user: 'droite', resume: before?.resume, since: before?.seq });
    client.socket.once('close', () => {
      if (state.over) return;
      state.reconnections += 1;
      void listen(client);
    });
    return client;
  };
  const listener = await listen();
  return { talker, listener, ledger, state };
}

/** SIGSTOP for 30 s: the clients see it, what they say meanwhile is carried afterwards, and nobody is thrown out. */
export async function stopped({ quick }: SoakOptions): Promise<SoakResult> {
  const seconds = quick ? 3 : 30;
  const server = await runServer(UNLIMITED);
  const { talker, listener, ledger, state } = await pairOn(server.port);
  let answered = performance.now();
  let longest = 0;
  listener.socket.on('pong', () => {
    longest = Math.max(longest, performance.now() - answered);
    answered = performance.now();
  });
  const pings = setInterval(() => listener.socket.ping(), 500);
  const say = async (count: number) => {
    for (let i = 0; i < count; i++) {
      talker.say('gauche');
      await pause(50);
    }
  };
  await say(20);
  server.process.kill('SIGSTOP');
  await say(20);
  await pause(seconds * 1000 - 1000);
  server.process.kill('SIGCONT');
  await say(20);
  const all = await until(() => ledger.heard('gauche') === talker.said, 10_000);
  await pause(quick ? 500 : 20_000); // whether the next sign of life is asked for in vain
  const lineHeld = talker.socket.readyState === talker.socket.OPEN;
  clearInterval(pings);
  state.over = true;
  await server.stop();
  return {
    name: `a server that stood still for ${seconds} s`,
    ok: all && ledger.doubled === 0 && lineHeld && longest >= seconds * 900,
    figures: {
      'messages said, a third of them meanwhile': talker.said,
      heard: ledger.heard('gauche'),
      doubled: ledger.doubled,
      'longest silence that a client saw, s': longest / 1000,
      'lines that were taken up again': state.reconnections,
      'gaps that were told': state.gaps,
    },
  };
}

/** Debian's libfaketime, which has a process see another date. */
function libfaketime(): string | undefined {
  return readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'faketime/libfaketime.so.1'))
    .find((path) => existsSync(path));
}

/** The server's clock jumps by an hour, on and back: nobody is thrown out, throttled, or kept off a name that is free. */
export async function clock({ quick }: SoakOptions): Promise<SoakResult> {
  const library = libfaketime();
  if (!library) throw new Error('The clock’s part needs libfaketime. Run: apt-get install -y libfaketime');
  const dial = join(mkdtempSync(join(tmpdir(), 'clock-')), 'offset');
  const turn = (offset: string) => writeFileSync(dial, offset);
  turn('+0');
  const server = await runServer([], {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: dial,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  const { talker, ledger, state } = await pairOn(server.port);
  const say = async (seconds: number) => {
    for (let i = 0; i < seconds * 10; i++) {
      talker.say('gauche');
      await pause(100);
    }
  };
  const logger = await connect(server.port);
  const dates: number[] = [];
  logger.socket.on('message', (frame) => {
    const { type, lines = [] } = JSON.parse(String(frame));
    if (type === 'log') dates.push(...lines.map(({ at }: { at: number }) => at));
  });
  await logger.register({ room: 'faults', user: 'témoin', log: true });
  const stretch = quick ? 1 : 10;
  await say(stretch);
  turn('+1h');
  await say(stretch);
  const leaver = await connect(server.port);
  await leaver.register({ room: 'faults', user: 'parti' });
  leaver.socket.terminate();
  await pause(200);
  turn('+0');
  await say(stretch);
  const all = await until(() => ledger.heard('gauche') === talker.said, 10_000);
  // A name is kept for 30 s for somebody whose line was lost, whatever the clock says.
  await pause(quick ? 0 : 35_000);
  const heir = await connect(server.port);
  const free = await heir.register({ room: 'faults', user: 'parti' }).then(
    () => true,
    () => false,
  );
  state.over = true;
  const jumped = Math.max(...dates) - Math.min(...dates) > 3_000_000;
  await server.stop();
  return {
    name: 'a clock that jumped by an hour, on and back',
    ok: jumped && all && ledger.doubled === 0 && state.reconnections === 0 && (quick || free),
    figures: {
      'messages said': talker.said,
      heard: ledger.heard('gauche'),
      doubled: ledger.doubled,
      'lines that were lost': state.reconnections,
      'the log’s dates jumped': jumped ? 'yes' : 'no',
      'a name was free again after 35 s': quick ? 'not tried' : free ? 'yes' : 'no',
    },
  };
}

// Everything that a curious student tries on one room, at once and for so long, from addresses that are not the others'.

import { randomBytes } from 'node:crypto';
import { connect as connectTcp } from 'node:net';
import { doTask } from './apart.ts';
import { connect, pause, type SoakClient } from './client.ts';

export interface Attack {
  readonly port: number;
  readonly ms: number;
  readonly joins: number;
}

/** What was tried, and how often. */
export type AttackResult = Record<
  'messages' | 'large' | 'pings' | 'slow' | 'half' | 'malformed' | 'requests' | 'joins',
  number
>;

const FRAME = 64 * 1024;
const REQUEST = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const REQUESTS = Math.floor(FRAME / REQUEST.length);
const ENVELOPE = '{"type":"send_message","message":""}'.length;

async function run({ port, ms, joins }: Attack): Promise<AttackResult> {
  const end = performance.now() + ms;
  const goesOn = () => performance.now() < end;
  const tried: AttackResult = {
    messages: 0,
    large: 0,
    pings: 0,
    slow: 0,
    half: 0,
    malformed: 0,
    requests: 0,
    joins: 0,
  };

  /** Does something with a member of the attacked room, again and again, and comes back when it is thrown out. */
  const again = async (
    user: string,
    from: string,
    act: (client: SoakClient) => number | Promise<number>,
    count: (n: number) => void,
  ) => {
    while (goesOn()) {
      try {
        const client = await connect(port, from);
        await client.register({ room: 'attacked', user });
        while (goesOn() && client.socket.readyState === client.socket.OPEN) {
          count(await act(client));
          await pause(5);
        }
        client.socket.terminate();
      } catch {
        await pause(100); // refused: at the door, or at the room's
      }
    }
  };
  const flood = (client: SoakClient) => {
    for (let i = 0; i < 20; i++) client.say('flood');
    return 20;
  };
  const large = (client: SoakClient) => {
    client.socket.send(JSON.stringify({ type: 'send_message', message: 'x'.repeat(FRAME - ENVELOPE) }));
    return 1;
  };
  const ping = (client: SoakClient) => {
    for (let i = 0; i < 25; i++) {
      client.socket.ping();
      client.socket.pong();
    }
    return 50;
  };
  const malformed = (client: SoakClient) => {
    const what = Math.random();
    if (what < 0.3) client.socket.send(randomBytes(200));
    else if (what < 0.6) client.socket.send(`{"type":"register","room":${'['.repeat(5_000)}`);
    else client.socket.send(randomBytes(100).toString('latin1'));
    return 1;
  };
  const slow = async (client: SoakClient) => {
    client.socket.pause();
    await pause(1_000);
    return 1;
  };
  /** Bytes that are no WebSocket, or stop in the middle of becoming one. */
  const raw = async (from: string) => {
    while (goesOn()) {
      const socket = connectTcp({ port, host: '127.0.0.1', localAddress: from }).on('error', () => {});
      socket.write(
        Math.random() < 0.5 ? 'GET /relay HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: webso' : randomBytes(500),
      );
      tried.half += 1;
      await pause(20);
      if (tried.half % 2 === 0) socket.destroy();
    }
  };
  /** Requests for a page, as many as fit into what a server reads at once, none of which waits for the answer to another. */
  const pipelined = async (from: string) => {
    while (goesOn()) {
      const socket = connectTcp({ port, host: '127.0.0.1', localAddress: from }).on('error', () => {});
      socket.resume().write(REQUEST.repeat(REQUESTS));
      tried.requests += REQUESTS;
      await Promise.race([new Promise((closed) => socket.once('close', closed)), pause(1_000)]);
      socket.destroy();
    }
  };
  const rush = async (from: string) => {
    while (goesOn() && tried.joins < joins) {
      tried.joins += 1;
      try {
        const client = await connect(port, from);
        await client.register({ room: `attacked${tried.joins % 100}`, user: `j${tried.joins}` });
        client.socket.close(1000);
      } catch {
        await pause(5);
      }
    }
  };
  const many = (count: number, start: (index: number) => Promise<void>) =>
    Array.from({ length: count }, (_, index) => start(index));
  await Promise.all([
    ...many(10, (i) =>
      again(`flood${i}`, '127.0.0.2', flood, (n) => {
        tried.messages += n;
      }),
    ),
    ...many(4, (i) =>
      again(`large${i}`, '127.0.0.3', large, (n) => {
        tried.large += n;
      }),
    ),
    ...many(4, (i) =>
      again(`ping${i}`, '127.0.0.4', ping, (n) => {
        tried.pings += n;
      }),
    ),
    ...many(4, (i) =>
      again(`bad${i}`, '127.0.0.5', malformed, (n) => {
        tried.malformed += n;
      }),
    ),
    ...many(10, (i) =>
      again(`slow${i}`, '127.0.0.6', slow, (n) => {
        tried.slow += n;
      }),
    ),
    ...many(4, () => raw('127.0.0.7')),
    ...many(6, () => pipelined('127.0.0.8')),
    ...many(40, (i) => rush(`127.0.1.${i + 1}`)),
  ]);
  return tried;
}

doTask(run);

// The server's chair over a real relay: what a page learns there, and what it is told of orders that come to nothing.
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#lab/bytes.ts';
import { formatLine } from '#server/log.ts';
import { CLOSE, type Delivery, MAX_FRAME_BYTES } from '#server/protocol.ts';
import { Relay } from '#server/relay.ts';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { Chair } from './chair.ts';
import { type Connect, type LinkEvents, pageLink } from './link.ts';
import type { ServerLog } from './server-log.ts';
import type { Timeline } from './timeline.ts';

/** A relay, and the parts of a page that the chair writes to. */
function start() {
  const world = handCrankedWorld();
  const relay = new Relay(world);
  const page = () => {
    const written = {
      timeline: signal<Timeline>([]),
      log: signal<ServerLog>([]),
      users: signal<readonly string[]>([]),
    };
    return { ...written, chair: new Chair(written) };
  };
  /** A peer that is in no page. */
  const peer = (user: string) => {
    const got: Delivery[] = [];
    const connection = relay.connect({ send: (frame) => got.push(JSON.parse(frame)), close: () => {} });
    const send = (words: object) => {
      const frame = JSON.stringify(words);
      relay.receive(connection, () => frame, utf8(frame).length);
    };
    send({ type: 'register', room: 'salon', user, mallory: true });
    return {
      say: (message: unknown) => send({ type: 'send_message', message }),
      texts: () => got.flatMap((delivery) => (delivery.type === 'recv' ? [delivery.message] : [])),
      leave: () => relay.disconnect(connection, true),
    };
  };
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    world.advance(33);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { world, relay, page, peer, settle };
}

/** A page that is nothing but the server of a room with both peers, who are elsewhere. */
async function startAlone() {
  const started = start();
  const gauche = started.peer('gauche');
  const droite = started.peer('droite');
  const page = started.page();
  page.chair.sit({ room: 'salon' }, pageLink(started.relay), true);
  await started.settle();
  const operator = page.chair.operator.value;
  if (!operator) throw new Error('nobody sits there');
  return { ...started, ...page, gauche, droite, operator };
}

describe('a page that is only the server', () => {
  test('has the log, the names and the messages, in their order, with the stage that their form shows', async () => {
    const { gauche, droite, settle, log, users, timeline } = await startAlone();
    gauche.say('en clair');
    droite.say([
      { data: 'AAAAAAAAAAAAAAAAAAAAAA==', encoding: 'base64' },
      { data: '', encoding: 'base64' },
    ]);
    gauche.say({ data: 'Z0FBQUFBQg==', encoding: 'base64' });
    await settle();
    expect(users.value).toEqual(['gauche', 'droite']);
    const lines = log.value.flatMap((entry) => (entry.kind === 'line' ? [formatLine(entry.line)] : []));
    expect(lines[0]).toBe('INFO:ChatServer:gauche send message : en clair');
    expect(timeline.value.map(({ seq, from, stage }) => [seq, from, stage])).toEqual([
      [1, 'gauche', 'plaintext'],
      [2, 'droite', 'hazmat'],
      [3, 'gauche', 'fernet'],
    ]);
  });

  test('knows of what message a delivered one was made', async () => {
    const { gauche, droite, settle, operator, chair } = await startAlone();
    operator.setRule({ act: 'hold' });
    gauche.say('un');
    gauche.say('deux');
    await settle();
    operator.forward(2, 1);
    await settle();
    expect(droite.texts()).toEqual(['deux', 'un']);
    expect([3, 4, 5].map((seq) => chair.originOf(seq))).toEqual([2, 1, 5]);
    expect(operator.held()).toEqual([]);
  });

  test('finds a message again that its timeline has let go', async () => {
    const { gauche, settle, timeline, chair } = await startAlone();
    gauche.say('ancien');
    gauche.say('nouveau');
    await settle();
    timeline.value = timeline.value.slice(1);
    chair.recall(1);
    expect(timeline.value.map(({ payload }) => payload)).toEqual(['ancien', 'nouveau']);
    chair.recall(1);
    expect(timeline.value).toHaveLength(2);
  });
});

test('a page whose peers bring the log does not get it twice', async () => {
  const { page, peer, relay, settle } = start();
  const gauche = peer('gauche');
  const { chair, log, timeline } = page();
  chair.sit({ room: 'salon' }, pageLink(relay), false);
  await settle();
  gauche.say('un');
  await settle();
  expect(log.value).toEqual([]);
  expect(timeline.value).toHaveLength(1);
});

describe('an order that comes to nothing', () => {
  test('says why, and the next one that leaves says it no more', async () => {
    const { operator, gauche, settle } = await startAlone();
    gauche.say('un');
    await settle();
    operator.drop(1);
    await settle();
    expect(operator.notice.value).toBe('NOT_HELD');
    operator.handOut({ of: 1 });
    await settle();
    expect(operator.notice.value).toBeUndefined();
    operator.handOut({ of: 99 });
    await settle();
    expect(operator.notice.value).toBe('NOT_SEEN');
    operator.handOut({ of: 1, user: 'a\u202eb' });
    await settle();
    expect(operator.notice.value).toBe('BAD_NAME');
  });

  test('is not sent where no frame holds it; what just fits is', async () => {
    const { operator, droite, settle } = await startAlone();
    const order = { user: 'gauche', message: '' };
    const room = MAX_FRAME_BYTES - JSON.stringify({ type: 'act', do: 'deliver', ...order }).length;
    expect(operator.handOut({ ...order, message: 'x'.repeat(room + 1) })).toBe(false);
    expect(operator.notice.value).toBe('too large');
    expect(operator.handOut({ ...order, message: 'x'.repeat(room) })).toBe(true);
    await settle();
    expect(operator.notice.value).toBeUndefined();
    expect(operator.presence.value).toBe('present');
    expect(droite.texts()).toEqual(['x'.repeat(room)]);
  });

  test('a message that fills a frame can still be handed out, since it need not be sent again', async () => {
    const { operator, gauche, droite, settle } = await startAlone();
    const full = 'x'.repeat(MAX_FRAME_BYTES - JSON.stringify({ type: 'send_message', message: '' }).length);
    operator.setRule({ act: 'hold' });
    gauche.say(full);
    await settle();
    expect(operator.handOut({ of: 1 })).toBe(true);
    await settle();
    expect(droite.texts()).toEqual([full]);
  });
});

describe('two who want the chair', () => {
  test('one of them is told so, and may ask again once it is free', async () => {
    const { page, relay, operator, chair, settle } = await startAlone();
    const second = page();
    second.chair.sit({ room: 'salon' }, pageLink(relay), true);
    await settle();
    expect(second.chair.operator.value?.presence.value).toBe('SEAT_TAKEN');
    expect(second.chair.operator.value?.isSeated()).toBe(false);
    expect(second.chair.operator.value?.setRule({ act: 'drop' })).toBe(false);
    expect(operator.presence.value).toBe('present');
    chair.rise();
    second.chair.sitAgain();
    await settle();
    expect(second.chair.operator.value?.presence.value).toBe('present');
  });

  test('whoever has its secret takes it, and may lose it again to who had it', async () => {
    const { page, relay, operator, chair, settle } = await startAlone();
    const twin = page();
    twin.chair.sit(operator.seat, pageLink(relay), true);
    await settle();
    expect(operator.presence.value).toBe('ended');
    chair.sitAgain();
    await settle();
    expect(chair.operator.value?.presence.value).toBe('present');
    expect(twin.chair.operator.value?.presence.value).toBe('ended');
  });

  test('a class that takes it away is told apart from another tab; where it is forbidden, nobody asks on and on', () => {
    const { chair } = start().page();
    let events: LinkEvents | undefined;
    let closed = 0;
    const connect: Connect = (given) => {
      events = given;
      return { send: () => true, close: () => closed++, break: () => {} };
    };
    chair.sit({ room: 'salon' }, connect, true);
    events?.lost(CLOSE.MOVED, undefined);
    expect(chair.operator.value?.presence.value).toBe('moved');
    expect(chair.operator.value?.isSeated()).toBe(false);
    chair.sitAgain();
    closed = 0;
    events?.delivery({ type: 'refused', code: 'FORBIDDEN', reason: '' });
    expect([chair.operator.value?.presence.value, closed]).toEqual(['FORBIDDEN', 1]);
  });

  test('who waits for it hears no news of lines that come and go', () => {
    const { page } = start();
    const { chair } = page();
    let events: LinkEvents | undefined;
    const connect: Connect = (given) => {
      events = given;
      return { send: () => true, close: () => {}, break: () => {} };
    };
    chair.sit({ room: 'salon' }, connect, true);
    const presence = () => chair.operator.value?.presence.value;
    events?.delivery({ type: 'refused', code: 'SEAT_TAKEN', reason: '' });
    events?.lost(1008, 500);
    expect(presence()).toBe('SEAT_TAKEN');
    events?.delivery({ type: 'registered', room: 'salon', users: [], resume: 'secret' });
    expect(presence()).toBe('present');
    events?.lost(1006, 500);
    expect(presence()).toBe('lost');
  });
});

test('a relay that has begun anew: nothing of before is taken for what comes', async () => {
  const { page, relay, peer, settle } = start();
  let events: LinkEvents | undefined;
  const link = pageLink(relay);
  const { chair, timeline, log } = page();
  const connect: Connect = (given) => {
    events = given;
    return link(given);
  };
  const gauche = peer('gauche');
  chair.sit({ room: 'salon' }, connect, true);
  await settle();
  gauche.say('avant');
  await settle();
  events?.delivery({ type: 'registered', room: 'salon', users: [], resume: 'another secret' });
  expect(chair.operator.value?.seen.value).toEqual([]);
  expect(chair.operator.value?.journal.value).toEqual([]);
  expect(timeline.value.map(({ seq }) => seq)).toEqual([undefined]);
  expect(log.value.some((entry) => entry.kind === 'line' && entry.line.message !== undefined)).toBe(false);
});

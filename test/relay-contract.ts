// What the relay must do, whichever way its clients reach it: over sockets, or in the very page.
import { describe, expect, test } from 'vitest';
import type { ClassDelivery } from '#server/class/wire.ts';
import { DEFAULT_LIMITS, type Limits } from '#server/limits.ts';
import { formatLine } from '#server/log.ts';
import type { Delivery, LogLine } from '#server/protocol.ts';
import { Traffic } from '#server/traffic.ts';

/** What comes from a relay, of a class or not. */
export type AnyDelivery = Delivery | ClassDelivery;

/** A client of the relay under test. */
export interface Client {
  /** Sends a value as JSON, or a text as it is. */
  send(frame: unknown): void;
  /** Leaves with a goodbye, or breaks the line. */
  leave(how: 'goodbye' | 'lost'): Promise<void>;
  /** The next delivery of this type that was not taken yet. It waits for it. */
  next<T extends AnyDelivery['type']>(type: T): Promise<Extract<AnyDelivery, { type: T }>>;
  /** Waits until all that this client has sent has been answered. */
  settle(): Promise<void>;
  /** Takes what has come and was not taken yet. */
  rest(): readonly AnyDelivery[];
  /** The code that the relay ended this connection with. It waits for it. */
  closed(): Promise<number>;
}

/** A relay, and a way to it. */
export interface Harness {
  connect(): Promise<Client>;
  /** Moves the relay's clock on. */
  advance(milliseconds: number): void;
  stop(): Promise<void>;
}

const BYTES = { data: 'AAEC', encoding: 'base64' };
const LOG_BATCH_MS = 33;

export function relayContract(name: string, start: (limits: Limits) => Promise<Harness>): void {
  /** Runs a test on a fresh relay. */
  const onRelay =
    (run: (relay: Harness) => Promise<void>, limits: Partial<Limits> = {}) =>
    async () => {
      const relay = await start({ ...DEFAULT_LIMITS, ...limits });
      try {
        await run(relay);
      } finally {
        await relay.stop();
      }
    };

  /** A client that is registered. */
  async function join(relay: Harness, user: string, extra: object = {}) {
    const client = await relay.connect();
    client.send({ type: 'register', room: 'demo', user, ...extra });
    const registered = await client.next('registered');
    return { client, registered };
  }

  async function pair(relay: Harness) {
    const { client: gauche } = await join(relay, 'gauche', { log: true });
    const { client: droite } = await join(relay, 'droite');
    return { gauche, droite };
  }

  /** What has come until now and was not taken. */
  async function restOf(client: Client): Promise<readonly AnyDelivery[]> {
    await client.settle();
    return client.rest();
  }

  /** All log lines that have been written until now, for a client that asked for them. */
  async function linesOf(relay: Harness, client: Client): Promise<LogLine[]> {
    await client.settle();
    relay.advance(LOG_BATCH_MS);
    return (await restOf(client)).flatMap((delivery) => (delivery.type === 'log' ? delivery.lines : []));
  }

  async function refusalOf(client: Client, frame: unknown) {
    client.send(frame);
    return client.next('refused');
  }

  describe(`the relay, ${name}`, () => {
    test(
      'carries a message, numbers it, and tells its sender and nobody twice',
      onRelay(async (relay) => {
        const { gauche, droite } = await pair(relay);
        expect(await gauche.next('users')).toEqual({ type: 'users', users: ['gauche', 'droite'] });
        gauche.send({ type: 'send_message', message: 'salut', id: 'a' });
        gauche.send({ type: 'send_message', message: BYTES });
        gauche.send({ type: 'send_message', message: [BYTES, BYTES], id: 'c' });
        const from = { type: 'recv', user: 'gauche' };
        expect(await droite.next('recv')).toEqual({ ...from, seq: 1, message: 'salut' });
        expect(await droite.next('recv')).toEqual({ ...from, seq: 2, message: BYTES });
        expect(await droite.next('recv')).toEqual({ ...from, seq: 3, message: [BYTES, BYTES] });
        expect(await gauche.next('sent')).toEqual({ type: 'sent', id: 'a', seq: 1 });
        expect(await gauche.next('sent')).toEqual({ type: 'sent', id: 'c', seq: 3 });
        expect((await restOf(gauche)).filter(({ type }) => type === 'recv')).toEqual([]);
        expect((await restOf(droite)).filter(({ type }) => type === 'recv')).toEqual([]);
      }),
    );

    test(
      'keeps the order of each sender, among many',
      onRelay(async (relay) => {
        const { gauche, droite } = await pair(relay);
        for (let i = 0; i < 60; i++) {
          gauche.send({ type: 'send_message', message: `g${i}` });
          droite.send({ type: 'send_message', message: `d${i}` });
        }
        for (let i = 0; i < 60; i++) {
          expect((await droite.next('recv')).message).toBe(`g${i}`);
          expect((await gauche.next('recv')).message).toBe(`d${i}`);
        }
      }),
    );

    test(
      'writes the log in the words of the original',
      onRelay(async (relay) => {
        const { gauche, droite } = await pair(relay);
        gauche.send({ type: 'send_message', message: 'qsdfqsdfqsdf' });
        gauche.send({ type: 'send_message', message: { data: 'Z0FBQUFB', encoding: 'base64' } });
        gauche.send({
          type: 'send_message',
          message: [
            { data: 'OYSD6ga4xIq6DGgE/2c8Zg==', encoding: 'base64' },
            { data: 'lgaHD+veZ3GrxslXJZ9NVA==', encoding: 'base64' },
          ],
        });
        await gauche.settle(); // handled, before droite leaves on a line of its own
        await droite.leave('goodbye');
        await gauche.next('users');
        await gauche.next('users');
        const lines = await linesOf(relay, gauche);
        expect(lines.map(formatLine)).toEqual([
          'INFO:ChatServer:Register a new user gauche with callback handler <connection 1>',
          "DEBUG:ChatServer:User list : ['gauche']",
          'INFO:ChatServer:Register a new user droite with callback handler <connection 2>',
          "DEBUG:ChatServer:User list : ['gauche', 'droite']",
          'INFO:ChatServer:gauche send message : qsdfqsdfqsdf',
          'INFO:ChatServer:message send to droite',
          "INFO:ChatServer:gauche send message : {'data': 'Z0FBQUFB', 'encoding': 'base64'}",
          'INFO:ChatServer:message send to droite',
          "INFO:ChatServer:gauche send message : ({'data': 'OYSD6ga4xIq6DGgE/2c8Zg==', 'encoding': 'base64'}, {'data': 'lgaHD+veZ3GrxslXJZ9NVA==', 'encoding': 'base64'})",
          'INFO:ChatServer:message send to droite',
          'INFO:ChatServer:remove user droite (disconnected)',
        ]);
        expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1));
        expect(lines.map(({ message }) => message)).toEqual([
          ...[undefined, undefined, undefined, undefined],
          ...[1, 1, 2, 2, 3, 3],
          undefined,
        ]);
        expect(lines.every(({ at }) => at >= 1_763_827_200_000)).toBe(true);
      }),
    );

    test(
      'names the recipients in the order of their registration',
      onRelay(async (relay) => {
        const { gauche } = await pair(relay);
        await join(relay, 'tierce');
        gauche.send({ type: 'send_message', message: 'à tous' });
        const texts = (await linesOf(relay, gauche)).map(({ text }) => text);
        expect(texts.slice(-2)).toEqual(['message send to droite', 'message send to tierce']);
      }),
    );

    test.each([
      ['10,000 characters', 'é'.repeat(10_000)],
      ['an empty text', ''],
      ['emoji and text from right to left', '🧑‍🚀👩‍👩‍👧 \u202eשלום\u202c العربية'],
      ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
      ['newlines, NUL and ANSI escapes', 'a\r\nINFO:ChatServer:faux\u0000\u001b[2J\u2028fin'],
      ['a backslash and quotes', '\\n "deux" \'un\''],
      ['half a character', '\ud83d'],
    ])('carries %s intact, and logs it on one line', (_, message) =>
      onRelay(async (relay) => {
        const { gauche, droite } = await pair(relay);
        gauche.send({ type: 'send_message', message });
        expect((await droite.next('recv')).message).toBe(message);
        const lines = (await linesOf(relay, gauche)).filter((line) => line.message === 1);
        expect(lines).toHaveLength(2);
        expect(lines[0]?.text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
      })(),
    );

    test(
      'writes what could forge a line as Python’s repr does, and a backslash as it is',
      onRelay(async (relay) => {
        const { gauche } = await pair(relay);
        gauche.send({ type: 'send_message', message: 'a\nb\\n\tc\u001b\u202e\u0085' });
        const lines = await linesOf(relay, gauche);
        expect(lines.map(({ text }) => text)).toContain(
          'gauche send message : a\\nb\\n\\tc\\x1b\\u202e\\x85',
        );
      }),
    );

    describe('refuses, and the connection lives on:', () => {
      const envelopes: [string, unknown][] = [
        ['no JSON', 'salut'],
        ['nothing', ''],
        ['half a JSON', '{"type":"register"'],
        ['a list', []],
        ['a number', 5],
        ['null', 'null'],
        ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000)],
        ['no type', {}],
        ['an unknown type', { type: 'shout' }],
        ['a type of another type', { type: 5 }],
        ['a name of the prototype', { type: 'constructor' }],
        ['no room', { type: 'register', user: 'a' }],
        ['a room that is no text', { type: 'register', room: 5, user: 'a' }],
        ['no user', { type: 'register', room: 'a' }],
        ['a user that is no text', { type: 'register', room: 'a', user: ['a'] }],
        ['a log that is no flag', { type: 'register', room: 'a', user: 'a', log: 'yes' }],
        ['a log that is null', { type: 'register', room: 'a', user: 'a', log: null }],
        ['a resume that is no text', { type: 'register', room: 'a', user: 'a', resume: 1 }],
        ['a since that is no number', { type: 'register', room: 'a', user: 'a', resume: 'x', since: '1' }],
        ['a negative since', { type: 'register', room: 'a', user: 'a', resume: 'x', since: -1 }],
        ['a broken since', { type: 'register', room: 'a', user: 'a', resume: 'x', since: 1.5 }],
        ['an observer with a name', { type: 'register', room: 'a', user: 'a', observe: true }],
        ['an observe that is no flag', { type: 'register', room: 'a', observe: 1 }],
        ['no message', { type: 'send_message' }],
        ['a message that is a number', { type: 'send_message', message: 5 }],
        ['a message that is null', { type: 'send_message', message: null }],
        ['an id that is no text', { type: 'send_message', message: 'a', id: 5 }],
        ['bytes without encoding', { type: 'send_message', message: { data: 'AAEC' } }],
        ['bytes in hex', { type: 'send_message', message: { data: '00', encoding: 'hex' } }],
        ['bytes and more', { type: 'send_message', message: { ...BYTES, more: 1 } }],
        ['bad base64', { type: 'send_message', message: { data: 'AAE', encoding: 'base64' } }],
        ['base64url', { type: 'send_message', message: { data: '_-8=', encoding: 'base64' } }],
        ['base64 with a newline', { type: 'send_message', message: { data: 'AAEC\n', encoding: 'base64' } }],
        ['one of a pair', { type: 'send_message', message: [BYTES] }],
        ['three of a pair', { type: 'send_message', message: [BYTES, BYTES, BYTES] }],
        ['a pair of texts', { type: 'send_message', message: ['a', 'b'] }],
      ];
      test.each(envelopes)('%s (BAD_ENVELOPE)', (_, frame) =>
        onRelay(async (relay) => {
          const client = await relay.connect();
          const refused = await refusalOf(client, frame);
          expect(refused.code).toBe('BAD_ENVELOPE');
          expect(refused.reason).not.toBe('');
          client.send({ type: 'register', room: 'demo', user: 'gauche' });
          expect((await client.next('registered')).user).toBe('gauche');
        })(),
      );

      test(
        'a bad message, with the id that it bore',
        onRelay(async (relay) => {
          const { client } = await join(relay, 'gauche');
          const refused = await refusalOf(client, { type: 'send_message', message: 5, id: 'x' });
          expect(refused).toMatchObject({ code: 'BAD_ENVELOPE', id: 'x' });
        }),
      );

      test(
        'a message before the registration (NOT_REGISTERED)',
        onRelay(async (relay) => {
          const client = await relay.connect();
          const refused = await refusalOf(client, { type: 'send_message', message: 'a', id: 'x' });
          expect(refused).toMatchObject({ code: 'NOT_REGISTERED', id: 'x' });
        }),
      );

      test(
        'a second registration (ALREADY_REGISTERED)',
        onRelay(async (relay) => {
          const { client } = await join(relay, 'gauche');
          const again = await refusalOf(client, { type: 'register', room: 'ailleurs', user: '' });
          expect(again.code).toBe('ALREADY_REGISTERED');
          const observing = await refusalOf(client, { type: 'register', room: 'demo', observe: true });
          expect(observing.code).toBe('ALREADY_REGISTERED');
        }),
      );

      const names: [string, string][] = [
        ['an empty one', ''],
        ['65 characters', 'x'.repeat(65)],
        ['a newline', 'a\nb'],
        ['an escape', 'a\u001b[31m'],
        ['a NUL', '\u0000'],
        ['a C1 control', 'a\u0085'],
        ['an override of the direction', 'a\u202eb'],
        ['a line separator', 'a\u2028b'],
        ['half a character', 'a\ud83d'],
      ];
      test.each(names)('a name or room with %s (BAD_NAME)', (_, name) =>
        onRelay(async (relay) => {
          const client = await relay.connect();
          const asUser = await refusalOf(client, { type: 'register', room: 'demo', user: name });
          expect(asUser.code).toBe('BAD_NAME');
          const asRoom = await refusalOf(client, { type: 'register', room: name, user: 'gauche' });
          expect(asRoom.code).toBe('BAD_NAME');
          const observed = await refusalOf(client, { type: 'register', room: name, observe: true });
          expect(observed.code).toBe('BAD_NAME');
        })(),
      );

      test.each(['x'.repeat(64), '🙂'.repeat(64), "o'neil", 'l’été "x"', '__proto__', 'constructor', ' '])(
        'but takes the name %j',
        (name) =>
          onRelay(async (relay) => {
            const { registered } = await join(relay, name);
            expect(registered.users).toEqual([name]);
          })(),
      );

      test(
        'a name that somebody has (NAME_TAKEN), in this room alone',
        onRelay(async (relay) => {
          await join(relay, 'gauche');
          const client = await relay.connect();
          const refused = await refusalOf(client, { type: 'register', room: 'demo', user: 'gauche' });
          expect(refused.code).toBe('NAME_TAKEN');
          const guessed = { type: 'register', room: 'demo', user: 'gauche', resume: '0'.repeat(32) };
          expect((await refusalOf(client, guessed)).code).toBe('NAME_TAKEN');
          client.send({ type: 'register', room: 'ailleurs', user: 'gauche' });
          expect((await client.next('registered')).room).toBe('ailleurs');
        }),
      );

      test(
        'one too many in a room (ROOM_FULL), peer or observer',
        onRelay(
          async (relay) => {
            await pair(relay);
            const client = await relay.connect();
            const peer = await refusalOf(client, { type: 'register', room: 'demo', user: 'tierce' });
            expect(peer.code).toBe('ROOM_FULL');
            const observer = await refusalOf(client, { type: 'register', room: 'demo', observe: true });
            expect(observer.code).toBe('ROOM_FULL');
          },
          { members: 2 },
        ),
      );

      test(
        'one room too many (TOO_MANY_ROOMS)',
        onRelay(
          async (relay) => {
            await join(relay, 'gauche');
            const client = await relay.connect();
            const refused = await refusalOf(client, { type: 'register', room: 'autre', user: 'gauche' });
            expect(refused.code).toBe('TOO_MANY_ROOMS');
          },
          { rooms: 1 },
        ),
      );

      test(
        'an observer that speaks (FORBIDDEN)',
        onRelay(async (relay) => {
          const client = await relay.connect();
          client.send({ type: 'register', room: 'demo', observe: true });
          await client.next('registered');
          const refused = await refusalOf(client, { type: 'send_message', message: 'a', id: 'x' });
          expect(refused).toMatchObject({ code: 'FORBIDDEN', id: 'x' });
        }),
      );

      test(
        'what comes too fast (TOO_FAST), until it slows down',
        onRelay(async (relay) => {
          const { gauche } = await pair(relay);
          for (let i = 0; i < 205; i++) gauche.send({ type: 'send_message', message: String(i) });
          const answers = await restOf(gauche);
          const codes = answers.flatMap((delivery) => (delivery.type === 'refused' ? [delivery.code] : []));
          expect(codes.length).toBeGreaterThanOrEqual(6); // the registration took one of the 200
          expect(new Set(codes)).toEqual(new Set(['TOO_FAST']));
          relay.advance(1000);
          gauche.send({ type: 'send_message', message: 'encore', id: 'late' });
          expect((await gauche.next('sent')).id).toBe('late');
        }),
      );

      test(
        'what is too much for its room (TOO_FAST), and for no other',
        onRelay(
          async (relay) => {
            const { gauche, droite } = await pair(relay);
            const { client: calm } = await join(relay, 'calme', { room: 'calme' });
            const message = 'x'.repeat(60_000);
            for (let i = 0; i < 10; i++) gauche.send({ type: 'send_message', message });
            await gauche.settle();
            const refused = await refusalOf(droite, { type: 'send_message', message });
            expect(refused.code).toBe('TOO_FAST');
            calm.send({ type: 'send_message', message, id: 'calm' });
            expect((await calm.next('sent')).id).toBe('calm');
          },
          { traffic: (now) => new Traffic(500_000, now) },
        ),
      );
    });

    describe('ends this connection, and no other:', () => {
      test(
        'after 500 refusals of what comes too fast (1008)',
        onRelay(async (relay) => {
          const { gauche, droite } = await pair(relay);
          for (let i = 0; i < 800; i++) gauche.send({ type: 'send_message', message: String(i) });
          expect(await gauche.closed()).toBe(1008);
          droite.send({ type: 'send_message', message: 'je suis là', id: 'x' });
          expect((await droite.next('sent')).id).toBe('x');
          expect((await join(relay, 'gauche')).registered.users).toEqual(['droite', 'gauche']);
        }),
      );

      test(
        'for a frame that is too large (1009), and takes one that just fits',
        onRelay(async (relay) => {
          const { gauche, droite } = await pair(relay);
          const empty = JSON.stringify({ type: 'send_message', message: '' }).length;
          const fits = 'x'.repeat(64 * 1024 - empty);
          gauche.send({ type: 'send_message', message: fits });
          expect((await droite.next('recv')).message).toBe(fits);
          gauche.send({ type: 'send_message', message: `${fits}x` });
          expect(await gauche.closed()).toBe(1009);
          expect((await droite.next('users')).users).toEqual(['droite']);
        }),
      );

      test(
        'that does not register within 10 s (1008)',
        onRelay(async (relay) => {
          const client = await relay.connect();
          const { client: gauche } = await join(relay, 'gauche');
          relay.advance(9_999);
          expect(await restOf(client)).toEqual([]);
          relay.advance(1);
          expect(await client.closed()).toBe(1008);
          gauche.send({ type: 'send_message', message: 'a', id: 'x' });
          expect((await gauche.next('sent')).id).toBe('x');
        }),
      );
    });

    describe('the log', () => {
      test(
        'reaches an observer from its arrival on, without a line about it',
        onRelay(async (relay) => {
          const { client: gauche } = await join(relay, 'gauche', { log: true });
          const observer = await relay.connect();
          observer.send({ type: 'register', room: 'demo', observe: true });
          expect(await observer.next('registered')).toEqual({
            type: 'registered',
            room: 'demo',
            users: ['gauche'],
          });
          await join(relay, 'droite');
          expect((await observer.next('users')).users).toEqual(['gauche', 'droite']);
          const seen = (await linesOf(relay, observer)).map(({ seq }) => seq);
          expect(seen).toEqual([3, 4]);
          expect((await linesOf(relay, gauche)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
        }),
      );

      test(
        'reaches nobody who has not asked for it',
        onRelay(async (relay) => {
          const { gauche, droite } = await pair(relay);
          gauche.send({ type: 'send_message', message: 'a' });
          await linesOf(relay, gauche);
          expect((await restOf(droite)).some(({ type }) => type === 'log')).toBe(false);
        }),
      );

      test(
        'comes in batches, in order, without gaps',
        onRelay(async (relay) => {
          const { gauche } = await pair(relay);
          const seen: number[] = [];
          for (let round = 0; round < 5; round++) {
            for (let i = 0; i < 7; i++) gauche.send({ type: 'send_message', message: `${round} ${i}` });
            for (const { seq } of await linesOf(relay, gauche)) seen.push(seq);
          }
          expect(seen).toEqual(Array.from({ length: 4 + 5 * 7 * 2 }, (_, i) => i + 1));
        }),
      );
    });

    describe('a name', () => {
      test(
        'is free at once after a goodbye',
        onRelay(async (relay) => {
          const { gauche, droite } = await pair(relay);
          await droite.leave('goodbye');
          await gauche.next('users');
          expect((await gauche.next('users')).users).toEqual(['gauche']);
          const { registered } = await join(relay, 'droite');
          expect(registered.users).toEqual(['gauche', 'droite']);
        }),
      );

      test(
        'is kept for 30 s after a lost line, and then free',
        onRelay(async (relay) => {
          const { gauche, droite } = await pair(relay);
          await droite.leave('lost');
          await gauche.next('users');
          expect((await gauche.next('users')).users).toEqual(['gauche']);
          const stranger = await relay.connect();
          const frame = { type: 'register', room: 'demo', user: 'droite' };
          expect((await refusalOf(stranger, frame)).code).toBe('NAME_TAKEN');
          relay.advance(29_999);
          const later = await relay.connect();
          expect((await refusalOf(later, frame)).code).toBe('NAME_TAKEN');
          relay.advance(1);
          later.send(frame);
          expect((await later.next('registered')).users).toEqual(['gauche', 'droite']);
        }),
      );

      test(
        'comes back to whoever has its secret, with what was missed',
        onRelay(async (relay) => {
          const { client: gauche } = await join(relay, 'gauche', { log: true });
          const { client: droite, registered } = await join(relay, 'droite');
          const { resume } = registered;
          expect(resume).toMatch(/^[0-9a-f]{32}$/);
          gauche.send({ type: 'send_message', message: 'un' });
          await droite.next('recv');
          await droite.leave('lost');
          await gauche.next('users');
          await gauche.next('users');
          gauche.send({ type: 'send_message', message: 'deux' });
          gauche.send({ type: 'send_message', message: 'trois' });
          await gauche.settle();
          const back = await join(relay, 'droite', { resume, since: 1 });
          expect(back.registered).toMatchObject({ user: 'droite', users: ['gauche', 'droite'], resume });
          expect(await back.client.next('recv')).toMatchObject({ seq: 2, message: 'deux' });
          expect(await back.client.next('recv')).toMatchObject({ seq: 3, message: 'trois' });
          expect(await restOf(back.client)).toEqual([]);
          const texts = (await linesOf(relay, gauche)).slice(-6).map(({ text }) => text);
          expect(texts).toEqual([
            'gauche send message : deux',
            'gauche send message : trois',
            'Register a new user droite with callback handler <connection 3>',
            "User list : ['gauche', 'droite']",
            'message send to droite',
            'message send to droite',
          ]);
        }),
      );

      test(
        'taken back replaces the connection that had it (4001), which can do nothing any more',
        onRelay(async (relay) => {
          const { client: gauche } = await join(relay, 'gauche');
          const { client: old, registered } = await join(relay, 'droite');
          const back = await join(relay, 'droite', { resume: registered.resume, since: 0 });
          old.send({ type: 'send_message', message: 'fantôme' });
          expect(await old.closed()).toBe(4001);
          gauche.send({ type: 'send_message', message: 'a' });
          expect((await back.client.next('recv')).message).toBe('a');
          expect((await restOf(gauche)).some(({ type }) => type === 'recv')).toBe(false);
        }),
      );

      test(
        'whose relay has forgotten it comes with a gap',
        onRelay(async (relay) => {
          const { client } = await join(relay, 'gauche', { resume: 'f'.repeat(32), since: 7 });
          expect(await client.next('gap')).toEqual({ type: 'gap' });
        }),
      );

      test(
        'that was away for too long a talk is told of a gap, then the rest',
        onRelay(
          async (relay) => {
            const { client: gauche } = await join(relay, 'gauche');
            const { client: droite, registered } = await join(relay, 'droite');
            await droite.leave('lost');
            await gauche.next('users');
            await gauche.next('users');
            for (let i = 1; i <= 300; i++) gauche.send({ type: 'send_message', message: String(i) });
            await gauche.settle();
            const back = await join(relay, 'droite', { resume: registered.resume, since: 0 });
            await back.client.next('gap');
            expect((await back.client.next('recv')).message).toBe('45'); // 256 are kept
            expect((await restOf(back.client)).at(-1)).toMatchObject({ type: 'recv', seq: 300 });
          },
          { rate: 0 },
        ),
      );

      /** The first of these texts that a peer still gets who was away while they were said; undefined for none. */
      async function firstKept(relay: Harness, room: string, texts: readonly string[]) {
        const { client: gauche } = await join(relay, 'gauche', { room });
        const { client: droite, registered } = await join(relay, 'droite', { room });
        await droite.leave('lost');
        await gauche.next('users');
        await gauche.next('users');
        for (const message of texts) gauche.send({ type: 'send_message', message });
        await gauche.settle();
        const back = await join(relay, 'droite', { room, resume: registered.resume, since: 0 });
        const [first] = (await restOf(back.client)).filter(({ type }) => type === 'recv');
        for (const client of [gauche, back.client]) await client.leave('goodbye');
        return first?.type === 'recv' ? String(first.message)[0] : undefined;
      }

      const heavy = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((letter) =>
        letter.repeat(60_000),
      );

      test(
        'after heavy talk finds no more than half a million characters',
        onRelay(async (relay) => expect(await firstKept(relay, 'demo', heavy)).toBe('d')),
      );

      test(
        'finds what the whole relay has place for, and a room that is over makes place',
        onRelay(
          async (relay) => {
            const { client } = await join(relay, 'gauche', { room: 'grand' });
            client.send({ type: 'send_message', message: 'x'.repeat(50_000) });
            await client.settle();
            expect(await firstKept(relay, 'un', heavy.slice(0, 3))).toBe('c'); // 70,000 are left
            expect(await firstKept(relay, 'deux', ['y'.repeat(61_000), 'z'.repeat(2000)])).toBe('y');
            client.send({ type: 'send_message', message: 'x'.repeat(60_000) });
            await client.settle();
            expect(await firstKept(relay, 'trois', ['y'.repeat(61_000)])).toBeUndefined();
          },
          { memory: 120_000, rate: 0 },
        ),
      );
    });

    test(
      'forgets a room in which nobody is left',
      onRelay(
        async (relay) => {
          const { client } = await join(relay, 'gauche');
          await client.leave('lost');
          relay.advance(30_000);
          const { registered } = await join(relay, 'droite', {});
          expect(registered.users).toEqual(['droite']);
          const elsewhere = await relay.connect();
          const refused = await refusalOf(elsewhere, { type: 'register', room: 'autre', user: 'a' });
          expect(refused.code).toBe('TOO_MANY_ROOMS');
        },
        { rooms: 1 },
      ),
    );
  });
}

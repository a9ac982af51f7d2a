// What a malicious relay can do to a room that was made for it, whichever way its clients reach it.
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '#server/limits.ts';
import { MAX_FRAME_BYTES } from '#server/protocol.ts';
import type { Client, Harness } from './relay-contract.ts';

const SECOND = 1000;

async function register(relay: Harness, words: object) {
  const client = await relay.connect();
  client.send({ type: 'register', room: 'demo', ...words });
  return { client, registered: await client.next('registered') };
}

/** A room with both peers and an operator. */
async function roomOf(relay: Harness) {
  const { client: gauche } = await register(relay, { user: 'gauche', mallory: true });
  const { client: droite } = await register(relay, { user: 'droite' });
  const { client: mallory, registered } = await register(relay, { operate: true });
  return { gauche, droite, mallory, secret: registered.resume };
}

async function received(client: Client) {
  await client.settle();
  return client
    .rest()
    .flatMap((delivery) =>
      delivery.type === 'recv' ? [`${delivery.seq} ${delivery.user}: ${delivery.message}`] : [],
    );
}

async function entries(client: Client) {
  await client.settle();
  return client.rest().flatMap((delivery) => (delivery.type === 'journal' ? delivery.entries : []));
}

const deeds = async (client: Client) => (await entries(client)).map((entry) => entry.deeds.join('+'));

const say = (client: Client, ...texts: string[]) => {
  for (const message of texts) client.send({ type: 'send_message', message });
};
const rule = (act: string, words: object = {}) => ({ type: 'act', do: 'rule', rule: { act, ...words } });
const noRule = { type: 'act', do: 'rule', rule: null };
const deliver = (user: string, message: string, words: object = {}) => ({
  type: 'act',
  do: 'deliver',
  user,
  message,
  ...words,
});

export function malloryContract(name: string, start: (limits: Limits) => Promise<Harness>): void {
  const onRelay = (run: (relay: Harness) => Promise<void>) => async () => {
    const relay = await start(DEFAULT_LIMITS);
    try {
      await run(relay);
    } finally {
      await relay.stop();
    }
  };

  /** Gives orders, and waits until they are carried out. */
  async function order(mallory: Client, ...orders: object[]) {
    for (const each of orders) mallory.send(each);
    await mallory.settle();
  }

  describe(`the malicious relay, ${name}`, () => {
    test(
      'sees every message, and carries it as an honest one would while nobody tells it otherwise',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        say(gauche, 'rdv 14h');
        await gauche.settle();
        expect(await received(droite)).toEqual(['1 gauche: rdv 14h']);
        await mallory.next('seen'); // the briefing
        expect((await mallory.next('seen')).messages).toEqual([
          { seq: 1, user: 'gauche', message: 'rdv 14h', held: false },
        ]);
      }),
    );

    test(
      'holds a message, and hands it out altered',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('hold'));
        gauche.send({ type: 'send_message', message: 'rdv 14h', id: 'a' });
        expect(await gauche.next('sent')).toEqual({ type: 'sent', id: 'a', seq: 1 }); // it was lied to
        expect(await received(droite)).toEqual([]);
        await order(mallory, deliver('gauche', 'rdv 18h', { of: 1 }));
        expect(await received(droite)).toEqual(['2 gauche: rdv 18h']);
        expect(await deeds(mallory)).toEqual(['rule', 'hold', 'forward+tamper']);
      }),
    );

    test(
      'drops what it holds, once',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('hold'));
        say(gauche, 'un');
        await gauche.settle();
        await order(mallory, { type: 'act', do: 'drop', seq: 1 });
        mallory.send({ type: 'act', do: 'drop', seq: 1 });
        expect((await mallory.next('refused')).code).toBe('NOT_HELD');
        expect(await received(droite)).toEqual([]);
      }),
    );

    test(
      'replays at once and later, relabels, reflects and invents',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        say(gauche, 'un');
        await gauche.settle();
        await order(
          mallory,
          deliver('gauche', 'un', { of: 1, times: 2 }),
          deliver('gauche', 'un', { of: 1, seconds: 5 }),
          deliver('paul', 'un', { of: 1 }),
          deliver('gauche', 'un', { of: 1, to: ['gauche'] }),
          deliver('droite', 'inventé'),
        );
        relay.advance(5 * SECOND - 1);
        expect(await received(droite)).toEqual(
          ['1 gauche: un', '2 gauche: un', '3 gauche: un', '4 paul: un'], // an invention in one's name is for the others
        );
        expect(await received(gauche)).toEqual(['5 gauche: un', '6 droite: inventé']);
        relay.advance(1);
        expect(await received(droite)).toEqual(['7 gauche: un']);
        expect(await deeds(mallory)).toEqual([
          'replay',
          'replay',
          'delay',
          'replay+relabel',
          'replay+reflect',
          'inject',
          'replay',
        ]);
      }),
    );

    test.each([
      ['drop', { every: 2 }, ['a', 'c']],
      ['drop', { from: 'droite' }, ['a', 'b', 'c', 'd']],
      ['swap', {}, ['b', 'a', 'd', 'c']],
      ['relabel', { as: 'paul', every: 4 }, ['a', 'b', 'c', 'd']],
      ['replay', { every: 3 }, ['a', 'b', 'c', 'c', 'd']],
      ['delay', { seconds: 2, every: 3 }, ['a', 'b', 'd', 'c']],
      ['tamper', { mask: '03' }, ['b', 'a', '`', 'g']],
      ['tamper', { mask: '80', every: 2 }, ['a', '\ufffd', 'c', '\ufffd']],
      ['tamper', { mask: 'ff', offset: 1 }, ['a', 'b', 'c', 'd']],
      ['drop', { for: { messages: 2 } }, ['c', 'd']],
      ['drop', { every: 2, for: { messages: 1 } }, ['a', 'c', 'd']],
      ['drop', { for: { seconds: 1 } }, []],
      ['drop', { for: { seconds: 1, messages: 3 } }, ['d']],
      ['swap', { for: { messages: 3 } }, ['b', 'a', 'c', 'd']],
    ])('by rule: %s %j', (act, words, expected) =>
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule(act, words));
        say(gauche, 'a', 'b', 'c');
        await gauche.settle();
        relay.advance(1);
        say(gauche, 'd');
        await gauche.settle();
        relay.advance(2 * SECOND);
        expect((await received(droite)).map((line) => line.split(': ')[1])).toEqual(expected);
      })(),
    );

    test(
      'reflects by rule to the author, and stops when the rule ends',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('reflect'));
        say(gauche, 'écho');
        await gauche.settle();
        await order(mallory, noRule);
        say(gauche, 'plus');
        expect(await received(gauche)).toEqual(['3 gauche: écho']);
        expect(await received(droite)).toEqual(['2 gauche: écho', '4 gauche: plus']);
      }),
    );

    test(
      'changes the bytes of a pair as if one part followed the other, and of bytes, but not their form',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        const block = (data: string) => ({ data, encoding: 'base64' });
        await order(mallory, rule('tamper', { offset: 1, mask: 'ff0f' }));
        gauche.send({ type: 'send_message', message: [block('AAA='), block('AAA=')] });
        gauche.send({ type: 'send_message', message: block('AAAA') });
        gauche.send({ type: 'send_message', message: [block(''), block('')] });
        expect((await droite.next('recv')).message).toEqual([block('AP8='), block('DwA=')]);
        expect((await droite.next('recv')).message).toEqual(block('AP8P'));
        expect((await droite.next('recv')).message).toEqual([block(''), block('')]);
        expect(await deeds(mallory)).toEqual(['rule', 'tamper', 'tamper', 'forward']);
      }),
    );

    test(
      'ends a rule at its last second, though nobody speaks, and says so',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('swap', { for: { seconds: 3 } }));
        say(gauche, 'seul');
        await gauche.settle();
        relay.advance(3 * SECOND - 1);
        expect(await received(droite)).toEqual([]);
        relay.advance(1);
        expect(await received(droite)).toEqual(['2 gauche: seul']); // nobody will change places with it
        await order(mallory, rule('drop', { for: { seconds: 3 } }));
        relay.advance(1 * SECOND);
        await order(mallory, rule('relabel', { as: 'paul', for: { seconds: 3 } }));
        relay.advance(2 * SECOND); // the end of the first one is not the second one's
        say(gauche, 'masqué');
        expect(await received(droite)).toEqual(['4 paul: masqué']);
        expect(await deeds(mallory)).toEqual(['rule', 'hold', 'forward', 'end', 'rule', 'rule', 'relabel']);
      }),
    );

    test(
      'lets the message go that waited to change places, when another rule comes',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('swap'));
        say(gauche, 'seul');
        await gauche.settle();
        await order(mallory, rule('hold'));
        expect(await received(droite)).toEqual(['2 gauche: seul']);
      }),
    );

    test(
      'hands held messages out in any order, all of them or none',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        const forward = (...seqs: number[]) => ({ type: 'act', do: 'forward', seqs });
        await order(mallory, rule('hold'));
        say(gauche, 'a', 'b', 'c', 'd');
        await gauche.settle();
        mallory.send(forward(1, 5));
        expect((await mallory.next('refused')).code).toBe('NOT_HELD');
        expect(await received(droite)).toEqual([]);
        await order(mallory, forward(2, 1), forward(3, 4));
        expect((await received(droite)).map((line) => line.split(': ')[1])).toEqual(['b', 'a', 'c', 'd']);
        mallory.send(forward(1));
        expect((await mallory.next('refused')).code).toBe('NOT_HELD');
        expect((await deeds(mallory)).slice(-4)).toEqual(['swap', 'swap', 'forward', 'forward']);
      }),
    );

    test(
      'hands out what it remembers without being told its bytes again, even what fills a frame',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('hold'));
        const frame = { type: 'send_message', message: '' };
        const full = 'x'.repeat(MAX_FRAME_BYTES - JSON.stringify(frame).length);
        gauche.send({ ...frame, message: full });
        await gauche.settle();
        await order(
          mallory,
          { type: 'act', do: 'deliver', of: 1 },
          { type: 'act', do: 'deliver', of: 1, user: 'paul' },
        );
        expect(await received(droite)).toEqual([`2 gauche: ${full}`, `3 paul: ${full}`]);
        mallory.send({ type: 'act', do: 'deliver', of: 99 });
        expect((await mallory.next('refused')).code).toBe('NOT_SEEN');
      }),
    );

    test(
      'gives up what waits, and nothing else',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        say(gauche, 'un');
        await gauche.settle();
        await order(
          mallory,
          deliver('gauche', 'un', { of: 1, seconds: 5, times: 3 }),
          deliver('gauche', 'deux', { seconds: 6 }),
        );
        relay.advance(5 * SECOND);
        const [first] = await entries(mallory);
        expect(first).toMatchObject({ deeds: ['delay'], of: 1, seconds: 5, times: 3 });
        const cancel = { type: 'act', do: 'cancel', entry: first?.seq };
        await order(mallory, cancel);
        relay.advance(60 * SECOND);
        expect((await received(droite)).slice(1)).toEqual(['2 gauche: un', '3 gauche: deux']);
        mallory.send(cancel);
        expect((await mallory.next('refused')).code).toBe('NOT_HELD');
        expect(await entries(mallory)).toMatchObject([
          { deeds: ['cancel'], of: 1, after: first?.seq },
          { deeds: ['inject'], as: 3, user: 'gauche', after: 2 },
        ]);
        await order(mallory, deliver('paul', 'trois', { of: 1, seconds: 5 }));
        expect(await entries(mallory)).toMatchObject([
          { deeds: ['delay', 'tamper', 'relabel'], user: 'paul' },
        ]);
      }),
    );

    test(
      'hands out at its time what was delayed, to those that are there then, or to nobody',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        const { client: paul } = await register(relay, { user: 'paul' });
        await order(mallory, rule('delay', { seconds: 5 }));
        const leave = async (client: Client, name: string) => {
          await client.leave('goodbye');
          while ((await gauche.next('users')).users.includes(name));
        };
        say(gauche, 'tard');
        await gauche.settle();
        await leave(droite, 'droite');
        relay.advance(5 * SECOND);
        expect((await entries(mallory)).at(-1)).toMatchObject({ deeds: ['forward'], of: 1, to: ['paul'] });
        say(gauche, 'trop tard');
        await gauche.settle();
        await leave(paul, 'paul');
        relay.advance(5 * SECOND);
        expect((await entries(mallory)).at(-1)).toMatchObject({ deeds: ['forward'], of: 3, to: [] });
      }),
    );

    test(
      'gives what was for one peer to no other one that comes back',
      onRelay(async (relay) => {
        const { gauche, mallory } = await roomOf(relay);
        const { client: paul, registered } = await register(relay, { user: 'paul' });
        say(gauche, 'pour tous');
        expect(await received(paul)).toEqual(['1 gauche: pour tous']);
        await paul.leave('lost');
        await order(
          mallory,
          deliver('gauche', 'pour droite', { to: ['droite'] }),
          deliver('paul', 'de paul'),
        );
        say(gauche, 'encore');
        await gauche.settle();
        const { client: back } = await register(relay, {
          user: 'paul',
          resume: registered.resume,
          since: 1,
        });
        expect(await received(back)).toEqual(['4 gauche: encore']);
      }),
    );

    test(
      'is told what to do by one operator, in a room that was made for it, and by nobody else',
      onRelay(async (relay) => {
        const { gauche, mallory } = await roomOf(relay);
        gauche.send(rule('drop'));
        expect((await gauche.next('refused')).code).toBe('FORBIDDEN');
        const second = await relay.connect();
        second.send({ type: 'register', room: 'demo', operate: true });
        expect((await second.next('refused')).code).toBe('SEAT_TAKEN');
        const { client: honest } = await register(relay, { room: 'honest', user: 'gauche' });
        second.send({ type: 'register', room: 'honest', operate: true });
        expect((await second.next('refused')).code).toBe('FORBIDDEN');
        second.send(rule('drop'));
        expect((await second.next('refused')).code).toBe('NOT_REGISTERED');
        mallory.send({ type: 'send_message', message: 'moi' });
        expect((await mallory.next('refused')).code).toBe('FORBIDDEN');
        await honest.settle();
      }),
    );

    test(
      'becomes honest when its operator leaves, and lets go of what it held',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('hold'));
        say(gauche, 'retenu');
        await gauche.settle();
        await mallory.leave('goodbye');
        await droite.settle();
        expect((await droite.next('recv')).message).toBe('retenu');
        say(gauche, 'libre');
        expect((await droite.next('recv')).message).toBe('libre');
      }),
    );

    test(
      'lets go of what it delayed as well, as it came, forgets copies, and says how many',
      onRelay(async (relay) => {
        const { gauche, droite, mallory } = await roomOf(relay);
        await order(mallory, rule('hold'));
        say(gauche, 'vrai');
        await gauche.settle();
        await order(
          mallory,
          deliver('paul', 'faux', { of: 1, seconds: 60, times: 2 }),
          deliver('gauche', 'inventé', { seconds: 60 }),
        );
        await mallory.leave('goodbye');
        expect(await droite.next('recv')).toMatchObject({ user: 'gauche', message: 'vrai' });
        relay.advance(200 * SECOND);
        expect(await received(droite)).toEqual([]);
        const { client: next } = await register(relay, { operate: true });
        expect((await entries(next)).slice(-3)).toMatchObject([
          { deeds: ['release'] },
          { deeds: ['forget'], times: 2 },
          { deeds: ['forward'], of: 1 },
        ]);
      }),
    );

    test(
      'waits for an operator whose line broke, and tells a returning one where it stands',
      onRelay(async (relay) => {
        const { gauche, droite, mallory, secret } = await roomOf(relay);
        await order(mallory, rule('hold'));
        say(gauche, 'retenu');
        await gauche.settle();
        await mallory.leave('lost');
        relay.advance(29 * SECOND);
        const { client: back } = await register(relay, { operate: true, resume: secret });
        expect((await back.next('seen')).messages.map(({ held }) => held)).toEqual([true]);
        expect((await back.next('journal')).entries.map((entry) => entry.deeds[0])).toEqual(['rule', 'hold']);
        relay.advance(60 * SECOND);
        expect(await received(droite)).toEqual([]);
        await back.leave('lost');
        const later = async () => {
          relay.advance(30 * SECOND); // again and again: a broken line is not noticed at once
          return received(droite);
        };
        await expect.poll(later).toEqual(['2 gauche: retenu']);
      }),
    );

    test.each([
      { do: 'sing' },
      { do: 'drop' },
      { do: 'deliver', user: 'gauche' },
      { do: 'deliver', user: 'gauche', message: 'a', times: 0 },
      { do: 'deliver', user: 'gauche', message: 'a', times: 1e9 },
      { do: 'deliver', user: 'gauche', message: 'a', seconds: -1 },
      { do: 'deliver', user: 'gauche', message: { data: '!', encoding: 'base64' } },
      { do: 'deliver', user: 'gauche', message: 'a', to: 'droite' },
      { do: 'deliver', user: 'gauche', message: 'a', to: [] },
      { do: 'deliver', user: 'gauche', message: 'a', to: Array(129).fill('a') },
      { do: 'deliver', user: 'gauche', message: 'a', to: [1] },
      { do: 'deliver', message: 'a' },
      { do: 'deliver', of: 1, message: null },
      { do: 'forward' },
      { do: 'forward', seqs: [] },
      { do: 'forward', seqs: [1, 1] },
      { do: 'forward', seqs: ['1'] },
      { do: 'cancel' },
      { do: 'rule' },
      { do: 'rule', rule: { act: 'relabel' } },
      { do: 'rule', rule: { act: 'drop', every: 0 } },
      { do: 'rule', rule: { act: 'delay' } },
      { do: 'rule', rule: { act: 'tamper' } },
      { do: 'rule', rule: { act: 'tamper', mask: '' } },
      { do: 'rule', rule: { act: 'tamper', mask: '0' } },
      { do: 'rule', rule: { act: 'tamper', mask: 'zz' } },
      { do: 'rule', rule: { act: 'tamper', mask: '00'.repeat(65) } },
      { do: 'rule', rule: { act: 'tamper', mask: '01', offset: -1 } },
      { do: 'rule', rule: { act: 'drop', for: {} } },
      { do: 'rule', rule: { act: 'drop', for: 3 } },
      { do: 'rule', rule: { act: 'drop', for: { messages: 0 } } },
      { do: 'rule', rule: { act: 'drop', for: { seconds: 1e9 } } },
    ])('refuses what is no order: %j', (act) =>
      onRelay(async (relay) => {
        const { mallory } = await roomOf(relay);
        mallory.send({ type: 'act', ...act });
        expect((await mallory.next('refused')).code).toBe('BAD_ENVELOPE');
        for (const misnamed of [
          deliver('a\nb', 'a'),
          deliver('a', 'a', { to: ['a\nb'] }),
          rule('relabel', { as: 'a\u202eb' }),
          rule('drop', { from: '' }),
        ]) {
          mallory.send(misnamed);
          expect((await mallory.next('refused')).code).toBe('BAD_NAME');
        }
      })(),
    );
  });
}

// Question 3 on a real bench: who holds the words, for every way to stand the switches, and after each publication.
import { describe, expect, test } from 'vitest';
import { fromHex, fromUtf8, toHex, utf8 } from '#lab/bytes.ts';
import { encryptGcm } from '#lab/primitives/aes-gcm.ts';
import { seededRandom } from '../../test/random.ts';
import { cheapKeyring, startBench } from '../../test/start-bench.ts';
import { PrincipeTrial, type Switches, TEXT } from './03-principe.ts';
import { holds } from './eyes.ts';
import { openRecord, openSession, sealRecord } from './tls-record.ts';

async function startTrial() {
  const started = await startBench();
  const trial = new PrincipeTrial(started.bench, cheapKeyring());
  const sendWith = async (switches: Partial<Switches>) => {
    trial.turn(switches);
    await trial.send();
    await started.settle();
    const round = trial.rounds.value.at(-1);
    if (!round) throw new Error('nothing came of it');
    return round;
  };
  const done = () => trial.goals.value.filter(({ done }) => done).map(({ name }) => name);
  return { ...started, trial, sendWith, done };
}

/** Three switches, and who reads then: what the question is about. */
const TABLE: readonly (readonly [Switches, readonly string[]])[] = [
  [{ logs: true, tls: false, ends: false }, ['network', 'memory', 'log']],
  [{ logs: false, tls: false, ends: false }, ['network', 'memory']],
  [{ logs: true, tls: true, ends: false }, ['memory', 'log']],
  [{ logs: false, tls: true, ends: false }, ['memory']],
  [{ logs: true, tls: false, ends: true }, []],
  [{ logs: false, tls: false, ends: true }, []],
  [{ logs: true, tls: true, ends: true }, []],
  [{ logs: false, tls: true, ends: true }, []],
];

describe('who reads', () => {
  test.each(TABLE)('with %o: %o', async (switches, readers) => {
    const { sendWith, done, bench } = await startTrial();
    const round = await sendWith(switches);
    expect([...round.readers]).toEqual(readers);
    expect(bench.timeline.value[0]?.receipts[0]?.text).toBe(TEXT); // gauche reads it in any case
    expect(done()).toEqual(readers.length === 0 ? ['nobody'] : []);
  });

  test('is told from the frame, the memory and the line as they are', async () => {
    const { sendWith, bench } = await startTrial();
    const { holdings } = await sendWith({});
    const id = bench.timeline.value[0]?.id;
    expect(fromUtf8(holdings.network ?? utf8(''))).toBe(
      JSON.stringify({ type: 'send_message', message: TEXT, id }),
    );
    expect(fromUtf8(holdings.memory ?? utf8(''))).toBe(TEXT);
    expect(fromUtf8(holdings.log ?? utf8(''))).toBe(`INFO:ChatServer:droite send message : ${TEXT}`);
  });

  test.each(['dit "oui" \\ ou non', 'deux\nlignes', 'été, 15 €'])(
    'of %j, however it is written',
    async (text) => {
      const { trial, sendWith } = await startTrial();
      trial.text.value = text;
      expect((await sendWith({})).readers.size).toBe(3);
    },
  );
});

describe('the log that is switched off', () => {
  test('is not written at all, and leaves no gap when it is on again', async () => {
    const { bench, sendWith, say } = await startTrial();
    const before = bench.log.value.length;
    await sendWith({ logs: false });
    expect(bench.log.value).toHaveLength(before);
    await sendWith({ logs: true });
    expect(bench.log.value.slice(before).map(({ kind }) => kind)).toEqual(['line', 'line']);
    await say('gauche', 'encore');
    expect(bench.log.value.some(({ kind }) => kind === 'gap')).toBe(false);
  });

  test('is on again when the experiment ends', async () => {
    const { bench, trial, say } = await startTrial();
    trial.turn({ logs: false });
    trial.end();
    await say('gauche', 'écrit');
    const last = bench.log.value.at(-1);
    expect(last?.kind === 'line' && last.line.text).toBe('message send to droite');
  });
});

describe('published', () => {
  test.each([
    ['code', false, 3],
    ['key', false, 3],
    ['code', true, 0],
    ['key', true, 3],
  ] as const)('the %s, of a message whose ends are its own: %s, %i read it', async (what, ends, count) => {
    const { trial, sendWith } = await startTrial();
    await sendWith({ ends });
    await trial.publish(what, ends);
    expect(trial.publications.value[0]?.readers.size).toBe(count);
  });

  test('the key opens no TLS, and no log that was not written', async () => {
    const { trial, sendWith } = await startTrial();
    await sendWith({ ends: true, tls: true, logs: false });
    await trial.publish('key', true);
    expect([...(trial.publications.value[0]?.readers ?? [])]).toEqual(['memory']);
  });

  test('the key of another password opens nothing: it is the key that counts', async () => {
    const { bench, trial, sendWith } = await startTrial();
    const { password } = await sendWith({ ends: true });
    expect(password).toBe('soleil');
    const round = trial.last(true);
    if (round) trial.rounds.value = [{ ...round, password: 'lune' }];
    await trial.publish('key', true);
    expect(trial.publications.value[0]?.readers.size).toBe(0);
    expect(bench.timeline.value).toHaveLength(1);
  });

  test('both, of both kinds, is the goal; nothing can be published of what was not sent', async () => {
    const { trial, sendWith, done } = await startTrial();
    await trial.publish('key', true);
    expect(trial.publications.value).toEqual([]);
    await sendWith({});
    await sendWith({ ends: true });
    for (const ends of [false, true])
      for (const what of ['code', 'key', 'key'] as const) await trial.publish(what, ends);
    expect(trial.publications.value).toHaveLength(4);
    expect(done()).toEqual(['nobody', 'published']);
  });
});

test('what does not leave is no round, and says so', async () => {
  const { bench, trial, settle } = await startTrial();
  bench.cable.cut();
  await trial.send();
  await settle();
  expect(trial.failed.value).toBe(true);
  expect(trial.rounds.value).toEqual([]);
});

describe('a simulated TLS record', () => {
  const session = openSession(seededRandom('tls'));

  test('opens at its other end, hides the frame, and has a header as in RFC 8446', () => {
    const record = sealRecord(session, 'une trame');
    expect(toHex(record.subarray(0, 5))).toBe('170303001a'); // 9 bytes, a content type, a tag: 26
    expect(holds(record, 'une trame')).toBe(false);
    expect(fromUtf8(openRecord(session, record))).toBe('une trame');
  });

  test('is AES-GCM with the header as associated data, under the IV for the first record', () => {
    const record = sealRecord(session, 'x');
    const header = record.subarray(0, 5);
    expect(record.subarray(5)).toEqual(encryptGcm(session.key, session.iv, Uint8Array.of(0x78, 23), header));
  });

  test('is the one that RFC 8448 §3 prints for the client’s application data', () => {
    const hex = (text: string) => fromHex(text.replaceAll(' ', '')) ?? utf8('');
    const printed = {
      key: hex('17 42 2d da 59 6e d5 d9 ac d8 90 e3 c6 3f 50 51'),
      iv: hex('5b 78 92 3d ee 08 57 90 33 e5 23 d9'),
      records: 0,
    };
    const payload = String.fromCharCode(...Array.from({ length: 50 }, (_, i) => i));
    expect(toHex(sealRecord(printed, payload))).toBe(
      toHex(
        hex(
          '17 03 03 00 43 a2 3f 70 54 b6 2c 94 d0 af fa fe 82 28 ba 55 cb ef ac ea 42 f9 14 aa 66 bc ab 3f 2b 98 19 a8 ' +
            'a5 b4 6b 39 5b d5 4a 9a 20 44 1e 2b 62 97 4e 1f 5a 62 92 a2 97 70 14 bd 1e 3d ea e6 3a ee bb 21 69 49 15 e4',
        ),
      ),
    );
  });

  test('of another session does not open', () => {
    const record = sealRecord(session, 'une trame');
    expect(() => openRecord(openSession(seededRandom('another')), record)).toThrow('invalid token');
    expect(() => openRecord({ ...session, records: 1 }, record)).toThrow('invalid token');
  });
});

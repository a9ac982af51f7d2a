// The bench without a browser: two peers, the relay in the page, and what a tab keeps of it.
import { describe, expect, test } from 'vitest';
import { flip } from '#lab/attacks/bit-flip.ts';
import { utf8 } from '#lab/bytes.ts';
import { deriveBytes } from '#lab/derive.ts';
import { stages } from '#lab/stages.ts';
import { formatLine } from '#server/log.ts';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { memoryStorage } from '../../test/memory-storage.ts';
import { Bench } from './bench.ts';
import type { BenchWorld, Preset } from './bench-world.ts';
import { Keyring } from './keyring.ts';
import { withField } from './payload.ts';
import { entriesOf } from './timeline.ts';

const PRESET: Preset = { page: 'question 1', stage: 'plaintext', from: 'gauche', text: 'bonjour' };

/** All that a storage holds, as one text. */
const allIn = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, i) => storage.getItem(storage.key(i) ?? '')).join('\n');

/** PBKDF2's cost is not what is tested here. */
const cheaply: ConstructorParameters<typeof Keyring>[0] = async (derivation, password) =>
  deriveBytes(derivation, password, { iterations: 1, scrypt: 2 });

function worldWith(storage: Storage | undefined, derive = cheaply) {
  const world = handCrankedWorld();
  const bench: BenchWorld = {
    ...world,
    relayFile: async () => ({ relay: null }),
    invitation: () => undefined,
    onInvitation: () => {},
    dropInvitation: () => {},
    socketUrl: (path) => path,
    storage: () => storage,
    keyring: new Keyring(derive),
  };
  return { ...bench, advance: world.advance };
}

/** Lets all that waits for its turn have it. */
async function settle(world: { advance(milliseconds: number): void }): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    world.advance(33);
  }
}

async function startBench(storage?: Storage, preset: Partial<Preset> = {}, derive = cheaply) {
  const world = worldWith(storage, derive);
  const bench = new Bench(world, { ...PRESET, ...preset });
  await bench.start();
  await settle(world);
  const say = async (peer: 'gauche' | 'droite', text: string) => {
    bench.peers[peer].draft.value = text;
    await bench.peers[peer].sendDraft();
    await settle(world);
  };
  const read = (peer: string) => entriesOf(bench.timeline.value, peer).map(({ receipt }) => receipt?.text);
  const lines = () =>
    bench.log.value.flatMap((entry) => (entry.kind === 'line' ? [formatLine(entry.line)] : []));
  return { bench, world, say, read, lines };
}

describe('the log of a scripted conversation, at each stage', () => {
  const BASE64 = "\\{'data': '[A-Za-z0-9+/]+=*', 'encoding': 'base64'\\}";
  test.each([
    ['plaintext', /^qsdfqsdfqsdf$/],
    ['hazmat', new RegExp(`^\\(${BASE64}, ${BASE64}\\)$`)],
    ['fernet', /^\{'data': 'Z0FBQUFB[A-Za-z0-9+/]+=*', 'encoding': 'base64'\}$/],
    ['fernet-ttl', /^\{'data': 'Z0FBQUFB[A-Za-z0-9+/]+=*', 'encoding': 'base64'\}$/],
    ['aead', /^\{'data': 'A[A-Za-z0-9+/]+=*', 'encoding': 'base64'\}$/],
  ] as const)('%s', async (stage, payload) => {
    const { say, read, lines } = await startBench(undefined, { stage });
    await say('gauche', 'qsdfqsdfqsdf');
    await say('droite', 'bien reçu');
    expect(read('droite')[0]).toBe('qsdfqsdfqsdf');
    expect(read('gauche')[1]).toBe('bien reçu');
    const all = lines();
    expect(all).toHaveLength(8);
    expect(all.slice(0, 4)).toEqual([
      'INFO:ChatServer:Register a new user gauche with callback handler <connection 1>',
      "DEBUG:ChatServer:User list : ['gauche']",
      'INFO:ChatServer:Register a new user droite with callback handler <connection 2>',
      "DEBUG:ChatServer:User list : ['gauche', 'droite']",
    ]);
    const head = 'INFO:ChatServer:gauche send message : ';
    expect(all[4]?.startsWith(head)).toBe(true);
    expect(all[4]?.slice(head.length)).toMatch(payload);
    expect(all[5]).toBe('INFO:ChatServer:message send to droite');
    expect(all[7]).toBe('INFO:ChatServer:message send to gauche');
  });
});

describe('from page to page', () => {
  test('whatever changes is saved of itself a quarter of a second later, again and again', async () => {
    const storage = memoryStorage();
    const { bench, world } = await startBench(storage);
    for (const draft of ['un début', 'une suite', 'une fin']) {
      world.advance(1000);
      bench.peers.gauche.draft.value = draft;
      expect(allIn(storage)).not.toContain(draft);
      world.advance(250);
      expect(allIn(storage)).toContain(draft);
    }
  });

  test('the conversation, its log and its numbers go on, and nobody was seen to leave', async () => {
    const storage = memoryStorage();
    const first = await startBench(storage);
    await first.say('gauche', 'un');
    first.bench.saveNow();
    const second = await startBench(storage, { page: 'question 5', stage: 'hazmat', text: 'deux' });
    expect(second.bench.stage.value).toBe('hazmat');
    expect(second.bench.peers.gauche.draft.value).toBe('deux');
    await second.say('gauche', 'deux');
    expect(second.read('droite')).toEqual(['un', 'deux']);
    expect(second.bench.timeline.value.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(second.lines()).toHaveLength(8);
    expect(second.lines().some((line) => line.includes('remove'))).toBe(false);
  });

  test('lines that had not been told when the page was left are told on the next', async () => {
    const storage = memoryStorage();
    const first = await startBench(storage);
    first.bench.peers.gauche.draft.value = 'au dernier moment';
    await first.bench.peers.gauche.sendDraft();
    first.bench.saveNow(); // within the 33 ms of a batch
    const second = await startBench(storage);
    expect(second.lines().slice(-2)).toEqual([
      'INFO:ChatServer:gauche send message : au dernier moment',
      'INFO:ChatServer:message send to droite',
    ]);
    expect(second.read('droite')).toEqual(['au dernier moment']);
  });

  test('what one page proposed and nobody wrote gives way to what the next one proposes', async () => {
    const storage = memoryStorage();
    const first = await startBench(storage);
    first.bench.saveNow();
    const next = await startBench(storage, { page: 'question 2', from: 'droite', text: 'autre' });
    expect(next.bench.peers.gauche.draft.value).toBe('');
    expect(next.bench.peers.droite.draft.value).toBe('autre');
  });

  test('a reload leaves the reader’s own stage and draft alone', async () => {
    const storage = memoryStorage();
    const first = await startBench(storage);
    first.bench.setStage('fernet');
    first.bench.peers.gauche.draft.value = '';
    first.bench.peers.droite.password.value = 'lune';
    first.bench.saveNow();
    const again = await startBench(storage);
    expect(again.bench.stage.value).toBe('fernet');
    expect(again.bench.peers.gauche.draft.value).toBe('');
    expect(again.bench.peers.droite.password.value).toBe('lune');
  });

  test('what an older page kept, or nobody could read, is no obstacle', async () => {
    for (const kept of ['', 'no json', '{"version":0,"bench":{}}', '[]', 'null']) {
      const storage = memoryStorage();
      storage.setItem('tp-chat-chiffre:bench', kept);
      const { say, read } = await startBench(storage);
      await say('gauche', 'neuf');
      expect(read('droite')).toEqual(['neuf']);
    }
  });

  test('a tab that has no room says so, and keeps no half of a truth', async () => {
    const storage = memoryStorage(100);
    const { bench } = await startBench(storage);
    bench.saveNow();
    expect(bench.kept.value).toBe(false);
    expect(storage.length).toBe(0);
  });
});

test('where the server of its room does not answer, a page talks to itself, and leaves what the tab has kept alone', async () => {
  const storage = memoryStorage();
  const world = {
    ...worldWith(storage),
    relayFile: async () => undefined,
    invitation: () => ({ room: 'salon', peer: 'gauche' }) as const, // one of the seats that there are
  };
  const bench = new Bench(world, PRESET);
  await bench.start();
  expect([bench.places.relay.value?.kind, bench.places.unreachable.value]).toEqual(['page', true]);
  await settle(world);
  bench.saveNow();
  expect(storage.length).toBe(0);
  bench.reset();
  bench.saveNow();
  expect([bench.places.unreachable.value, storage.length > 0]).toEqual([false, true]);
});

describe('what a receiver makes of a message', () => {
  test('at another stage than the sender’s: a refusal, and the bench goes on', async () => {
    const { bench, world, say, read } = await startBench(undefined, { stage: 'fernet' });
    bench.peers.gauche.draft.value = 'entre deux étapes';
    const sending = bench.peers.gauche.sendDraft();
    bench.setStage('hazmat'); // after it was sealed as a token, before it arrives
    await sending;
    await settle(world);
    expect(read('droite')).toEqual([undefined]);
    const [receipt] = bench.timeline.value[0]?.receipts ?? [];
    expect(receipt?.checks[0]).toEqual({ name: 'form', result: 'failed' });
    await say('gauche', 'après');
    expect(read('droite').at(-1)).toBe('après');
  });

  test('with another password: nothing but a refusal; with the right one again: the text', async () => {
    const { bench, say, read } = await startBench(undefined, { stage: 'fernet-ttl' });
    bench.peers.droite.password.value = 'lune';
    await say('gauche', 'un');
    bench.peers.droite.password.value = 'soleil';
    await say('gauche', 'deux');
    expect(read('droite')).toEqual([undefined, 'deux']);
    expect(bench.timeline.value[0]?.receipts[0]?.checks.find(({ result }) => result === 'failed')?.name).toBe(
      'hmac',
    );
  });

  test('dated 45 s ago: refused with a TTL, read without', async () => {
    const { bench, say, read } = await startBench(undefined, { stage: 'fernet-ttl' });
    bench.peers.gauche.offset.value = -45;
    await say('gauche', 'tard');
    bench.setStage('fernet');
    await say('gauche', 'tard');
    expect(read('droite')).toEqual([undefined, 'tard']);
  });
});

test('a message that no frame can hold stays in the draft', async () => {
  const { bench, say, read } = await startBench();
  await say('gauche', 'x'.repeat(70_000));
  expect(bench.peers.gauche.notice.value).toBe('too large');
  expect(bench.peers.gauche.draft.value).toHaveLength(70_000);
  expect(read('droite')).toEqual([]);
  await say('gauche', 'x'.repeat(60_000));
  expect(read('droite')).toEqual(['x'.repeat(60_000)]);
  expect(bench.peers.gauche.notice.value).toBeUndefined();
});

test('starting again leaves nothing of before', async () => {
  const storage = memoryStorage();
  const { bench, world, say, lines } = await startBench(storage);
  await say('gauche', 'à oublier');
  bench.peers.droite.offset.value = 30;
  bench.setStage('fernet');
  bench.reset();
  await settle(world);
  expect(bench.timeline.value).toEqual([]);
  expect(lines()).toHaveLength(4);
  expect(bench.stage.value).toBe('plaintext');
  expect(bench.peers.droite.offset.value).toBe(0);
  expect(bench.peers.gauche.draft.value).toBe('bonjour');
  bench.saveNow();
  expect(allIn(storage)).not.toContain('à oublier');
  expect(allIn(storage)).toContain('bonjour');
});

describe('while a password becomes a key', () => {
  /** A bench on which no key is made until it may. */
  async function startSlow() {
    let finish = () => {};
    const started: string[] = [];
    const allowed = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const derive: typeof cheaply = async (derivation, password) => {
      started.push(password);
      await allowed;
      return deriveBytes(derivation, password, { iterations: 1 });
    };
    const storage = memoryStorage();
    return { ...(await startBench(storage, { stage: 'hazmat' }, derive)), storage, started, finish };
  }

  test('what was typed stays where it is, and leaves when the key is there', async () => {
    const { bench, world, finish, storage, read } = await startSlow();
    bench.peers.gauche.draft.value = 'patience';
    void bench.peers.gauche.sendDraft();
    await settle(world);
    expect(bench.peers.gauche.sending.value).toBe(true);
    expect(bench.peers.gauche.draft.value).toBe('patience');
    bench.saveNow();
    expect(allIn(storage)).toContain('patience');
    finish();
    await settle(world);
    expect(bench.peers.gauche.draft.value).toBe('');
    expect(read('droite')).toEqual(['patience']);
  });

  test('starting again leaves no ghost of a message that was on its way', async () => {
    const { bench, world, finish, lines } = await startSlow();
    bench.peers.gauche.draft.value = 'fantôme';
    void bench.peers.gauche.sendDraft();
    await settle(world);
    bench.reset();
    finish();
    await settle(world);
    expect(bench.timeline.value).toEqual([]);
    expect(bench.peers.gauche.notice.value).toBeUndefined();
    expect(bench.peers.gauche.draft.value).toBe('bonjour');
    expect(lines().join()).not.toContain('send message');
  });

  test('a key is made for a password, not for each of its letters', async () => {
    const { bench, world, started } = await startSlow();
    for (const password of ['l', 'lu', 'lun', 'lune']) {
      bench.peers.gauche.password.value = password;
      world.advance(100);
    }
    world.advance(1000);
    expect(started).toEqual(['soleil', 'lune']);
  });
});

describe('in the server’s chair', () => {
  async function startInChair(stage: Preset['stage'], storage?: Storage) {
    const started = await startBench(storage, { stage });
    started.bench.places.operate();
    await settle(started.world);
    const chair = started.bench.chair.operator.value;
    if (!chair) throw new Error('nobody sits there');
    return { ...started, chair };
  }

  test('a message is held, altered, and read by a peer that sees nothing wrong', async () => {
    const { bench, world, chair, say, read } = await startInChair('hazmat');
    chair.setRule({ act: 'hold' });
    await settle(world);
    await say('gauche', 'rdv 14h');
    expect(read('droite')).toEqual([]);
    const [held] = chair.held();
    if (!held) throw new Error('nothing is held');
    const forged = withField(stages.hazmat, held.message, 'ciphertext', (bytes) =>
      flip(bytes, 5, utf8('4'), utf8('8')),
    );
    chair.handOut({ ...held, message: forged ?? '', of: held.seq });
    await settle(world);
    expect(read('droite')).toEqual(['rdv 18h']);
    expect(chair.held()).toEqual([]);
    const [message] = bench.timeline.value;
    expect(message?.typed).toBe('rdv 14h');
    expect(message?.receipts.map(({ text }) => text)).toEqual(['rdv 18h']); // one message, two truths
    expect(chair.journal.value.map(({ deeds }) => deeds.join('+'))).toEqual([
      'rule',
      'hold',
      'forward+tamper',
    ]);
  });

  test.each([
    ['fernet', ['OK', 'OK', 'OK']],
    ['fernet-ttl', ['OK', 'OK', undefined]],
  ] as const)('at stage %s a message is replayed at once and after 40 s', async (stage, expected) => {
    const { world, chair, say, read } = await startInChair(stage);
    await say('gauche', 'OK');
    const [first] = chair.seen.value;
    if (!first) throw new Error('nothing was seen');
    const copy = { user: first.user, message: first.message, of: first.seq };
    chair.handOut(copy);
    await settle(world);
    chair.handOut({ ...copy, seconds: 40 });
    await settle(world);
    world.advance(41_000);
    await settle(world);
    expect(read('droite')).toEqual(expected);
  });

  test('a copy stands in the window where it came, not beside its original', async () => {
    const { world, chair, say, read } = await startInChair('plaintext');
    await say('gauche', 'un');
    await say('gauche', 'deux');
    const [first] = chair.seen.value;
    if (first) chair.handOut({ user: first.user, message: first.message, of: first.seq });
    await settle(world);
    await say('gauche', 'trois');
    expect(read('droite')).toEqual(['un', 'deux', 'un', 'trois']);
  });

  test('the chair, its rule and what is held go on from page to page, and starting again mends all', async () => {
    const storage = memoryStorage();
    const { bench, world, chair, say } = await startInChair('plaintext', storage);
    chair.setRule({ act: 'hold' });
    await settle(world);
    await say('gauche', 'retenu');
    bench.saveNow();
    const next = await startBench(storage, { page: 'question 2' });
    await settle(next.world);
    const again = next.bench.chair.operator.value;
    expect(again?.rule.value?.act).toBe('hold');
    expect(again?.held().map(({ message }) => message)).toEqual(['retenu']);
    next.bench.reset();
    await settle(next.world);
    expect(next.bench.chair.operator.value).toBeUndefined();
    await next.say('gauche', 'libre');
    expect(next.read('droite')).toEqual(['libre']);
  });

  test('what waits leaves at its time, though the page was left in between; starting again forgets it', async () => {
    const storage = memoryStorage();
    const { bench, chair, say, world } = await startInChair('plaintext', storage);
    await say('gauche', 'un');
    chair.handOut({ of: 1, seconds: 20, times: 2 });
    await settle(world);
    bench.saveNow();
    const next = await startBench(storage, { page: 'question 2' });
    expect(next.read('droite')).toEqual(['un']);
    next.world.advance(21_000); // a hand-cranked world begins at the same instant again
    await settle(next.world);
    expect(next.read('droite')).toEqual(['un', 'un']);
    next.bench.reset();
    next.world.advance(60_000);
    await settle(next.world);
    expect(next.read('droite')).toEqual([]);
  });

  test('an empty message, and bytes that are none of the stage, reach a peer that says what it makes of them', async () => {
    const { world, chair, read } = await startInChair('fernet');
    chair.handOut({ user: 'gauche', message: '' });
    chair.handOut({ user: 'gauche', message: { data: '', encoding: 'base64' } });
    await settle(world);
    expect(read('droite')).toEqual([undefined, undefined]);
  });
});

describe('the fifth stage on the bench', () => {
  /** Has the relay deliver the last message once more, as it was or otherwise. */
  async function handOut(
    started: Awaited<ReturnType<typeof startBench>>,
    how: { user?: string; to?: string },
  ) {
    const { bench, world } = started;
    if (!bench.chair.operator.value) {
      bench.places.operate();
      await settle(world);
    }
    const message = bench.timeline.value.at(-1);
    if (message?.seq === undefined) throw new Error('nothing was sent');
    const { user = message.from, to = 'droite' } = how;
    bench.chair.operator.value?.handOut({ user, message: message.payload, of: message.seq, to: [to] });
    await settle(world);
    return bench.timeline.value
      .at(-1)
      ?.receipts.at(-1)
      ?.checks.find(({ result }) => result === 'failed')?.name;
  }

  test('refuses a copy, another name and a reflection', async () => {
    const started = await startBench(undefined, { stage: 'aead' });
    await started.say('gauche', 'vire 100 €');
    expect(started.read('droite')).toEqual(['vire 100 €']);
    expect(await handOut(started, {})).toBe('counter');
    expect(await handOut(started, { user: 'mallory' })).toBe('tag');
    expect(await handOut(started, { to: 'gauche' })).toBe('sender');
    expect(await handOut(started, { to: 'gauche', user: 'droite' })).toBe('tag');
  });

  test('goes on counting and remembering on the next page, and accepts a copy only without its memory', async () => {
    const storage = memoryStorage();
    const first = await startBench(storage, { stage: 'aead' });
    await first.say('gauche', 'un');
    first.bench.saveNow();
    const second = await startBench(storage, { stage: 'aead', page: 'another' });
    expect(await handOut(second, {})).toBe('counter');
    await second.say('gauche', 'deux');
    expect(second.read('droite').filter((text) => text !== undefined)).toEqual(['un', 'deux']);
    second.bench.peers.droite.forget();
    expect(await handOut(second, {})).toBeUndefined();
  });
});

describe('time and the network', () => {
  test('a message that is on its way for longer than the TTL is refused when it comes', async () => {
    const { bench, world, say, read } = await startBench(undefined, { stage: 'fernet-ttl' });
    bench.latency.value = 31;
    await say('gauche', 'trop lent');
    expect(read('droite')).toEqual([]);
    bench.time.advance(30_000);
    await settle(world);
    expect(read('droite')).toEqual([]);
    bench.time.advance(1_000);
    await settle(world);
    expect(bench.timeline.value[0]?.receipts[0]?.checks.find(({ result }) => result === 'failed')?.name).toBe(
      'age',
    );
    bench.peers.droite.ttl.value = 60;
    await say('gauche', 'assez lent');
    bench.time.advance(31_000);
    await settle(world);
    expect(read('droite')).toEqual([undefined, 'assez lent']);
  });

  test('starting again goes back to the device’s time, and nothing is under way', async () => {
    const { bench, world, say } = await startBench(undefined, { stage: 'fernet-ttl' });
    bench.latency.value = 10;
    bench.time.advance(90_000);
    await say('gauche', 'en route');
    expect(bench.network.underWay.value).toBe(1);
    bench.reset();
    await settle(world);
    expect(bench.network.underWay.value).toBe(0);
    expect(bench.time.now()).toBe(world.now());
    await say('gauche', 'à l’heure');
    expect(bench.timeline.value.map(({ now }) => now)).toEqual([Math.floor(world.now() / 1000)]);
  });

  test('the memory of a receiver at stage TTL refuses a copy; without it the copy is accepted', async () => {
    const { bench, world, say, read } = await startBench(undefined, { stage: 'fernet-ttl' });
    bench.places.operate();
    await say('gauche', 'vire 100 €');
    const { payload = '', seq = 0 } = bench.timeline.value[0] ?? {};
    const copy = async () => {
      bench.chair.operator.value?.handOut({ user: 'gauche', message: payload, of: seq });
      await settle(world);
    };
    await copy();
    expect(read('droite')).toEqual(['vire 100 €', 'vire 100 €']);
    bench.peers.droite.remembers.value = true;
    await copy();
    expect(read('droite')).toEqual(['vire 100 €', 'vire 100 €', undefined]);
    bench.peers.droite.forget();
    await copy();
    expect(read('droite').at(-1)).toBe('vire 100 €');
    bench.time.advance(31_000);
    await copy();
    expect(read('droite').at(-1)).toBeUndefined();
  });
});

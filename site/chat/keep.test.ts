// What the tab keeps: all of it comes back, however often it was saved and whatever has changed in between.
import { expect, test } from 'vitest';
import { memoryStorage } from '../../test/memory-storage.ts';
import { forget, type KeptBench, load, save } from './keep.ts';

const peer = {
  password: 'soleil',
  offset: -45,
  draft: 'à "droite"\n',
  ttl: 30,
  remembers: true,
  frozen: false,
  memory: { counters: [['aa gauche', '3']], tokens: [] },
} as const;
const line = (seq: number) =>
  ({
    kind: 'line',
    line: { seq, at: 0, level: 'INFO', logger: 'ChatServer', text: `ligne "${seq}"` },
  }) as const;
const bench: KeptBench = {
  page: 'question 1',
  proposed: { from: 'gauche', text: 'bonjour' },
  stage: 'hazmat',
  ahead: 30_000,
  latency: 2,
  peers: { gauche: peer, droite: { ...peer, seat: { room: 'page', user: 'droite', since: 1 } } },
  timeline: [
    { id: 'a', seq: 1, from: 'gauche', stage: 'plaintext', payload: 'é', fate: 'relayed', receipts: [] },
  ],
  log: [line(1), { kind: 'stage', stage: 'hazmat' }, { kind: 'gap' }],
  relay: [
    {
      name: 'page',
      messages: 1,
      lines: 1,
      registrations: 2,
      members: [{ user: 'gauche', resume: 'secret', number: 1 }],
      history: [{ seq: 1, user: 'gauche', frame: '{"type":"recv"}' }],
      forgotten: 0,
      pending: [],
      mallory: {
        seen: [{ seq: 1, user: 'gauche', message: 'é', held: false }],
        journal: [{ seq: 1, at: 0, deeds: ['hold'], of: 1 }],
        entries: 1,
        rule: { rule: undefined, matched: 1, done: 1, endsAt: undefined },
        swapping: undefined,
        delayed: [],
      },
    },
  ],
};

test('what is saved is what is loaded', () => {
  const storage = memoryStorage();
  for (const kept of [bench, { ...bench, timeline: [], log: [] }]) {
    expect(save(storage, kept)).toBe(true);
    expect(load(storage)).toEqual(kept);
  }
  const { relay, ...elsewhere } = { ...bench, invitation: { room: 'r', peer: 'droite' } as const };
  save(storage, elsewhere);
  expect(load(storage)).toEqual(elsewhere);
  forget(storage);
  expect(load(storage)).toBeUndefined();
});

test('an entry that has been saved before is saved again as it is, and a new one beside it', () => {
  const storage = memoryStorage();
  save(storage, bench);
  const [message] = bench.timeline;
  if (!message) throw new Error('no message');
  const grown: KeptBench = {
    ...bench,
    timeline: [{ ...message, typed: 'é' }],
    log: [...bench.log, line(2)],
  };
  save(storage, grown);
  expect(load(storage)).toEqual(grown);
});

test('a small change writes little, and what is written is what comes back', () => {
  const storage = memoryStorage();
  let writes: string[] = [];
  const watched: Storage = Object.create(storage, {
    length: { get: () => storage.length },
    setItem: {
      value: (name: string, value: string) => {
        writes.push(value);
        storage.setItem(name, value);
      },
    },
  });
  let log: KeptBench['log'] = Array.from({ length: 1200 }, (_, i) => line(i));
  save(watched, { ...bench, log });
  for (let seq = 1200; seq < 1300; seq++) {
    log = [...log.slice(1), line(seq)];
    writes = [];
    save(watched, { ...bench, log });
    expect(writes.length).toBeLessThanOrEqual(4);
    expect(writes.join('').length).toBeLessThan(8_000);
  }
  expect(load(watched)?.log).toEqual(log);
  const again = load(watched);
  if (!again) throw new Error('nothing came back');
  writes = [];
  save(watched, { ...again, log: [...again.log, line(1300)] });
  expect(writes.length).toBeLessThanOrEqual(3);
});

test('what cannot be read is let go, whole', () => {
  const storage = memoryStorage();
  save(storage, bench);
  storage.setItem('tp-chat-chiffre:bench log 0', '[{');
  expect(load(storage)).toBeUndefined();
  expect(storage.length).toBe(0);
});

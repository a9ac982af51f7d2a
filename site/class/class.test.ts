// A student's page and a real class, in one process: the seat, what the teacher orders, and what becomes of a bench.
import { effect, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { StageName } from '#lab/stage.ts';
import { ClassDesk } from '#server/class/class-desk.ts';
import { openLesson } from '#server/class/open-lesson.ts';
import type { Order } from '#server/class/wire.ts';
import { DEFAULT_LIMITS } from '#server/limits.ts';
import { Relay } from '#server/relay.ts';
import { MemoryStore } from '#server/store/memory.ts';
import { handCrankedWorld } from '../../test/hand-cranked-world.ts';
import { memoryStorage } from '../../test/memory-storage.ts';
import { type Connect, type Link, type LinkEvents, pageLink } from '../chat/link.ts';
import type { RelayChoice } from '../chat/relay-choice.ts';
import { OwnClass } from './class.ts';
import { followOrders, type Led } from './follow-orders.ts';
import { withdrawNotebook } from './kept-notebook.ts';
import { SeatShelf } from './own-seat.ts';

/** A line that can be cut, and comes back when it is said to. */
function cuttable(connect: Connect) {
  let link: Link | undefined;
  let heard: LinkEvents | undefined;
  return {
    connect: (events: LinkEvents): Link => {
      heard = events;
      link = connect(events);
      return {
        send: (frame) => link?.send(frame) ?? false,
        close: () => link?.close(),
        break: () => link?.break(),
      };
    },
    cut: () => {
      link?.break();
      link = undefined;
      heard?.lost(1006, 1_000);
    },
    mend: () => {
      if (heard) link = connect(heard);
    },
  };
}

function startClass() {
  const world = handCrankedWorld();
  const { lesson, keeper } = openLesson(new MemoryStore(), 'TP 3', 30);
  const relay = new Relay(
    world,
    DEFAULT_LIMITS,
    (rooms) =>
      new ClassDesk(lesson, rooms, {
        ...world,
        keeper,
        passphrase: undefined,
        home: () => undefined,
        seatsPerAddress: 0,
        failed: () => {},
      }),
  );
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      world.advance(33);
    }
  };
  const teacher = relay.connect({ send: () => {}, close: () => {} });
  const say = (words: object) => {
    const frame = JSON.stringify(words);
    relay.receive(teacher, () => frame, frame.length);
  };
  say({ type: 'teach', secret: lesson.teacherSecret });
  const lead = (order: Order) => say({ type: 'lead', order });
  const arrive = (storage = memoryStorage()) => {
    const shelf = new SeatShelf('/', 'TP 3', storage);
    const { connect, cut, mend } = cuttable(pageLink(relay));
    return { own: new OwnClass({ connect, shelf, later: world.later }), storage, cut, mend };
  };
  return { lesson, settle, lead, arrive };
}

function fakeBench() {
  const stage = signal<StageName>('plaintext');
  const relay = signal<RelayChoice | undefined>({ kind: 'page' });
  const bench: Led = {
    stage,
    setStage: (name) => {
      stage.value = name;
    },
    peers: { gauche: { notice: signal<string | undefined>() } },
    places: {
      relay,
      frozen: signal(false),
      continueIn: (choice) => {
        relay.value = choice;
      },
    },
  };
  let orders: string | undefined;
  return {
    bench,
    obeyed: {
      read: () => orders,
      keep: (now: string) => {
        orders = now;
      },
    },
  };
}

test('takes a seat with the code, keeps it, and comes back to it with what was kept alone', async () => {
  const { lesson, settle, arrive } = startClass();
  const { own, storage } = arrive();
  expect(own.home.value).toEqual({ kind: 'page' });
  own.join('wrongcode', 'Ada');
  await settle();
  expect(own.refusal.value).toBe('BAD_CODE');
  expect(own.line.value).toBe('none');
  own.join(lesson.joinCode, 'Ada');
  await settle();
  expect(own.seat.value?.pseudonym).toBe('Ada');
  expect(own.home.value).toMatchObject({ kind: 'socket', class: true, peer: 'gauche' });

  const again = arrive(storage);
  await settle();
  expect(again.own.home.value).toEqual(own.home.value);
  const stranger = arrive();
  stranger.own.join(lesson.joinCode, 'Ada');
  await settle();
  expect(stranger.own.refusal.value).toBe('PSEUDONYM_TAKEN');
  stranger.own.comeBack(own.seat.value?.pass ?? '');
  await settle();
  expect(stranger.own.seat.value).toEqual(own.seat.value);
});

test('a call outlives the page that made it, until the teacher has seen it', async () => {
  const { lesson, settle, lead, arrive } = startClass();
  const { own, storage } = arrive();
  own.join(lesson.joinCode, 'Ada');
  await settle();
  own.help(true);
  await settle();
  const next = arrive(storage);
  await settle();
  expect(next.own.wantsHelp.value).toBe(true);
  lead({ do: 'heed', seat: own.seat.value?.seat ?? '' });
  await settle();
  for (const page of [own, next.own]) expect(page.wantsHelp.value).toBe(false);
});

test('what is pressed while the line is down is heard when it is back, if it still holds', async () => {
  const { lesson, settle, lead, arrive } = startClass();
  const { own, cut, mend } = arrive();
  own.join(lesson.joinCode, 'Ada');
  await settle();
  lead({ do: 'ask', question: 7, options: 4 });
  await settle();
  cut();
  own.help(true);
  own.vote(2);
  expect([own.unsaidHelp.value, own.unsaidVote.value?.option]).toEqual([true, 2]);
  mend();
  await settle();
  expect([own.room.value?.wantsHelp, own.state.value?.vote?.mine]).toEqual([true, [2]]);
  expect([own.unsaidHelp.value, own.unsaidVote.value]).toEqual([undefined, undefined]);

  cut();
  own.help(false);
  own.vote(1);
  lead({ do: 'tally' });
  mend();
  await settle();
  expect([own.wantsHelp.value, own.room.value?.wantsHelp]).toEqual([false, false]);
  expect(own.state.value?.vote?.mine).toEqual([2]);
});

test('whoever sits down after somebody else has neither called nor voted', async () => {
  const { lesson, settle, lead, arrive } = startClass();
  const { own, cut } = arrive();
  own.join(lesson.joinCode, 'Ada');
  await settle();
  lead({ do: 'ask', question: 7, options: 4 });
  await settle();
  cut();
  own.help(true);
  own.vote(2);
  own.standUp();
  own.join(lesson.joinCode, 'Tom');
  await settle();
  expect(own.seat.value?.pseudonym).toBe('Tom');
  expect([own.room.value?.wantsHelp, own.wantsHelp.value]).toEqual([false, false]);
  expect(own.state.value?.vote?.mine).not.toContain(2);
});

test('sends a bench where its student sits, and obeys each order once', async () => {
  const { lesson, settle, lead, arrive } = startClass();
  const { own } = arrive();
  const { bench, obeyed } = fakeBench();
  followOrders(own, bench, obeyed);
  own.join(lesson.joinCode, 'Ada');
  await settle();
  expect(bench.places.relay.value).toEqual(own.home.value);
  lead({ do: 'stage', room: undefined, stage: 'fernet' });
  await settle();
  expect(bench.stage.value).toBe('fernet');
  bench.setStage('hazmat');
  lead({ do: 'freeze', room: undefined, frozen: true });
  await settle();
  expect(bench.stage.value).toBe('hazmat');
  expect(bench.places.frozen.value).toBe(true);

  own.alone.value = true;
  expect(bench.places.relay.value).toEqual({ kind: 'page' });
  expect(bench.places.frozen.value).toBe(false);
  own.alone.value = false;
  lead({ do: 'move', seat: own.seat.value?.seat ?? '', room: undefined, chair: 'droite' });
  await settle();
  expect(bench.places.relay.value).toMatchObject({ kind: 'socket', peer: 'droite' });
  lead({ do: 'end' });
  await settle();
  expect(bench.places.relay.value).toEqual({ kind: 'page' });
});

test('a page without a seat says so once, and asks for none', async () => {
  const { settle, arrive } = startClass();
  const { own } = arrive();
  const homes: unknown[] = [];
  effect(() => {
    homes.push(own.home.value);
  });
  await settle();
  expect(homes).toEqual([{ kind: 'page' }]);
  expect(own.line.value).toBe('none');
});

test('a page that had to go for newer ones keeps quiet, and comes back when somebody looks at it', async () => {
  const { lesson, settle, arrive } = startClass();
  const { own, storage } = arrive();
  own.join(lesson.joinCode, 'Ada');
  await settle();
  for (let page = 0; page < 12; page++) arrive(storage);
  await settle();
  expect(own.line.value).toBe('over');
  own.comeForward();
  await settle();
  expect(own.line.value).toBe('up');
});

test('whoever takes back that the notebook is kept has it erased, on the next page too', async () => {
  const { lesson, settle, arrive } = startClass();
  const { own, storage } = arrive();
  own.join(lesson.joinCode, 'Ada');
  await settle();
  own.allowNotebook(false);
  expect(own.seat.value?.notebookGoes).toBe(false); // none was ever kept
  own.allowNotebook(true);
  own.allowNotebook(false);
  expect(arrive(storage).own.seat.value).toMatchObject({ notebook: false, notebookGoes: true });
  own.notebookGone();
  expect(own.seat.value).toMatchObject({ notebook: false, notebookGoes: false });
});

test('the class is asked to erase a notebook until it has', async () => {
  const told = ['unreached', 'TOO_MANY_TRIES', undefined] as const;
  let asked = 0;
  let gone = 0;
  withdrawNotebook({ eraseNotebook: async () => told[asked++] }, () => gone++, 1);
  await expect.poll(() => gone).toBe(1);
  expect(asked).toBe(3);
});

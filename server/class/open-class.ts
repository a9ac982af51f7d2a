// A class on this machine: its store, its lesson, its desk, which the relay is given, and its answers over HTTP.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Desk } from '../desk.ts';
import { nodeWorld } from '../node-relay.ts';
import type { Relay } from '../relay.ts';
import type { Routes } from '../reply.ts';
import { keepRetention } from '../store/retention.ts';
import { SqliteStore } from '../store/sqlite.ts';
import type { Watch } from '../watch.ts';
import { ClassDesk } from './class-desk.ts';
import { classRoutes } from './hand-in-routes.ts';
import { nameOfDay, type OpenedLesson, openLesson } from './open-lesson.ts';
import type { Registry } from './registry.ts';

export interface ServedClass {
  readonly opened: OpenedLesson;
  /** what `relay.json` says of the class to everybody */
  readonly notice: { readonly lesson: string; readonly retentionDays: number };
  /** whether the lesson is over, as `relay.json` says at each request */
  ended(): boolean;
  /** for the relay, once */
  openDesk(relay: Relay): Desk;
  /** what is answered below `class/`, once there is a desk */
  routes(originAllowed: (origin: string) => boolean): Routes;
  /** The server listens. @param home - the workbook's address as others reach it */
  listens(home: string | undefined): void;
  /** Keeps what has not been kept yet. */
  close(): void;
}

function registryOf(id: string, desk: ClassDesk): Registry {
  const { lesson } = desk;
  return {
    lesson: id,
    student(bearer) {
      const seat = lesson.seatOf(bearer);
      return seat && { lesson: id, seat: seat.id, pseudonym: seat.pseudonym };
    },
    isTeacher: lesson.isTeacher,
    seats: () => [...lesson.roster.seats.values()],
    ended: () => lesson.ended,
    keepsNotebooks: () => lesson.keepsNotebooks,
    handedIn: (seat, at) => desk.handedIn(seat, at),
    keptNotebook: (seat) => desk.keptNotebook(seat),
    erased: (seat) => desk.erased(seat),
  };
}

/**
 * @param passphrase - opens the sealed answers; undefined where they are not sealed
 * @param watch - told of hand-ins, and of what went wrong while the class goes on
 * @throws StoreError, StoreFullError
 */
export function openClass(config: Config, passphrase: string | undefined, watch: Watch): ServedClass {
  const failed = (error: unknown) => watch.fault('class', error);
  const { dataFolder, retentionDays, maxPerAddress } = config;
  const store = new SqliteStore(join(dataFolder, 'class.sqlite'));
  let current: OpenedLesson | undefined;
  const goesOn = () => (current?.lesson.ended === false ? current.id : undefined);
  const stopErasing = keepRetention(store, nodeWorld.now, goesOn, failed);
  const name = config.lesson ?? nameOfDay(nodeWorld.now());
  const opened = openLesson(store, name, retentionDays);
  current = opened;
  let desk: ClassDesk | undefined;
  let home: string | undefined;
  return {
    opened,
    notice: { lesson: name, retentionDays },
    ended: () => opened.lesson.ended,
    openDesk(relay) {
      desk = new ClassDesk(opened.lesson, relay, {
        ...nodeWorld,
        keeper: opened.keeper,
        passphrase,
        home: () => home,
        seatsPerAddress: maxPerAddress,
        failed,
      });
      for (const { seat, at } of store.handIns(opened.id)) desk.handedIn(seat, at);
      return desk;
    },
    routes(originAllowed) {
      if (!desk) throw new Error('the class has no desk yet');
      const handedIn: Watch['handIn'] = (outcome, address) => watch.handIn(outcome, address);
      return classRoutes({ store, registry: registryOf(opened.id, desk), originAllowed, handedIn, failed });
    },
    listens(address) {
      home = address;
    },
    close() {
      desk?.close();
      stopErasing();
      store.close();
    },
  };
}

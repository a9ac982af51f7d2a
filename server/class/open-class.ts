// A class on this machine: its store, its lesson, and its desk, which the relay is given.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Desk, Rooms } from '../desk.ts';
import { nodeWorld } from '../node-relay.ts';
import { SqliteStore } from '../store/sqlite.ts';
import { ClassDesk } from './class-desk.ts';
import { nameOfDay, type OpenedLesson, openLesson } from './open-lesson.ts';

export interface ServedClass {
  readonly opened: OpenedLesson;
  /** what `relay.json` says of the class to everybody */
  readonly notice: { readonly lesson: string; readonly retentionDays: number };
  openDesk(rooms: Rooms): Desk;
  /** Keeps what has not been kept yet. */
  close(): void;
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * @param passphrase - opens the sealed answers; undefined where they are not sealed
 * @throws StoreError, StoreFullError
 */
export function openClass(config: Config, passphrase: string | undefined): ServedClass {
  const { dataFolder, retentionDays, maxPerAddress } = config;
  const store = new SqliteStore(join(dataFolder, 'class.sqlite'));
  store.eraseExpired(nodeWorld.now());
  setInterval(() => store.eraseExpired(nodeWorld.now()), HOUR_MS).unref();
  const name = config.lesson ?? nameOfDay(nodeWorld.now());
  const opened = openLesson(store, name, retentionDays);
  let desk: ClassDesk | undefined;
  return {
    opened,
    notice: { lesson: name, retentionDays },
    openDesk(rooms) {
      desk = new ClassDesk(opened.lesson, rooms, {
        ...nodeWorld,
        keeper: opened.keeper,
        passphrase,
        newcomersPerMinute: maxPerAddress,
      });
      for (const { seat, at } of store.handIns(opened.id)) desk.handedIn(seat, at);
      return desk;
    },
    close() {
      desk?.close();
      store.close();
    },
  };
}

// Keeps a room of the relay in the page, at rest, in a tab's storage: its long lists in parts, and the rest beside them.
import type { FrozenRelay } from '#server/relay.ts';
import { KeptList } from './kept-list.ts';

type FrozenRoom = FrozenRelay[number];
type FrozenMallory = NonNullable<FrozenRoom['mallory']>;

const seqOf = ({ seq }: { readonly seq: number }) => seq;

export class KeptRoom {
  readonly #history;
  readonly #seen;
  readonly #journal;

  /** @param name - in the storage; its lists are called after it */
  constructor(name: string) {
    this.#history = new KeptList<FrozenRoom['history'][number]>(`${name} history`, seqOf);
    this.#seen = new KeptList<FrozenMallory['seen'][number]>(`${name} seen`, seqOf);
    this.#journal = new KeptList<FrozenMallory['journal'][number]>(`${name} journal`, seqOf);
  }

  /** Saves the lists. @returns the rest */
  save(storage: Storage, room: FrozenRoom): FrozenRoom {
    this.#history.save(storage, room.history);
    const rest = { ...room, history: [] };
    if (!room.mallory) return rest;
    this.#seen.save(storage, room.mallory.seen);
    this.#journal.save(storage, room.mallory.journal);
    return { ...rest, mallory: { ...room.mallory, seen: [], journal: [] } };
  }

  /** @param rest - what `save` returned */
  load(storage: Storage, rest: FrozenRoom): FrozenRoom {
    const room = { ...rest, history: this.#history.load(storage) };
    if (!rest.mallory) return room;
    const [seen, journal] = [this.#seen.load(storage), this.#journal.load(storage)];
    return { ...room, mallory: { ...rest.mallory, seen, journal } };
  }
}

// Lets a bench follow its teacher: the stage that was set, a room that was stopped, a student who was moved.
import { effect, type Signal, untracked } from '@preact/signals';
import type { StageName } from '#lab/stage.ts';
import type { RelayChoice } from '../chat/relay-choice.ts';
import type { OwnClass } from './class.ts';
import { TabKept } from './tab-kept.ts';

/** What of a bench a class leads. */
export interface Led {
  readonly stage: Signal<StageName>;
  setStage(stage: StageName): void;
  readonly peers: Readonly<Record<string, { readonly notice: Signal<string | undefined> }>>;
  readonly places: {
    readonly relay: Signal<RelayChoice | undefined>;
    readonly frozen: Signal<boolean>;
    continueIn(choice: RelayChoice): void;
  };
}

/** What a tab keeps of the orders that it has obeyed. */
export interface Obeyed {
  read(): string | undefined;
  keep(orders: string): void;
}

/** In the tab: another one of the same student has a stage of its own. */
export const obeyedInTab: Obeyed = new TabKept('tp-chat-chiffre:obeyed');

const isSamePlace = (one: RelayChoice, other: RelayChoice) =>
  one.kind === 'page' || other.kind === 'page'
    ? one.kind === other.kind
    : one.room === other.room && one.peer === other.peer && one.pass === other.pass;

/**
 * @param stays - whether the page was asked for another place than the student's own, and keeps to it
 * @returns ends it
 */
export function followOrders(own: OwnClass, bench: Led, obeyed: Obeyed, stays = false): () => void {
  const { places } = bench;
  const stops = [
    effect(() => {
      const room = own.room.value;
      if (!places.relay.value || room?.stage === undefined) return;
      const order = `${room.room} ${room.ordered}`;
      if (order === obeyed.read()) return;
      obeyed.keep(order);
      const { stage } = room;
      untracked(() => bench.setStage(stage));
    }),
    effect(() => {
      const frozen = own.room.value?.frozen === true && !own.alone.value && !own.state.value?.ended;
      places.frozen.value = frozen;
      if (frozen) return;
      for (const { notice } of Object.values(bench.peers))
        if (notice.peek() === 'FROZEN') notice.value = undefined;
    }),
    effect(() => {
      const home = own.home.value;
      const here = places.relay.value;
      if (stays || !home || !here || isSamePlace(home, here)) return;
      untracked(() => places.continueIn(home));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

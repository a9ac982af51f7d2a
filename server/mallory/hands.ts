// Puts a malicious relay into a room.
import { type Delivery, frameOf } from '../protocol.ts';
import type { Room } from '../room.ts';
import { type Hands, Mallory } from './mallory.ts';

/** @param world - the relay's clock and timers */
export function corrupt(room: Room, world: Pick<Hands, 'now' | 'later'>): void {
  room.mallory = new Mallory({
    now: () => world.now(),
    later: (milliseconds, run) => world.later(milliseconds, run),
    handOut: (what, but) => room.handOut(what, but, world.now()),
    tell: (news) => {
      const delivery: Delivery =
        'seen' in news ? { type: 'seen', messages: news.seen } : { type: 'journal', entries: news.journal };
      room.operator?.port?.send(frameOf(delivery));
    },
  });
}

// Puts a malicious relay into a room.
import type { Budget } from '../budget.ts';
import { type Delivery, frameOf } from '../protocol.ts';
import type { Room } from '../room.ts';
import { type Hands, Mallory } from './mallory.ts';

/**
 * @param world - the relay's clock and timers
 * @param budget - what all rooms of the relay may remember together
 */
export function corrupt(room: Room, world: Pick<Hands, 'now' | 'later'>, budget: Budget): void {
  const hands: Hands = {
    now: () => world.now(),
    later: (milliseconds, run) => world.later(milliseconds, run),
    whenMoving: (run) => room.pause.whenOver(run),
    handOut: (what, but) => room.handOut(what, but, world.now()),
    tell: (news) => {
      const delivery: Delivery =
        'seen' in news ? { type: 'seen', messages: news.seen } : { type: 'journal', entries: news.journal };
      room.operator?.port?.send(frameOf(delivery));
    },
  };
  room.mallory = new Mallory(hands, budget);
}

// A world for a relay whose clock moves only when the test says so.
import type { World } from '#server/world.ts';
import { seededRandom } from './random.ts';

export interface HandCrankedWorld extends World {
  /** Moves the clock on, and runs what was due by then, in order. */
  advance(milliseconds: number): void;
}

export function handCrankedWorld(start = 1_763_827_200_000): HandCrankedWorld {
  let now = start;
  let due: { at: number; run: () => void }[] = [];
  const takeNext = (until: number) => {
    const next = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
    due = due.filter((timer) => timer !== next);
    return next;
  };
  return {
    now: () => now,
    random: seededRandom('hand-cranked world'),
    later: (milliseconds, run) => {
      due.push({ at: now + milliseconds, run });
    },
    advance(milliseconds) {
      const until = now + milliseconds;
      for (let next = takeNext(until); next; next = takeNext(until)) {
        now = next.at;
        next.run();
      }
      now = until;
    },
  };
}

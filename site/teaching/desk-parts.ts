// Which parts the console has: all that leads a lesson, what is left of one that is over, and what is left of one that was erased.
import type { Overview } from './teacher.ts';

export type DeskPart = 'rooms' | 'orders' | 'vote' | 'reveal' | 'sheets' | 'access' | 'close';

const ALL: readonly DeskPart[] = ['rooms', 'orders', 'vote', 'reveal', 'sheets', 'access', 'close'];

export function partsOf({
  class: { ended, vote },
  rooms,
}: Pick<Overview, 'class' | 'rooms'>): readonly DeskPart[] {
  if (!ended) return ALL;
  if (rooms.length === 0) return ['close'];
  const isCounted = vote?.rounds.some(({ tally }) => tally) === true;
  return isCounted ? ['rooms', 'vote', 'sheets', 'close'] : ['rooms', 'sheets', 'close'];
}

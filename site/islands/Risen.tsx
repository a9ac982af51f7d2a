// Said to whoever gets up from the server's chair: that what waited for its time will not come.
import type { Operator } from '../chat/operator.ts';
import { waitingIn } from '../chat/waiting.ts';
import { useBench } from './bench-context.ts';
import { useChairWords } from './use-chair-words.ts';

/** How many deliveries would be left behind by getting up now. */
export function waitsFor({ presence, journal }: Operator): number {
  if (presence.value !== 'present') return 0; // the relay does not hear of it now, or the chair is another page's
  return waitingIn(journal.value).reduce((sum, { left }) => sum + left, 0);
}

export function Risen({ left }: { readonly left: number }) {
  const { bench } = useBench();
  const t = useChairWords();
  if (left === 0 || bench.timeline.value.length === 0) return null;
  return (
    <p class="notice" role="status">
      {t('console.risen', { count: left })}
    </p>
  );
}

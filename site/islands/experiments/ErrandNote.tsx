// Says that something is on its way, or did not come.
import type { Errands } from '../../experiments/errands.ts';
import type { TtlSay } from './ttl-words.ts';

interface Props {
  readonly errands: Errands;
  readonly t: TtlSay;
}

export function ErrandNote({ errands, t }: Props) {
  return (
    <p class="exp-errand" role="status">
      {errands.busy.value && t('ttl.busy')}
      {errands.failed.value && t('ttl.failed')}
    </p>
  );
}

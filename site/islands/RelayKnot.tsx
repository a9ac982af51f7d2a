// The relay, drawn between the two peers.
import { useBench } from './bench-context.ts';

export function RelayKnot() {
  const { bench, t } = useBench();
  const lost = Object.values(bench.peers).some(({ presence }) => presence.value === 'lost');
  return (
    <div class={`knot ${lost ? 'knot-lost' : ''}`} aria-hidden="true">
      <span>{t('relay.word')}</span>
    </div>
  );
}

// The relay, drawn between the two peers.
import { useBench } from './bench-context.ts';

export function RelayKnot() {
  const { bench, t } = useBench();
  const lost = Object.values(bench.peers).some(({ presence }) => presence.value === 'lost');
  const malicious = bench.chair.operator.value?.isSeated() === true;
  return (
    <div class={`knot ${lost ? 'knot-lost' : ''} ${malicious ? 'knot-malicious' : ''}`} aria-hidden="true">
      <span>{t(malicious ? 'relay.malicious' : 'relay.word')}</span>
    </div>
  );
}

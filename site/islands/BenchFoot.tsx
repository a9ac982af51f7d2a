// What can be done with the bench as a whole: start again, and share it with another page.
import { useState } from 'preact/hooks';
import { useBench } from './bench-context.ts';
import { LateShareState } from './late-parts.ts';

export function BenchFoot() {
  const { bench, t, usable } = useBench();
  const [shares, setShares] = useState(false);
  const choice = bench.places.relay.value;
  return (
    <footer class="bench-foot">
      <button type="button" title={t('bench.again.title')} disabled={!usable} onClick={() => bench.reset()}>
        {t('bench.again')}
      </button>
      <button type="button" aria-expanded={shares} disabled={!usable} onClick={() => setShares(!shares)}>
        {t('share.open')}
      </button>
      {choice?.kind === 'page' && bench.places.serverRelay.value && !bench.places.inClass.value && (
        <button type="button" title={t('pair.open.title')} onClick={() => bench.places.openRoom()}>
          {t('pair.open')}
        </button>
      )}
      {choice?.kind === 'socket' && !choice.class && (
        <button type="button" onClick={() => bench.places.closeRoom()}>
          {t('pair.close')}
        </button>
      )}
      {bench.places.heldBesides().map((peer) => (
        <button key={peer} type="button" onClick={() => bench.places.release(peer)}>
          {t('pair.release', { peer })}
        </button>
      ))}
      {bench.places.isOverheard() && <p>{t('relay.clear')}</p>}
      {!bench.kept.value && <p role="status">{t('bench.notKept')}</p>}
      {shares && <LateShareState />}
    </footer>
  );
}

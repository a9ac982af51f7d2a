// What can be done with the bench as a whole: start again, and share it with another page.
import { useBench } from './bench-context.ts';

export function BenchFoot() {
  const { bench, t, usable } = useBench();
  const choice = bench.places.relay.value;
  return (
    <footer class="bench-foot">
      <button type="button" title={t('bench.again.title')} disabled={!usable} onClick={() => bench.reset()}>
        {t('bench.again')}
      </button>
      {choice?.kind === 'page' && bench.places.serverRelay.value && (
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
    </footer>
  );
}

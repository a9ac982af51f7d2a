// What can be done with the bench as a whole: start again, and share it with another page.
import { useBench } from './bench-context.ts';

export function BenchFoot() {
  const { bench, t, usable } = useBench();
  const choice = bench.relay.value;
  return (
    <footer class="bench-foot">
      <button type="button" title={t('bench.again.title')} disabled={!usable} onClick={() => bench.reset()}>
        {t('bench.again')}
      </button>
      {choice?.kind === 'page' && bench.serverRelay.value && (
        <button type="button" title={t('pair.open.title')} onClick={() => bench.openRoom()}>
          {t('pair.open')}
        </button>
      )}
      {choice?.kind === 'socket' && !choice.class && (
        <button type="button" onClick={() => bench.closeRoom()}>
          {t('pair.close')}
        </button>
      )}
      {bench.heldBesides().map((peer) => (
        <button key={peer} type="button" onClick={() => bench.release(peer)}>
          {t('pair.release', { peer })}
        </button>
      ))}
      {bench.isOverheard() && <p>{t('relay.clear')}</p>}
      {!bench.kept.value && <p role="status">{t('bench.notKept')}</p>}
    </footer>
  );
}

// The server that the reader cuts off, and what becomes of a message meanwhile.
import type { TopologieTrial } from '../../experiments/01-topologie.ts';
import type fr from '../../i18n/experiments/01-topologie.fr.json';
import type { Say } from '../../i18n/strings.ts';

interface Props {
  readonly trial: TopologieTrial;
  readonly t: Say<keyof typeof fr>;
}

export function Cutting({ trial, t }: Props) {
  const { bench, from } = trial;
  const isCut = bench.cable.isCut.value;
  const kept = trial.kept();
  return (
    <>
      <h3>{t('cut.title')}</h3>
      <p>{t('cut.intro')}</p>
      <div class="exp-row">
        <button type="button" onClick={() => (isCut ? bench.cable.mend() : bench.cable.cut())}>
          {t(isCut ? 'cut.mend' : 'cut.cut')}
        </button>
        {isCut && (
          <button type="button" onClick={() => trial.tryInVain()}>
            {t('cut.try', { from })}
          </button>
        )}
      </div>
      <p role="status">{isCut && (kept === undefined ? t('cut.waiting') : t('cut.kept', { text: kept }))}</p>
      {isCut && bench.places.relay.value?.kind === 'socket' && <small>{t('cut.shared')}</small>}
    </>
  );
}

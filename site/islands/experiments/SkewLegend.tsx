// What the map of clock skew says where the pointer stands, what its patterns mean, and where the bench stands on it.
import { signed } from '../../chat/clock.ts';
import type { LimitsTrial } from '../../experiments/15-limites.ts';
import { MAX_SKEW_SECONDS } from '../../experiments/skew-map.ts';
import { ZONES } from '../../experiments/zones.ts';
import { type LimitsSay, pointedWords } from './limits-words.ts';
import { Swatch } from './SkewZones.tsx';

interface Props {
  readonly trial: LimitsTrial;
  readonly t: LimitsSay;
}

export function SkewLegend({ trial, t }: Props) {
  const skew = trial.skew(trial.sender.value);
  const isOutside = Math.abs(skew) > MAX_SKEW_SECONDS;
  const here = { skew: signed(skew), latency: trial.bench.latency.value };
  return (
    <>
      <p class="skew-pointed" aria-hidden="true">
        <svg width="14" height="14" aria-hidden="true">
          <circle class="skew-pointer" cx="7" cy="7" r="5.5" />
        </svg>
        {pointedWords(trial, t)}
      </p>
      <ul class="skew-legend">
        {ZONES.map((zone) => (
          <li key={zone}>
            <Swatch zone={zone} /> {t(`zone.${zone}.legend`)}
          </li>
        ))}
        <li class="skew-here">
          <svg class="skew-swatch" width="22" height="14" aria-hidden="true">
            <path d="M0 7h22M11 0v14" />
            <circle cx="11" cy="7" r="3.5" />
          </svg>{' '}
          {t(isOutside ? 'limits.outside' : 'limits.here', here)}
        </li>
      </ul>
      <p id="skew-help">
        <small>{t('limits.mapHelp')}</small>
      </p>
    </>
  );
}

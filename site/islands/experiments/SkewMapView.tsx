// The map of clock skew: its zones, its axes, the present setting as a cross-hair, and a pointer that says what it is on.
import { MAX_CLOCK_SKEW_SECONDS } from '#lab/stages/fernet-ttl.ts';
import { signed } from '../../chat/clock.ts';
import { type LimitsTrial, other } from '../../experiments/15-limites.ts';
import { MAX_SKEW_SECONDS } from '../../experiments/skew-map.ts';
import { blocksOf } from '../../experiments/zones.ts';
import { type LimitsSay, pointedWords } from './limits-words.ts';
import { SkewPatterns, SkewZones } from './SkewZones.tsx';
import { placeAt, stepOf, xOf, yOf } from './skew-plot.ts';

const SKEW_TICKS = [-120, -60, 0, 60, 120];
const ELAPSED_TICKS = [0, 30, 60, 90, 120, 150, 180];

interface Props {
  readonly trial: LimitsTrial;
  readonly t: LimitsSay;
}

function Ticks() {
  return (
    <>
      {SKEW_TICKS.map((skew) => (
        <text key={skew} class="skew-tick" x={xOf(skew)} y="100%" dy="1.3em" text-anchor="middle">
          {skew === 0 ? '0' : signed(skew)}
        </text>
      ))}
      {ELAPSED_TICKS.map((elapsed) => (
        <text
          key={elapsed}
          class="skew-tick"
          x="0"
          dx="-0.5em"
          y={yOf(elapsed)}
          dy="0.35em"
          text-anchor="end"
        >
          {elapsed}
        </text>
      ))}
    </>
  );
}

function Tolerance({ t }: Pick<Props, 't'>) {
  const x = xOf(MAX_CLOCK_SKEW_SECONDS);
  return (
    <>
      <line class="skew-tolerance" x1={x} x2={x} y1="0" y2="100%" />
      <text class="skew-word" x={x} dx="0.4em" y="1.2em" text-anchor="start">
        {t('limits.tolerance')}
      </text>
    </>
  );
}

function CrossHair({ trial }: Pick<Props, 'trial'>) {
  const skew = trial.skew(trial.sender.value);
  if (Math.abs(skew) > MAX_SKEW_SECONDS) return null;
  const [x, y] = [xOf(skew), yOf(trial.bench.latency.value)];
  return (
    <g class="skew-here">
      <line x1={x} x2={x} y1="0" y2="100%" />
      <line x1="0" x2="100%" y1={y} y2={y} />
      <circle cx={x} cy={y} r="4.5" />
    </g>
  );
}

export function SkewMapView({ trial, t }: Props) {
  const from = trial.sender.value;
  const names = { from, to: other(from) };
  const { skew, elapsed } = trial.pointer.value;
  const follow = (event: PointerEvent & { readonly currentTarget: Element }) =>
    trial.point(placeAt(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY));
  return (
    <figure class="skew-map">
      <SkewPatterns />
      <p class="skew-axis">{t('limits.axisElapsed')}</p>
      <div
        class="skew-plot"
        role="slider"
        tabIndex={0}
        aria-label={t('limits.map', names)}
        aria-describedby="skew-help"
        aria-valuemin={-MAX_SKEW_SECONDS}
        aria-valuemax={MAX_SKEW_SECONDS}
        aria-valuenow={skew}
        aria-valuetext={pointedWords(trial, t)}
        onKeyDown={(event) => {
          const to = stepOf(event.key, trial.pointer.value, event.shiftKey ? 10 : 1);
          if (!to) return;
          event.preventDefault();
          trial.point(to);
        }}
        onPointerDown={follow}
        onPointerMove={(event) => event.buttons > 0 && follow(event)}
      >
        <svg class="skew-drawing" aria-hidden="true">
          <SkewZones blocks={blocksOf(trial.map.columns.value, trial.bench.latency.value)} t={t} />
          <Tolerance t={t} />
          <CrossHair trial={trial} />
          <circle class="skew-pointer" cx={xOf(skew)} cy={yOf(elapsed)} r="7" />
          <Ticks />
        </svg>
      </div>
      <p class="skew-axis skew-axis-skew">{t('limits.axisSkew', names)}</p>
    </figure>
  );
}

// The zones of the map of clock skew: a colour, a pattern and a word each.
import type { Place } from '../../experiments/15-limites.ts';
import { type Block, ZONES, type Zone } from '../../experiments/zones.ts';
import type { LimitsSay } from './limits-words.ts';
import { edgeOf, HEIGHT, middleOf, pathOf, WIDTH, xOf, yOf } from './skew-plot.ts';

/** Places that belong to the two refusals whatever the TTL. */
const EXPIRED_AT: Place = { skew: -75, elapsed: 150 };
const FUTURE_AT: Place = { skew: 118, elapsed: 5 };

/** What a zone is filled with, drawn on a square of 8. */
const PATTERNS: Readonly<Record<Zone, string>> = {
  accepted: 'M4 1.6 6.4 4 4 6.4 1.6 4Z',
  replayable: 'M-1 5 5-1M-1 13 13-1M3 13 13 3',
  expired: 'M3.4 4h1.2',
  future: 'M0 4h8',
};

export function SkewPatterns() {
  return (
    <svg class="skew-patterns" aria-hidden="true">
      {ZONES.map((zone) => (
        <pattern key={zone} id={`skew-${zone}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" class={`skew-ground-${zone}`} />
          <path d={PATTERNS[zone]} class={`skew-figure-${zone}`} />
        </pattern>
      ))}
    </svg>
  );
}

/** A piece of a zone, for the legend. */
export function Swatch({ zone }: { readonly zone: Zone }) {
  return (
    <svg class="skew-swatch" width="22" height="14" aria-hidden="true">
      <rect width="22" height="14" fill={`url(#skew-${zone})`} />
    </svg>
  );
}

interface Props {
  readonly blocks: readonly Block[];
  readonly t: LimitsSay;
}

function Word({ zone, place, t }: { readonly zone: Zone; readonly place: Place; readonly t: LimitsSay }) {
  return (
    <text class="skew-word" x={xOf(place.skew)} y={yOf(place.elapsed)} dy="0.35em">
      {t(`zone.${zone}`)}
    </text>
  );
}

/** In a corner, where only short lines have room. */
function FutureWord({ t }: { readonly t: LimitsSay }) {
  const lines = t('zone.future').split(/ (?=\S+$)/);
  return lines.map((line, i) => (
    <text
      key={line}
      class="skew-word"
      text-anchor="end"
      x={xOf(FUTURE_AT.skew)}
      y={yOf(FUTURE_AT.elapsed)}
      dy={`${i - lines.length + 1.25}em`}
    >
      {line}
    </text>
  ));
}

export function SkewZones({ blocks, t }: Props) {
  const [accepted, replayable] = [middleOf(blocks, 'accepted'), middleOf(blocks, 'replayable')];
  return (
    <>
      <svg width="100%" height="100%" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {ZONES.map((zone) => (
          <path
            key={zone}
            d={pathOf(blocks, zone)}
            fill={`url(#skew-${zone})`}
            shape-rendering="crispEdges"
          />
        ))}
        <path class="skew-edge" d={edgeOf(blocks)} />
      </svg>
      <Word zone="expired" place={EXPIRED_AT} t={t} />
      <FutureWord t={t} />
      {accepted && <Word zone="accepted" place={accepted} t={t} />}
      {replayable && <Word zone="replayable" place={replayable} t={t} />}
    </>
  );
}

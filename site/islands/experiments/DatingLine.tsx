// The dates on a line: what the reader bet, what came of each token, and where the accepted ones begin and end so far.

import { signed } from '../../chat/clock.ts';
import { type Bet, betOn, type DatingTrial, FARTHEST } from '../../experiments/13-moins-45.ts';
import { type MarkKind, markShapes } from '../Mark.tsx';
import { type DatingSay, dateWords } from './dating-words.ts';

const TICKS = [-120, -60, 0, 60, 120];

// Heights of what is drawn, in pixels.
const BET_LANE = 30;
const TRY_LANE = 80;
const AXIS = 105;
const HEIGHT = 129;

const at = (date: number) => `${(100 * (date + FARTHEST)) / (2 * FARTHEST)}%`;

interface Props {
  readonly trial: DatingTrial;
  readonly t: DatingSay;
}

/** What the line shows, in words. */
function inWords({ trial, t }: Props): string {
  const tries = [...trial.tries.value].sort(([a], [b]) => a - b);
  const listed = (bet: 'accepted' | 'refused') =>
    tries
      .filter(([, verdict]) => betOn(verdict) === bet)
      .map(([date]) => dateWords(date, t))
      .join(', ');
  const [accepted, refused] = [listed('accepted'), listed('refused')];
  const sentences = [
    accepted && t('dating.lineAccepted', { dates: accepted }),
    refused && t('dating.lineRefused', { dates: refused }),
  ].filter(Boolean);
  return t('dating.line', { tries: sentences.join(' ') || t('dating.lineEmpty') });
}

interface ShapeProps {
  readonly date: number;
  readonly lane: number;
  readonly bet: Bet;
  readonly hollow?: boolean;
}

/** What is accepted stands a little higher than what is refused, since two seconds are hardly apart on the line. */
function Shape({ date, lane, bet, hollow = false }: ShapeProps) {
  const kind: MarkKind = bet === 'accepted' ? 'sealed' : 'stale';
  return (
    <svg
      x={at(date)}
      y={lane + (bet === 'accepted' ? -5 : 5)}
      class={`dating-mark mark-${kind} ${hollow ? 'is-hollow' : ''}`}
      aria-hidden="true"
    >
      <path transform="translate(-6 -6)" d={markShapes[kind]} fill-rule="evenodd" />
    </svg>
  );
}

/** What is known to be accepted, and the stretches up to the nearest refusal, of which nothing is known yet. */
function Known({ trial }: Pick<Props, 'trial'>) {
  const { past, future } = trial.edges.value;
  if (!past || !future) return null;
  const band = (from: number, to: number, kind: string) => (
    <rect
      class={kind}
      x={at(from)}
      width={`${(100 * (to - from)) / (2 * FARTHEST)}%`}
      y={TRY_LANE - 13}
      height={26}
    />
  );
  return (
    <>
      {past.refused !== undefined && band(past.refused, past.accepted, 'dating-unknown')}
      {future.refused !== undefined && band(future.accepted, future.refused, 'dating-unknown')}
      {band(past.accepted, future.accepted, 'dating-accepted')}
    </>
  );
}

export function DatingLine({ trial, t }: Props) {
  const date = trial.date.value;
  return (
    <svg class="dating-drawing" height={HEIGHT} role="img" aria-label={inWords({ trial, t })}>
      <text y={12}>{t('dating.lane.bets')}</text>
      <text y={TRY_LANE - 20}>{t('dating.lane.tries')}</text>
      <Known trial={trial} />
      <line class="dating-axis" x1="0" x2="100%" y1={AXIS} y2={AXIS} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <line class="dating-axis" x1={at(tick)} x2={at(tick)} y1={AXIS - 4} y2={AXIS + 4} />
          <text class="dating-tick" x={at(tick)} y={HEIGHT - 5}>
            {tick === 0 ? t('dating.now') : signed(tick)}
          </text>
        </g>
      ))}
      <line class="dating-pointer" x1={at(date)} x2={at(date)} y1={BET_LANE - 12} y2={AXIS} />
      {Array.from(trial.bets.value, ([one, bet]) => (
        <Shape key={one} date={one} lane={BET_LANE} bet={bet} hollow />
      ))}
      {Array.from(trial.tries.value, ([one, verdict]) => (
        <Shape key={one} date={one} lane={TRY_LANE} bet={betOn(verdict)} />
      ))}
    </svg>
  );
}

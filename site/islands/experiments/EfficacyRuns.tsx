// What droite made of one token, time after time: a shape for each, and the same in words.
import type { EfficacyTrial } from '../../experiments/14-efficace.ts';
import { type Run, runsOf } from '../../experiments/readings.ts';
import { Mark } from '../Mark.tsx';
import type { EfficacySay } from './efficacy-words.ts';
import type { TtlSay } from './ttl-words.ts';
import { verdictWords } from './VerdictWord.tsx';

/** So many shapes in a row at most; the words give the number. */
const MOST_SHAPES = 20;

interface Props {
  readonly trial: EfficacyTrial;
  readonly t: EfficacySay;
  readonly shared: TtlSay;
}

interface RunProps {
  readonly run: Run;
  /** the date that the token bears, in seconds */
  readonly date: number;
  readonly t: EfficacySay;
  readonly shared: TtlSay;
}

function RunLine({ run, date, t, shared }: RunProps) {
  const { count, verdict } = run;
  const [first, last] = [run.first - date, run.last - date];
  const age = first === last ? t('efficacy.age', { age: first }) : t('efficacy.ages', { first, last });
  const kind = verdict === 'accepted' ? 'sealed' : 'stale';
  return (
    <li>
      <span class="efficacy-shapes">
        {Array.from({ length: Math.min(count, MOST_SHAPES) }, (_, i) => (
          <Mark key={i} kind={kind} />
        ))}
      </span>
      {count === 1 ? t('efficacy.once', { age }) : t('efficacy.times', { count, age })}{' '}
      <span class={`exp-verdict-${kind}`}>{verdictWords(verdict, shared)}</span>
    </li>
  );
}

export function EfficacyRuns({ trial, t, shared }: Props) {
  const captured = trial.captured();
  const runs = runsOf(trial.readingsOfCaptured());
  if (!captured || runs.length === 0) return null;
  return (
    <div>
      <h3 class="efficacy-head">{t('efficacy.runs')}</h3>
      <ol class="efficacy-runs">
        {runs.map((run, i) => (
          <RunLine key={i} run={run} date={trial.dateOf(captured)} t={t} shared={shared} />
        ))}
      </ol>
    </div>
  );
}

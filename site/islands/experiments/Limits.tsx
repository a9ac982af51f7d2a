// Question 15 on the screen: the map of what two clocks let pass, the clocks themselves, and messages that prove it.
import { computed } from '@preact/signals';
import { PEERS } from '../../chat/relay-choice.ts';
import { LimitsTrial, other } from '../../experiments/15-limites.ts';
import { isBothHere } from '../../experiments/post.ts';
import { MAX_ELAPSED_SECONDS } from '../../experiments/skew-map.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { Choice } from './Choice.tsx';
import { ErrandNote } from './ErrandNote.tsx';
import { FineDial } from './FineDial.tsx';
import sheet from './Limits.css?url';
import { LimitsAnnals, LimitsOutlook } from './LimitsOutlook.tsx';
import { LimitsSettings } from './LimitsSettings.tsx';
import { type LimitsSay, limitsWords } from './limits-words.ts';
import { SkewLegend } from './SkewLegend.tsx';
import { SkewMapView } from './SkewMapView.tsx';
import { type TtlSay, ttlWords } from './ttl-words.ts';

await styleSheet(sheet);

interface Props {
  readonly trial: LimitsTrial;
  readonly t: LimitsSay;
  readonly shared: TtlSay;
}

function Proof({ trial, t, shared }: Props) {
  const from = trial.sender.value;
  const names = { from, to: other(from) };
  const busy = trial.errands.busy.value;
  const seconds = trial.replayAfter.value;
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => trial.write(t('limits.text', names))}>
        {t('limits.write', names)}
      </button>
      <FineDial
        label={t('limits.replayAfter')}
        least={0}
        most={MAX_ELAPSED_SECONDS}
        value={seconds}
        words={t('limits.seconds', { seconds })}
        onValue={(value) => {
          trial.replayAfter.value = value;
        }}
        t={shared}
      />
      <button
        type="button"
        class="exp-act"
        aria-disabled={busy}
        disabled={!trial.repeatable()}
        onClick={() => trial.replay()}
      >
        {t('limits.replay', names)}
      </button>
      <ErrandNote errands={trial.errands} t={shared} />
    </>
  );
}

function Limits(props: Props) {
  const { trial, t, shared } = props;
  if (!isBothHere(trial.bench)) return <p>{shared('ttl.apart')}</p>;
  return (
    <>
      <Choice
        label={t('limits.sender')}
        options={PEERS.map((value) => ({ value, words: t('limits.way', { from: value, to: other(value) }) }))}
        value={trial.sender.value}
        onValue={(sender) => {
          trial.sender.value = sender;
        }}
      />
      <SkewMapView trial={trial} t={t} />
      <SkewLegend trial={trial} t={t} />
      <LimitsSettings {...props} />
      <LimitsOutlook {...props} />
      <Proof {...props} />
      <LimitsAnnals {...props} />
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new LimitsTrial(bench);
  const [t, shared] = [limitsWords(lang), ttlWords(lang)];
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Limits trial={trial} t={t} shared={shared} />,
    end: () => trial.end(),
  };
}

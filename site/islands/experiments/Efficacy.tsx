// Question 14 on the screen: a captured token, a delay, a button that repeats it, and a count of what it cost.
import { computed } from '@preact/signals';
import { COPIES, EfficacyTrial, MAX_DELAY_SECONDS, ORDER } from '../../experiments/14-efficace.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import { seatOf } from '../../experiments/seat.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import sheet from './Efficacy.css?url';
import { EfficacyChair } from './EfficacyChair.tsx';
import { EfficacyRuns } from './EfficacyRuns.tsx';
import { ErrandNote } from './ErrandNote.tsx';
import { type EfficacySay, efficacyWords } from './efficacy-words.ts';
import { FineDial } from './FineDial.tsx';
import { type TtlSay, ttlWords } from './ttl-words.ts';

await styleSheet(sheet);

interface Props {
  readonly trial: EfficacyTrial;
  readonly t: EfficacySay;
  readonly shared: TtlSay;
}

/** Where the order comes from: this page, or somebody else's. */
function Order({ trial, t }: Props) {
  if (!trial.bench.peers.gauche.session.value) return <p>{t('efficacy.ask', { order: ORDER })}</p>;
  const isFirst = trial.executed() === 0;
  return (
    <button
      type="button"
      class="efficacy-order"
      aria-disabled={trial.errands.busy.value}
      onClick={() => trial.order()}
    >
      {t(isFirst ? 'efficacy.order' : 'efficacy.orderAgain')}
    </button>
  );
}

function Repeat({ trial, t, shared }: Props) {
  const captured = trial.captured();
  if (seatOf(trial.bench) !== 'own') return null;
  if (!captured) return <p>{t('efficacy.none')}</p>;
  const seconds = trial.delay.value;
  const wait = trial.wait();
  const held = isDroiteElsewhere(trial.bench) ? 'efficacy.capturedAway' : 'efficacy.captured';
  return (
    <>
      <p>{t(held, { seq: captured.seq, age: trial.age(captured) })}</p>
      <FineDial
        label={t('efficacy.delay')}
        least={0}
        most={MAX_DELAY_SECONDS}
        value={seconds}
        words={t('efficacy.seconds', { seconds })}
        onValue={(value) => {
          trial.delay.value = value;
        }}
        t={shared}
      />
      <div class="exp-row">
        <button type="button" class="exp-act" onClick={() => trial.replay(1)}>
          {t('efficacy.replay')}
        </button>
        <button type="button" class="exp-act" onClick={() => trial.replay(COPIES)}>
          {t('efficacy.replayTen')}
        </button>
      </div>
      {wait > 0 && <p>{t('efficacy.wait', { seconds: wait })}</p>}
    </>
  );
}

function Efficacy(props: Props) {
  const { trial, t, shared } = props;
  const isAway = isDroiteElsewhere(trial.bench);
  return (
    <>
      {isAway ? (
        <p>{t('efficacy.droiteAway')}</p>
      ) : (
        <p class="efficacy-executed" role="status">
          <span>{t('efficacy.executed')}</span> <strong>{trial.executed()}</strong>
        </p>
      )}
      <EfficacyChair trial={trial} t={t} />
      <Order {...props} />
      <ErrandNote errands={trial.errands} t={shared} />
      <Repeat {...props} />
      {!isAway && <EfficacyRuns {...props} />}
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new EfficacyTrial(bench);
  const [t, shared] = [efficacyWords(lang), ttlWords(lang)];
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Efficacy trial={trial} t={t} shared={shared} />,
    end: () => trial.end(),
  };
}

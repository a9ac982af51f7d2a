// Question 12 on the screen: two tokens to compare, and one token delivered late at two stages.
import { computed } from '@preact/signals';
import { COMPARED, DifferenceTrial, MAX_DELAY_SECONDS } from '../../experiments/12-difference.ts';
import { isBothHere } from '../../experiments/post.ts';
import { type Translate, translator } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { Choice } from './Choice.tsx';
import sheet from './Difference.css?url';
import { DifferencePair } from './DifferencePair.tsx';
import { type DifferenceSay, differenceWords } from './difference-words.ts';
import { ErrandNote } from './ErrandNote.tsx';
import { FineDial } from './FineDial.tsx';
import { type TtlSay, ttlWords } from './ttl-words.ts';
import { VerdictWord } from './VerdictWord.tsx';

await styleSheet(sheet);

interface Props {
  readonly trial: DifferenceTrial;
  readonly t: DifferenceSay;
  readonly shared: TtlSay;
}

function Late({ trial, t, shared }: Props) {
  const seconds = trial.delay.value;
  return (
    <>
      <p>{t('difference.lateNote')}</p>
      <Choice
        label={t('difference.sealedAt')}
        options={COMPARED.map((value) => ({ value, words: t(`difference.stage.${value}`) }))}
        value={trial.sealedAt.value}
        onValue={(stage) => {
          trial.sealedAt.value = stage;
        }}
      />
      <FineDial
        label={t('difference.delay')}
        least={0}
        most={MAX_DELAY_SECONDS}
        value={seconds}
        words={t('difference.seconds', { seconds })}
        onValue={(value) => {
          trial.delay.value = value;
        }}
        t={shared}
      />
      <button
        type="button"
        class="exp-act"
        aria-disabled={trial.errands.busy.value}
        onClick={() => trial.deliverLate()}
      >
        {t('difference.deliver')}
      </button>
    </>
  );
}

function Verdicts({ trial, t, shared }: Props) {
  const rows = trial.verdicts.value;
  if (rows.length === 0) return null;
  return (
    <table class="difference-verdicts">
      <caption>{t('difference.results')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('difference.age')}</th>
          {COMPARED.map((stage) => (
            <th key={stage} scope="col">
              {t(`difference.at.${stage}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ age, verdicts }) => (
          <tr key={age}>
            <th scope="row">{t('difference.seconds', { seconds: age })}</th>
            {COMPARED.map((stage) => {
              const verdict = verdicts[stage];
              return <td key={stage}>{verdict && <VerdictWord verdict={verdict} t={shared} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Difference({ main, ...props }: Props & { readonly main: Translate }) {
  const { trial, t, shared } = props;
  if (!isBothHere(trial.bench)) return <p>{shared('ttl.apart')}</p>;
  const pair = trial.pair();
  return (
    <>
      <button type="button" aria-disabled={trial.errands.busy.value} onClick={() => trial.sendPair()}>
        {t(pair ? 'difference.sendAgain' : 'difference.send')}
      </button>
      <DifferencePair trial={trial} t={t} main={main} />
      {trial.said.value && <Late {...props} />}
      <ErrandNote errands={trial.errands} t={shared} />
      {trial.said.value && <Verdicts {...props} />}
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new DifferenceTrial(bench);
  const props = { trial, t: differenceWords(lang), shared: ttlWords(lang), main: translator(lang) };
  return {
    goals: computed(() =>
      trial.goals.value.map(({ name, done }) => ({ text: props.t(`goal.${name}`), done })),
    ),
    draw: () => <Difference {...props} />,
    end: () => trial.end(),
  };
}

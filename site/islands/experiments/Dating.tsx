// Question 13 on the screen: bets on dated tokens, a line of dates to slide along, and a belief to test.
import { computed } from '@preact/signals';
import { DatingTrial, FARTHEST } from '../../experiments/13-moins-45.ts';
import { isBothHere } from '../../experiments/post.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import sheet from './Dating.css?url';
import { DatingBets } from './DatingBets.tsx';
import { DatingContrast } from './DatingContrast.tsx';
import { DatingLine } from './DatingLine.tsx';
import { type DatingSay, dateWords, datingWords, edgeWords } from './dating-words.ts';
import { ErrandNote } from './ErrandNote.tsx';
import { type TtlSay, ttlWords } from './ttl-words.ts';
import { VerdictWord } from './VerdictWord.tsx';

await styleSheet(sheet);

interface Props {
  readonly trial: DatingTrial;
  readonly t: DatingSay;
  readonly shared: TtlSay;
}

function Slide({ trial, t, shared }: Props) {
  const date = trial.date.value;
  const words = dateWords(date, t);
  const slide = (to: number) => {
    trial.date.value = Math.min(FARTHEST, Math.max(-FARTHEST, to));
  };
  return (
    <>
      <div class="dating-line">
        <DatingLine trial={trial} t={t} />
        <input
          type="range"
          min={-FARTHEST}
          max={FARTHEST}
          value={date}
          aria-label={t('dating.date')}
          aria-valuetext={words}
          onInput={({ currentTarget }) => slide(currentTarget.valueAsNumber)}
        />
      </div>
      <div class="exp-row dating-send">
        <button type="button" aria-label={shared('ttl.less')} onClick={() => slide(date - 1)}>
          −
        </button>
        <button type="button" aria-label={shared('ttl.more')} onClick={() => slide(date + 1)}>
          +
        </button>
        <button
          type="button"
          aria-disabled={trial.errands.busy.value}
          onClick={() => trial.sendDated(t('dating.text', { date: words }))}
        >
          {t('dating.send', { date: words })}
        </button>
      </div>
    </>
  );
}

function Found({ trial, t, shared }: Props) {
  const last = trial.last.value;
  const verdict = last === undefined ? undefined : trial.tries.value.get(last);
  const { past, future } = trial.edges.value;
  return (
    <>
      <p class="dating-last" role="status">
        {last !== undefined && verdict && (
          <>
            {t('dating.arrived', { date: dateWords(last, t) })} <VerdictWord verdict={verdict} t={shared} />
          </>
        )}
      </p>
      {past && (
        <dl class="dating-edges">
          <dt>{t('dating.edge.past')}</dt>
          <dd>{edgeWords('past', past, t)}</dd>
          <dt>{t('dating.edge.future')}</dt>
          <dd>{edgeWords('future', future, t)}</dd>
        </dl>
      )}
    </>
  );
}

function Dating(props: Props) {
  const { trial, t, shared } = props;
  if (!isBothHere(trial.bench)) return <p>{shared('ttl.apart')}</p>;
  if (!trial.placed.value) return <DatingBets {...props} />;
  const { right, tested } = trial.score();
  return (
    <>
      <Slide {...props} />
      <ErrandNote errands={trial.errands} t={shared} />
      <Found {...props} />
      <DatingContrast {...props} />
      <details>
        <summary>{t('dating.score', { right, tested })}</summary>
        <DatingBets {...props} />
      </details>
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new DatingTrial(bench);
  const [t, shared] = [datingWords(lang), ttlWords(lang)];
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Dating trial={trial} t={t} shared={shared} />,
    end: () => trial.end(),
  };
}

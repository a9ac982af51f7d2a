// Question 4 on the screen: the way of a message, what can be put down on it, and what each place sees then.
import { computed } from '@preact/signals';
import { IDEAS, SolutionTrial, TEXT } from '../../experiments/04-solution.ts';
import { EMPTY } from '../../experiments/placement.ts';
import { canSpeak } from '../../experiments/sending.ts';
import type fr from '../../i18n/experiments/04-solution.fr.json';
import { vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { Board, type SaySolution } from './Board.tsx';
import { Sights } from './Sights.tsx';

const words = vocabulary<keyof typeof fr>('experiments/04-solution');

interface Props {
  readonly trial: SolutionTrial;
  readonly t: SaySolution;
}

function Ideas({ trial, t }: Props) {
  return (
    <div class="exp-row">
      <p>{t('ideas.label')}</p>
      <button type="button" onClick={() => trial.lay(IDEAS.door)}>
        {t('ideas.door')}
      </button>
      <button type="button" onClick={() => trial.lay(IDEAS.links)}>
        {t('ideas.links')}
      </button>
      <button type="button" onClick={() => trial.lay(EMPTY)}>
        {t('ideas.nothing')}
      </button>
    </div>
  );
}

function Solution({ trial, t }: Props) {
  const isFound = trial.goals.value.some(({ name, done }) => name === 'ends' && done);
  return (
    <>
      <p>{t('board.intro', { text: TEXT })}</p>
      <Board trial={trial} t={t} />
      <Ideas trial={trial} t={t} />
      <Sights trial={trial} t={t} />
      {isFound && (
        <div class="exp-row">
          <button type="button" disabled={!canSpeak(trial.bench)} onClick={() => trial.sendOnBench()}>
            {t('bench.send')}
          </button>
          <small>{t('bench.note')}</small>
        </div>
      )}
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new SolutionTrial(bench);
  const t = words(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Solution trial={trial} t={t} />,
    end: () => {},
  };
}

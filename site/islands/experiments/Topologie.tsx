// Question 1 on the screen: a drawing and the way that was taken, a server that is cut off, and one that forgets.
import { computed } from '@preact/signals';
import { TopologieTrial } from '../../experiments/01-topologie.ts';
import type fr from '../../i18n/experiments/01-topologie.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { Cutting } from './Cutting.tsx';
import { Evidence } from './Evidence.tsx';
import { Forgetting } from './Forgetting.tsx';
import { NoPeer } from './NoPeer.tsx';
import { markOf } from './stage-mark.ts';
import { WayMap } from './WayMap.tsx';

const words = vocabulary<keyof typeof fr>('experiments/01-topologie');

interface Props {
  readonly trial: TopologieTrial;
  readonly t: Say<keyof typeof fr>;
}

function Drawing({ trial, t }: Props) {
  const { from, to, bench } = trial;
  const message = trial.message();
  return (
    <>
      <p>{t('way.draw', { from, to })}</p>
      <WayMap
        label={t('way.map')}
        places={[
          { place: 'gauche', words: 'gauche' },
          { place: 'serveur', words: t('way.server') },
          { place: 'droite', words: 'droite' },
        ]}
        describe={(name) => t(`arrow.${name}`)}
        drawn={trial.drawn.value}
        onToggle={(name) => trial.toggle(name)}
        hops={trial.hops()}
        kind={markOf(message?.stage ?? 'plaintext')}
        travel={message?.id ?? ''}
        isCut={bench.cable.isCut.value}
      />
      <button
        type="button"
        class="exp-act"
        disabled={trial.drawn.value.size === 0 || bench.cable.isCut.value}
        onClick={() => trial.send()}
      >
        {t(trial.canSend() ? 'way.send' : 'way.compare')}
      </button>
      <Evidence trial={trial} t={t} />
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new TopologieTrial(bench);
  const t = words(lang);
  const isDone = (goal: string) => trial.goals.value.some(({ name, done }) => name === goal && done);
  /** Each part leads to the next one; a page without a window has but the first and the last. */
  const hasPassed = (...goals: string[]) => !trial.canSend() || goals.some(isDone);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => (
      <>
        <NoPeer bench={bench} lang={lang} />
        <Drawing trial={trial} t={t} />
        {trial.canSend() && (trial.hasSent() || hasPassed('cut', 'lost')) && <Cutting trial={trial} t={t} />}
        {hasPassed('cut', 'lost') && <Forgetting trial={trial} t={t} />}
      </>
    ),
    end: () => trial.end(),
  };
}

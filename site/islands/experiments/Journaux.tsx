// Question 2 on the screen: a phrase, a prediction, three logs that are searched, and what was pinned of them.
import { computed } from '@preact/signals';
import { stageNames } from '#lab/stages.ts';
import { JournauxTrial, LOGS } from '../../experiments/02-journaux.ts';
import type fr from '../../i18n/experiments/02-journaux.fr.json';
import { type Say, type Translate, translator, vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { useHeir } from '../use-heir.ts';
import { Choice } from './Choice.tsx';
import { FoundTable } from './FoundTable.tsx';
import { NoPeer } from './NoPeer.tsx';
import { Pins } from './Pins.tsx';
import { Several } from './Several.tsx';
import { TextField } from './TextField.tsx';
import { ThreeLogs } from './ThreeLogs.tsx';

const words = vocabulary<keyof typeof fr>('experiments/02-journaux');

interface Props {
  readonly trial: JournauxTrial;
  readonly t: Say<keyof typeof fr>;
  /** the words of the whole site */
  readonly site: Translate;
}

function Phrase({ trial, t, site }: Props) {
  const { bench, from } = trial;
  const { sending, session } = bench.peers[from];
  const send = (event: Event) => {
    event.preventDefault();
    if (trial.isLongEnough() && !sending.value) void trial.send();
  };
  return (
    <form class="exp-row" onSubmit={send}>
      <TextField label={t('phrase.label')} signal={trial.phrase} size={34} />
      <Choice
        label={t('phrase.stage')}
        options={stageNames.map((value) => ({ value, words: site(`stage.${value}`) }))}
        value={bench.stage.value}
        onValue={(stage) => bench.setStage(stage)}
      />
      <button type="submit" disabled={!trial.isLongEnough() || !session.value} aria-disabled={sending.value}>
        {t(trial.pinned.value.length > 0 ? 'phrase.again' : 'phrase.send', { from })}
      </button>
      {!trial.isLongEnough() && <small>{t('phrase.hint')}</small>}
      <p role="status">
        {sending.value && t('phrase.sending')}
        {!sending.value && trial.failed.value && t('phrase.notSent', { from })}
      </p>
    </form>
  );
}

function Prediction({ trial, t }: Props) {
  const look = useHeir<HTMLButtonElement>('.marked-log');
  return (
    <>
      <Several
        label={t('predict.logs')}
        options={LOGS.map((value) => ({ value, words: t(`log.${value}`) }))}
        values={trial.predicted.value}
        onValues={(values) => {
          trial.predicted.value = values;
        }}
      />
      <button
        ref={look}
        type="button"
        class="exp-act"
        disabled={!trial.isWritten()}
        onClick={() => trial.look()}
      >
        {t('predict.look')}
      </button>
    </>
  );
}

function Journaux({ trial, t, site }: Props) {
  const search = trial.search();
  return (
    <>
      <Phrase trial={trial} t={t} site={site} />
      {trial.isToPredict() && <Prediction trial={trial} t={t} site={site} />}
      {search && <FoundTable search={search} stage={site(`stage.${search.stage}`)} t={t} />}
      {search && <ThreeLogs trial={trial} t={t} phrase={search.phrase} />}
      <Pins searches={trial.pinned.value} t={t} site={site} />
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new JournauxTrial(bench);
  const t = words(lang);
  const site = translator(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => (
      <>
        <NoPeer bench={bench} lang={lang} />
        <Journaux trial={trial} t={t} site={site} />
      </>
    ),
    end: () => {},
  };
}

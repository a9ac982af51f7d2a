// The frame of an experiment: it opens with a bet, says what is to be reached, and recognises it.
import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { pageBench } from '../chat/page-bench.ts';
import { type Goal, stateOf } from '../experiments/experiment.ts';
import { type ExperimentWords, experimentWords } from '../i18n/experiment-words.ts';
import type { Lang } from '../i18n/langs.ts';
import { watchBet } from '../notebook/bets.ts';
import { keepTried, wasReached } from '../notebook/tried.ts';
import { experimentViews } from './experiment-views.ts';
import { LateOutcome } from './late-parts.ts';
import { Mark } from './Mark.tsx';
import type { Running } from './running-experiment.ts';
import './Experiment.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly question: number;
}

/** Whether the reader has bet on this page. */
function useBet(): boolean {
  const [hasBet, setHasBet] = useState(false);
  useEffect(() => watchBet(document, setHasBet), []);
  return hasBet;
}

/** The experiment, once it is loaded and the bench is there; begun anew at each `attempt`. */
function useRunning({ base, lang, question }: Props, attempt: number) {
  const [running, setRunning] = useState<Running>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let begun: Running | undefined;
    let over = false;
    const load = experimentViews.get(question);
    const stop = effect(() => {
      const bench = pageBench.value;
      if (!bench?.places.relay.value || !load || begun || over) return;
      load().then(
        (view) => {
          if (begun || over) return;
          begun = view.begin({ bench, lang, base });
          setRunning(begun);
        },
        () => setFailed(true),
      );
    });
    return () => {
      over = true;
      stop();
      begun?.end();
    };
  }, [attempt]);
  return { running, failed };
}

function Goals({ goals, t }: { readonly goals: readonly Goal[]; readonly t: ExperimentWords }) {
  return (
    <ul class="goals" aria-label={t('experiment.goals')}>
      {goals.map(({ text, done }) => (
        <li key={text} class={done ? 'is-done' : ''}>
          {done ? <Mark kind="sealed" /> : <span class="mark" />}
          <span>{text}</span>
          {done && <em>{t('experiment.done')}</em>}
        </li>
      ))}
    </ul>
  );
}

export default function Experiment(props: Props) {
  const { lang, question } = props;
  const t = experimentWords(lang);
  const hasBet = useBet();
  const [attempt, setAttempt] = useState(0);
  const { running, failed } = useRunning(props, attempt);
  const [before, setBefore] = useState(false);
  useEffect(() => void wasReached(question).then(setBefore), []);
  const goals = running?.goals.value ?? [];
  const state = stateOf(hasBet, goals, false);
  useEffect(() => {
    if (state === 'running' || state === 'reached') void keepTried(question, state === 'reached');
  }, [state]);
  const startAgain = () => {
    pageBench.value?.reset();
    setAttempt(attempt + 1);
  };
  return (
    <section
      class="exp"
      data-experiment={question}
      data-state={state}
      aria-label={t('experiment.name', { number: question })}
    >
      {/* Goals tell what is possible: they would give the bet away. */}
      {state !== 'predict' && <Goals goals={goals} t={t} />}
      <p class="exp-news" role="status">
        {state === 'predict' && t('experiment.predict')}
        {state === 'reached' && t('experiment.reached')}
        {state === 'ready' && before && t('experiment.reachedBefore')}
      </p>
      {failed && <p role="alert">{t('experiment.failed')}</p>}
      {state !== 'predict' && running?.draw()}
      {state === 'reached' && <LateOutcome lang={lang} question={question} goals={goals} />}
      {state !== 'predict' && running && (
        <p class="exp-foot">
          <button type="button" onClick={startAgain}>
            {t('experiment.again')}
          </button>
        </p>
      )}
    </section>
  );
}

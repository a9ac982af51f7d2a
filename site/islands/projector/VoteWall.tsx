// A vote on the wall: that it is open and how many voted, and once the teacher shows it, the bars over all else.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../i18n/langs.ts';
import type { ProjectorWords } from '../../i18n/projector-words.ts';
import type { Projector } from '../../projector/projector.ts';
import { type ClassQuestions, fetchClassQuestions, optionsOf } from '../../teaching/class-questions.ts';
import { useFocus } from '../use-focus.ts';
import { VoteBars } from '../VoteBars.tsx';

interface Props {
  readonly t: ProjectorWords;
  readonly projector: Projector;
  readonly base: string;
  readonly lang: Lang;
}

interface OverProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What covers the wall, which nobody reaches meanwhile. */
function Over({ label, onClose, children }: OverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="wall-vote" aria-label={label} onClose={onClose}>
      {children}
    </dialog>
  );
}

interface BackProps {
  readonly label: string;
  readonly onBack: () => void;
}

/** Stands where the result was left, and takes the focus from there. */
function Back({ label, onBack }: BackProps) {
  const button = useFocus<HTMLButtonElement>();
  return (
    <p class="wall-vote-open">
      <button ref={button} type="button" onClick={onBack}>
        {label}
      </button>
    </p>
  );
}

export function VoteWall({ t, projector, base, lang }: Props) {
  const [questions, setQuestions] = useState<ClassQuestions>({});
  const [away, setAway] = useState<string>();
  useEffect(() => void fetchClassQuestions(base, lang).then(setQuestions), []);
  const { vote, ended } = projector.class.value ?? {};
  const last = vote?.rounds.at(-1);
  const isCounted = last?.tally !== undefined;
  useEffect(() => {
    if (!isCounted) setAway(undefined); // the same question may be asked anew
  }, [isCounted]);
  if (!vote || !last) return null;
  const { question, rounds } = vote;
  if (!last.tally && ended) return null; // nobody votes any more
  if (!last.tally)
    return (
      <p class="wall-vote-open">
        {t(last.votes === 1 ? 'projector.vote.one' : 'projector.vote.open', { question, count: last.votes })}
      </p>
    );
  const name = `${question} ${rounds.length}`;
  if (away === name) return <Back label={t('projector.vote.back')} onBack={() => setAway(undefined)} />;
  return (
    <Over label={t('projector.vote.result', { question })} onClose={() => setAway(name)}>
      <h2>{t('projector.vote.result', { question })}</h2>
      <p>{questions[question]?.question}</p>
      <VoteBars
        options={optionsOf(questions, vote, (letter) => t('projector.vote.option', { letter }))}
        rounds={rounds}
        roundName={(round) => t('projector.vote.round', { round })}
        votes={(count, percent) => t('projector.vote.votes', { count, percent })}
      />
      <form method="dialog">
        <button type="submit">{t('projector.vote.close')}</button>
      </form>
    </Over>
  );
}

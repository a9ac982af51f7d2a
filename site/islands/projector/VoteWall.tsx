// A vote on the wall: that it is open and how many voted, and once the teacher shows it, the bars over all else.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../i18n/langs.ts';
import type { ProjectorWords } from '../../i18n/projector-words.ts';
import type { Projector } from '../../projector/projector.ts';
import { type ClassQuestions, fetchClassQuestions, optionsOf } from '../../teaching/class-questions.ts';
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

export function VoteWall({ t, projector, base, lang }: Props) {
  const [questions, setQuestions] = useState<ClassQuestions>({});
  const [away, setAway] = useState<string>();
  useEffect(() => void fetchClassQuestions(base, lang).then(setQuestions), []);
  const vote = projector.class.value?.vote;
  const last = vote?.rounds.at(-1);
  if (!vote || !last) return null;
  const { question, rounds } = vote;
  if (!last.tally)
    return (
      <p class="wall-vote-open">
        {t(last.votes === 1 ? 'projector.vote.one' : 'projector.vote.open', { question, count: last.votes })}
      </p>
    );
  const name = `${question} ${rounds.length}`;
  if (away === name)
    return (
      <p class="wall-vote-open">
        <button type="button" onClick={() => setAway(undefined)}>
          {t('projector.vote.back')}
        </button>
      </p>
    );
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

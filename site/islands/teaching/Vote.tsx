// A vote of the class: asked, counted, shown, asked once more.
import { useState } from 'preact/hooks';
import { optionsOf } from '../../teaching/class-questions.ts';
import { VoteBars } from '../VoteBars.tsx';
import { useDesk } from './desk-context.ts';

/** Proposes the questions that have something to vote on. */
function Ask() {
  const { t, titles, classQuestions, teacher } = useDesk();
  const [chosen, setChosen] = useState<number>();
  const numbers = titles.map((_, i) => i + 1).filter((number) => classQuestions[number]);
  const question = chosen ?? numbers[0];
  const asked = question === undefined ? undefined : classQuestions[question];
  if (question === undefined || !asked) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        teacher.lead({ do: 'ask', question, options: asked.options.length });
      }}
    >
      <label class="desk-field">
        {t('vote.question')}
        <select value={question} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {t('vote.pick', { number, title: titles[number - 1] ?? '' })}
            </option>
          ))}
        </select>
      </label>
      <p>{asked.question}</p>
      <ol class="vote-options" aria-label={t('vote.options')}>
        {asked.options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ol>
      <button type="submit" class="is-first">
        {t('vote.ask')}
      </button>
    </form>
  );
}

export function Vote() {
  const { t, overview, titles, classQuestions, teacher } = useDesk();
  const { vote, ended } = overview.class;
  const last = vote?.rounds.at(-1);
  const isOpen = last !== undefined && !last.tally && !ended;
  const options = vote ? optionsOf(classQuestions, vote, (letter) => t('vote.option', { letter })) : [];
  return (
    <section class="desk-part" id="vote" aria-labelledby="vote-title">
      <h2 id="vote-title">{t('teaching.vote')}</h2>
      {!vote && <Ask />}
      {vote && (
        <>
          <p>
            <b>{t('vote.pick', { number: vote.question, title: titles[vote.question - 1] ?? '' })}</b>
          </p>
          <p>{classQuestions[vote.question]?.question}</p>
          {isOpen && (
            <p data-votes={last.votes}>
              {t(last.votes === 1 ? 'vote.open.one' : 'vote.open', { count: last.votes })} {t('vote.hidden')}
            </p>
          )}
          <VoteBars
            options={options}
            rounds={vote.rounds}
            roundName={(round) => t('vote.round', { round })}
            votes={(count, percent) => t('vote.votes', { count, percent })}
          />
          {!ended && (
            <p class="desk-acts">
              {isOpen ? (
                <button type="button" class="is-first" onClick={() => teacher.lead({ do: 'tally' })}>
                  {t('vote.show')}
                </button>
              ) : (
                <button type="button" onClick={() => teacher.lead({ do: 'ask-again' })}>
                  {t('vote.again')}
                </button>
              )}
              <button type="button" onClick={() => teacher.lead({ do: 'dismiss-vote' })}>
                {t('vote.dismiss')}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

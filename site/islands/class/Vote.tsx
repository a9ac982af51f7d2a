// A vote of the class: the options of a bet, one choice a round, and what was chosen once it is shown.
import { useEffect, useState } from 'preact/hooks';
import type { VoteState } from '#server/class/wire.ts';
import { type Bets, fetchBets } from '../../class/class-bets.ts';
import { addressOf } from '../../i18n/addresses.ts';
import { useClass } from './class-context.ts';
import { VoteBars } from './VoteBars.tsx';

interface Props {
  readonly vote: VoteState;
  /** the one of the page */
  readonly question: number | undefined;
}

export function Vote({ vote, question }: Props) {
  const { own, base, lang, c } = useClass();
  const [bets, setBets] = useState<Bets>({});
  useEffect(() => void fetchBets(base, lang).then(setBets), []);
  const bet = bets[vote.question];
  const options = Array.from(
    { length: vote.options },
    (_, i) => bet?.options[i] ?? c('vote.option', { letter: String.fromCharCode(65 + i) }),
  );
  const now = vote.rounds.length - 1;
  const round = vote.rounds[now];
  const mine = vote.mine?.[now] ?? undefined;
  const isOpen = round !== undefined && round.tally === undefined && !own.state.value?.ended;
  return (
    <section class="class-vote" data-vote={vote.question} aria-labelledby="class-vote">
      <h2 id="class-vote">{c(now > 0 ? 'vote.again' : 'vote.name', { number: vote.question })}</h2>
      {bet && <p>{bet.question}</p>}
      {vote.question !== question && (
        <p>
          <a href={addressOf(base, lang, vote.question)}>{c('class.question', { number: vote.question })}</a>
        </p>
      )}
      {isOpen && (
        <fieldset>
          <legend class="unseen">{bet?.question ?? c('vote.name', { number: vote.question })}</legend>
          {options.map((words, i) => (
            <label key={words}>
              <input type="radio" name="class-vote" checked={mine === i} onChange={() => own.vote(i)} />
              <span>{words}</span>
            </label>
          ))}
          <p role="status">{c(mine === undefined ? 'vote.open' : 'vote.counted', { count: round.votes })}</p>
        </fieldset>
      )}
      {vote.rounds.map(
        ({ tally }, i) =>
          tally && (
            <VoteBars
              key={`round ${i + 1}`}
              name={c('vote.round', { round: i + 1 })}
              options={options}
              tally={tally}
              mine={vote.mine?.[i] ?? undefined}
            />
          ),
      )}
    </section>
  );
}

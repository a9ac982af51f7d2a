// A vote of the class: the options of a bet, one choice a round, and what was chosen once it is shown.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VoteState } from '#server/class/wire.ts';
import { type Bets, fetchBets } from '../../class/class-bets.ts';
import { addressOf } from '../../i18n/addresses.ts';
import { useClass } from './class-context.ts';
import { useStripHeir } from './use-strip-heir.ts';
import { VoteResults } from './VoteResults.tsx';

interface BallotProps {
  readonly legend: string;
  readonly options: readonly string[];
  readonly mine: number | undefined;
}

function Ballot({ legend, options, mine }: BallotProps) {
  const { own, c } = useClass();
  const unsaid = own.unsaidVote.value;
  const chosen = unsaid?.option ?? mine;
  const part = useStripHeir<HTMLFieldSetElement>('.class-vote summary');
  return (
    <fieldset ref={part}>
      <legend class="unseen">{legend}</legend>
      {options.map((words, i) => (
        <label key={words}>
          <input type="radio" name="class-vote" checked={chosen === i} onChange={() => own.vote(i)} />
          <span>{words}</span>
        </label>
      ))}
      <p role="status">{unsaid ? c('vote.waits') : c(mine === undefined ? 'vote.open' : 'vote.counted')}</p>
    </fieldset>
  );
}

interface Props {
  readonly vote: VoteState;
  /** the one of the page */
  readonly question: number | undefined;
}

export function Vote({ vote, question }: Props) {
  const { base, lang, c } = useClass();
  const [bets, setBets] = useState<Bets>({});
  useEffect(() => void fetchBets(base, lang).then(setBets), []);
  const bet = bets[vote.question];
  const options = Array.from(
    { length: vote.options },
    (_, i) => bet?.options[i] ?? c('vote.option', { letter: String.fromCharCode(65 + i) }),
  );
  const now = vote.rounds.length - 1;
  const round = vote.rounds[now];
  const isOpen = round !== undefined && round.tally === undefined;
  // Whoever has seen a round open sees what came of it; to others it is old news.
  const hasSeenOpen = useRef(false);
  if (isOpen) hasSeenOpen.current = true;
  const name = c(now > 0 ? 'vote.again' : 'vote.name', { number: vote.question });
  const asked = (
    <>
      {bet && <p>{bet.question}</p>}
      {vote.question !== question && (
        <p>
          <a href={addressOf(base, lang, vote.question)}>{c('class.question', { number: vote.question })}</a>
        </p>
      )}
    </>
  );
  return (
    <section
      class="class-vote"
      data-vote={vote.question}
      aria-label={isOpen ? name : c('vote.result', { number: vote.question })}
    >
      {isOpen && (
        <>
          <h2>{name}</h2>
          {asked}
          <Ballot
            key={now}
            legend={bet?.question ?? name}
            options={options}
            mine={vote.mine?.[now] ?? undefined}
          />
        </>
      )}
      {vote.rounds.some(({ tally }) => tally) && (
        <VoteResults
          key={`${now} ${isOpen}`}
          vote={vote}
          options={options}
          isOpen={!isOpen && hasSeenOpen.current}
        >
          {!isOpen && asked}
        </VoteResults>
      )}
    </section>
  );
}

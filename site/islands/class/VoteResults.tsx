// What came of a vote's rounds, to be folded away; with a mark at what one has chosen oneself.
import type { ComponentChildren } from 'preact';
import type { VoteState } from '#server/class/wire.ts';
import { VoteBars } from '../VoteBars.tsx';
import { useClass } from './class-context.ts';

interface Props {
  readonly vote: VoteState;
  readonly options: readonly string[];
  /** whether it comes unfolded */
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}

export function VoteResults({ vote: { question, rounds, mine }, options, isOpen, children }: Props) {
  const { c } = useClass();
  const roundName = (round: number) => c('vote.round', { round });
  const several = rounds.filter(({ tally }) => tally).length > 1;
  const markOf = (option: number) => {
    const chosen = rounds.flatMap(({ tally }, i) =>
      tally && mine?.[i] === option ? [roundName(i + 1)] : [],
    );
    if (chosen.length === 0) return undefined;
    return several
      ? c('vote.mine.in', { rounds: chosen.join(', ').toLocaleLowerCase(c.locale) })
      : c('vote.mine');
  };
  // None are several in English, and one in French.
  const plural = new Intl.PluralRules(c.locale);
  return (
    <details open={isOpen}>
      <summary>{c('vote.result', { number: question })}</summary>
      {children}
      <VoteBars
        options={options}
        rounds={rounds}
        roundName={roundName}
        votes={(count, percent) =>
          c(plural.select(count) === 'one' ? 'vote.vote' : 'vote.votes', { count, percent })
        }
        markOf={markOf}
      />
    </details>
  );
}

// How the class has voted: for each option its words, a bar, a number, and a mark beside one's own.
import type { ClassWords } from '../../i18n/class-words.ts';
import { useClass } from './class-context.ts';

/** None are several in English, and one in French. */
const votesIn = (c: ClassWords, count: number) =>
  c(new Intl.PluralRules(c.locale).select(count) === 'one' ? 'vote.vote' : 'vote.votes', { count });

interface Props {
  readonly name: string;
  readonly options: readonly string[];
  readonly tally: readonly number[];
  readonly mine: number | undefined;
}

export function VoteBars({ name, options, tally, mine }: Props) {
  const { c } = useClass();
  const most = Math.max(1, ...tally);
  return (
    <div class="class-bars">
      <h3>{name}</h3>
      <ol>
        {options.map((words, i) => (
          <li key={words} class={i === mine ? 'is-mine' : ''}>
            <span>
              {words}
              {i === mine && <em> {c('vote.mine')}</em>}
            </span>
            <meter min={0} max={most} value={tally[i] ?? 0} aria-hidden="true" />
            <strong>{votesIn(c, tally[i] ?? 0)}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
}

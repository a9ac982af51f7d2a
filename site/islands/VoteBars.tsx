// How the votes of a class are spread: each option with a bar for each round, its length said in figures as well.
import type { Round } from '#server/class/wire.ts';
import { styleSheet } from './style-sheet.ts';
import sheet from './VoteBars.css?url';

await styleSheet(sheet);

interface Props {
  readonly options: readonly string[];
  /** those without a tally are not shown */
  readonly rounds: readonly Round[];
  readonly roundName: (round: number) => string;
  readonly votes: (count: number, percent: number) => string;
  /** what is said beside an option, as that it is the reader's own; undefined for nothing */
  readonly markOf?: (option: number) => string | undefined;
}

export function VoteBars({ options, rounds, roundName, votes, markOf }: Props) {
  const shown = rounds.flatMap(({ tally }, i) =>
    tally ? [{ tally, name: roundName(i + 1), round: i + 1 }] : [],
  );
  const marks = options.map((_, i) => markOf?.(i));
  return (
    <ol class="vote-bars">
      {options.map((option, i) => (
        <li key={option}>
          <p>
            {option}
            {marks[i] !== undefined && <em> {marks[i]}</em>}
          </p>
          <ul>
            {shown.map(({ tally, name, round }) => {
              const all = tally.reduce((sum, count) => sum + count, 0);
              const count = tally[i] ?? 0;
              const percent = all === 0 ? 0 : Math.round((100 * count) / all);
              return (
                <li key={round} class={`vote-round vote-round-${round % 2}`}>
                  {shown.length > 1 && <span class="vote-name">{name}</span>}
                  <span class="vote-track">
                    <span class="vote-bar" style={{ inlineSize: `${percent}%` }} />
                  </span>
                  <span class="vote-count">{votes(count, percent)}</span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}

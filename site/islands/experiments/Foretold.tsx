// What was foretold beside what came, value by value, a column for each generator or seed.
import { type Round, rightIn } from '../../experiments/05-urandom.ts';
import { Mark } from '../Mark.tsx';
import type { UrandomWords } from './urandom-words.ts';

interface Props {
  readonly caption: string;
  readonly columns: readonly { readonly head: string; readonly note?: string; readonly round: Round }[];
  readonly t: UrandomWords;
}

const hex = (word: number) => word.toString(16).padStart(8, '0');

function Value({ round, at, t }: { readonly round: Round; readonly at: number; readonly t: UrandomWords }) {
  const foretold = round.foretold[at] ?? 0;
  const drawn = round.drawn?.[at];
  const isRight = drawn === foretold;
  return (
    <td class={drawn === undefined ? '' : isRight ? 'is-right' : 'is-wrong'}>
      <span>{hex(foretold)}</span>
      {drawn !== undefined && (
        <span>
          <b aria-hidden="true">{isRight ? '=' : '≠'}</b>
          <span class="unseen"> {t(isRight ? 'urandom.equal' : 'urandom.other')} </span>
          {hex(drawn)}
        </span>
      )}
    </td>
  );
}

function Score({ round, t }: { readonly round: Round; readonly t: UrandomWords }) {
  const right = rightIn(round);
  if (right === undefined) return <td>{t('urandom.notDrawn')}</td>;
  return (
    <td>
      <Mark kind={right > 0 ? 'readable' : 'opaque'} />{' '}
      {t('urandom.score', { right, of: round.foretold.length })}
    </td>
  );
}

export function Foretold({ caption, columns, t }: Props) {
  return (
    <table class="foretold">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{t('urandom.ordinal')}</span>
          </th>
          {columns.map(({ head, note }, i) => (
            <th key={i} scope="col">
              {head} {note && <small>{note}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns[0]?.round.foretold.map((_, at) => (
          <tr key={at}>
            <th scope="row">{at + 1}</th>
            {columns.map(({ round }, i) => (
              <Value key={i} round={round} at={at} t={t} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <span class="unseen">{t('urandom.right')}</span>
          </th>
          {columns.map(({ round }, i) => (
            <Score key={i} round={round} t={t} />
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

// Which model answers the teacher has opened to all.
import { addressOf } from '../../i18n/addresses.ts';
import { useClass } from './class-context.ts';

interface Props {
  readonly revealed: Readonly<Record<string, string>>;
  readonly question: number | undefined;
}

export function Revealed({ revealed, question }: Props) {
  const { base, lang, c } = useClass();
  const numbers = Object.keys(revealed).map(Number);
  return (
    <div role="status">
      {question !== undefined && numbers.includes(question) && (
        <p class="class-news">{c('class.revealed.here')}</p>
      )}
      {numbers.some((number) => number !== question) && (
        <p>
          {c('class.revealed')}{' '}
          {numbers
            .filter((number) => number !== question)
            .map((number) => (
              <a key={number} href={addressOf(base, lang, number)}>
                {c('class.question', { number })}
              </a>
            ))}
        </p>
      )}
    </div>
  );
}

// The reader's bets on tokens of several dates, and beside each what came of it.
import { BET_DATES, type Bet, betOn, type DatingTrial } from '../../experiments/13-moins-45.ts';
import { Mark } from '../Mark.tsx';
import { useHeir } from '../use-heir.ts';
import { type DatingSay, dateWords } from './dating-words.ts';
import type { TtlSay } from './ttl-words.ts';
import { VerdictWord } from './VerdictWord.tsx';

const BETS: readonly Bet[] = ['accepted', 'refused'];

interface Props {
  readonly trial: DatingTrial;
  readonly t: DatingSay;
  readonly shared: TtlSay;
}

function Place({ trial, t, date }: Omit<Props, 'shared'> & { readonly date: number }) {
  return BETS.map((bet) => (
    <td key={bet}>
      <label>
        <input
          type="radio"
          name={`bet ${date}`}
          checked={trial.bets.value.get(date) === bet}
          aria-label={t('dating.bet', { date: dateWords(date, t), bet: t(`dating.${bet}`) })}
          onChange={() => trial.bet(date, bet)}
        />
        <span aria-hidden="true">{t(`dating.${bet}`)}</span>
      </label>
    </td>
  ));
}

function Outcome({ trial, t, shared, date }: Props & { readonly date: number }) {
  const bet = trial.bets.value.get(date);
  const verdict = trial.tries.value.get(date);
  const isRight = verdict !== undefined && betOn(verdict) === bet;
  return (
    <>
      <td>{bet && t(`dating.${bet}`)}</td>
      <td>
        {verdict ? (
          <>
            <VerdictWord verdict={verdict} t={shared} />
            <small class={isRight ? '' : 'is-wrong'}>
              {!isRight && <Mark kind="tampered" />} {t(isRight ? 'dating.right' : 'dating.wrong')}
            </small>
          </>
        ) : (
          <small>{t('dating.notYet')}</small>
        )}
      </td>
    </>
  );
}

export function DatingBets(props: Props) {
  const { trial, t } = props;
  const placed = trial.placed.value;
  const bets = useHeir<HTMLDivElement>('.dating-line input');
  const missing = BET_DATES.length - trial.bets.value.size;
  return (
    <div ref={bets} class="dating-bets">
      <table>
        <caption>{placed ? t('dating.bets') : t('dating.betsNote')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dating.dateColumn')}</th>
            <th scope="col" colSpan={placed ? 1 : 2}>
              {t('dating.betColumn')}
            </th>
            {placed && <th scope="col">{t('dating.resultColumn')}</th>}
          </tr>
        </thead>
        <tbody>
          {BET_DATES.map((date) => (
            <tr key={date}>
              <th scope="row">{dateWords(date, t)}</th>
              {placed ? <Outcome {...props} date={date} /> : <Place trial={trial} t={t} date={date} />}
            </tr>
          ))}
        </tbody>
      </table>
      {!placed && (
        <p class="exp-row">
          <button type="button" disabled={missing > 0} onClick={() => trial.place()}>
            {t('dating.place')}
          </button>
          {missing > 0 && <span>{t('dating.placeHint', { count: missing })}</span>}
        </p>
      )}
    </div>
  );
}

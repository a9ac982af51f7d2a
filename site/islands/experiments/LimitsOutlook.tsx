// What becomes of messages both ways as the bench is set, and what has become of those that were sent.

import type { PeerName } from '../../chat/relay-choice.ts';
import { PEERS } from '../../chat/relay-choice.ts';
import { type LimitsTrial, other } from '../../experiments/15-limites.ts';
import type { LimitsSay } from './limits-words.ts';
import type { TtlSay } from './ttl-words.ts';
import { VerdictWord } from './VerdictWord.tsx';

/** So many of the last arrivals are shown. */
const SHOWN = 6;

interface Props {
  readonly trial: LimitsTrial;
  readonly t: LimitsSay;
  readonly shared: TtlSay;
}

function clockWords(skew: number, t: LimitsSay): string {
  if (skew === 0) return t('limits.onTime');
  return t(skew > 0 ? 'limits.aheadShort' : 'limits.behindShort', { seconds: Math.abs(skew) });
}

function replayWords(trial: LimitsTrial, from: PeerName, t: LimitsSay): string {
  const { span } = trial.outlooks[from].value;
  const latency = trial.bench.latency.value;
  if (!span || span.last <= latency) return t('limits.never');
  const { first, last } = span;
  return first > latency ? t('limits.between', { first, last }) : t('limits.until', { last });
}

/** The map in words. */
export function LimitsOutlook({ trial, t, shared }: Props) {
  return (
    <table class="limits-outlook">
      <caption>{t('limits.outlook')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('limits.column.way')}</th>
          <th scope="col">{t('limits.column.clock')}</th>
          <th scope="col">{t('limits.column.arrival')}</th>
          <th scope="col">{t('limits.column.replay')}</th>
        </tr>
      </thead>
      <tbody>
        {PEERS.map((from) => {
          const { onArrival } = trial.outlooks[from].value;
          const verdict = {
            accepted: 'accepted',
            replayable: 'accepted',
            expired: 'age',
            future: 'skew',
          } as const;
          return (
            <tr key={from}>
              <th scope="row">{t('limits.way', { from, to: other(from) })}</th>
              <td>{clockWords(trial.skew(from), t)}</td>
              <td>
                <VerdictWord verdict={verdict[onArrival]} t={shared} />
              </td>
              <td>{replayWords(trial, from, t)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What has really come. */
export function LimitsAnnals({ trial, t, shared }: Props) {
  const entries = trial.annals.entries.value.slice(-SHOWN);
  if (entries.length === 0) return null;
  return (
    <div role="log" aria-label={t('limits.annals')}>
      <h3 class="limits-head">{t('limits.annals')}</h3>
      <ol class="limits-annals">
        {entries.map(({ message, to, elapsed, isCopy, verdict }, i) => (
          <li key={`${message.id} ${i}`}>
            {t(isCopy ? 'limits.annalCopy' : 'limits.annal', {
              from: message.from,
              to,
              elapsed: Math.round(elapsed),
            })}{' '}
            <VerdictWord verdict={verdict} t={shared} />
          </li>
        ))}
      </ol>
    </div>
  );
}

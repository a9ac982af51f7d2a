// The server's log and those of both clients, with what was looked for marked in them.
import { type JournauxTrial, LOGS } from '../../experiments/02-journaux.ts';
import type fr from '../../i18n/experiments/02-journaux.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { MarkedLog } from './MarkedLog.tsx';

interface Props {
  readonly trial: JournauxTrial;
  readonly t: Say<keyof typeof fr>;
  readonly phrase: string;
}

export function ThreeLogs({ trial, t, phrase }: Props) {
  return (
    <>
      {LOGS.map((log) => {
        const lines = trial.linesOf(log);
        return (
          <div key={log}>
            <h3 class="log-title">{t(`log.${log}`)}</h3>
            {lines ? (
              <MarkedLog label={t(`log.${log}`)} lines={lines} phrase={phrase} />
            ) : (
              <p>{t('log.elsewhere')}</p>
            )}
          </div>
        );
      })}
      <p class="mark-legend">
        {t('mark.legend')} <mark class="is-content">{t('mark.content')}</mark>{' '}
        <mark class="is-metadata">{t('mark.metadata')}</mark>
      </p>
      <small>{t('log.address')}</small>
    </>
  );
}

// Four messages on a relay that forgets: what the sender, the server and the reader each know of them.
import type { TopologieTrial } from '../../experiments/01-topologie.ts';
import type { Sending } from '../../experiments/losses.ts';
import type fr from '../../i18n/experiments/01-topologie.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';

interface Props {
  readonly trial: TopologieTrial;
  readonly t: Say<keyof typeof fr>;
}

/** What the reader's window shows of a message. */
function shownAt({ trial, t }: Props, { message }: Sending): string {
  const { bench, to } = trial;
  if (!bench.peers[to].session.value) return t('lost.elsewhere');
  return message?.receipts.find(({ peer }) => peer === to)?.text ?? t('lost.nothing');
}

export function Losses({ trial, t }: Props) {
  const four = trial.lastFour();
  if (four.length === 0) return null;
  const here = Object.values(trial.bench.peers).filter(({ session }) => session.value !== undefined);
  const isQuiet = here.every(({ notice }) => notice.value === undefined);
  return (
    <>
      <table>
        <caption>{t('lost.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lost.message')}</th>
            <th scope="col">{t('lost.atPeer', { peer: trial.from })}</th>
            <th scope="col">{t('lost.atServer')}</th>
            <th scope="col">{t('lost.atPeer', { peer: trial.to })}</th>
          </tr>
        </thead>
        <tbody>
          {four.map((sending) => (
            <tr key={sending.seq}>
              <th scope="row">
                {sending.message?.typed} <small>{t('lost.number', { seq: sending.seq })}</small>
              </th>
              <td>{t(sending.message?.fate === 'relayed' ? 'lost.sent' : 'lost.unsent')}</td>
              <td>
                {sending.outcome === 'dropped' && <Mark kind="tampered" />} {t(`lost.${sending.outcome}`)}
              </td>
              <td>{shownAt({ trial, t }, sending)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">
        {!isQuiet && t('lost.loud')}
        {isQuiet && here.length > 0 && t(here.length === 2 ? 'lost.quiet' : 'lost.quietHere')}
      </p>
    </>
  );
}

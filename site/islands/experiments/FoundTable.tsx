// What a search found in each of three logs, beside what the reader had predicted.
import { LOGS, type LogName, type Search } from '../../experiments/02-journaux.ts';
import type fr from '../../i18n/experiments/02-journaux.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';

interface Props {
  readonly search: Search;
  /** the name of the stage */
  readonly stage: string;
  readonly t: Say<keyof typeof fr>;
}

function Row({ log, search, t }: Omit<Props, 'stage'> & { readonly log: LogName }) {
  const found = search.found[log];
  return (
    <tr>
      <th scope="row">{t(`log.of.${log}`)}</th>
      <td>{t(search.predicted.has(log) ? 'found.yes' : 'found.no')}</td>
      {found ? (
        <>
          <td>
            <Mark kind={found.content > 0 ? 'readable' : 'opaque'} />{' '}
            {found.content === 0 && t('found.nowhere')}
            {found.content === 1 && t('found.once')}
            {found.content > 1 && t('found.times', { count: found.content })}
          </td>
          <td>
            {found.metadata === 0 && t('found.nowhere')}
            {found.metadata === 1 && t('found.once')}
            {found.metadata > 1 && t('found.times', { count: found.metadata })}
          </td>
        </>
      ) : (
        <td colSpan={2}>{t('log.elsewhere')}</td>
      )}
    </tr>
  );
}

export function FoundTable({ search, stage, t }: Props) {
  const isStillThere = search.found.serveur?.content === 0 && search.found.serveur.elsewhere > 0;
  return (
    <>
      <table>
        <caption>{t('found.table', { stage })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('found.log')}</th>
            <th scope="col">{t('found.bet')}</th>
            <th scope="col">{t('found.content')}</th>
            <th scope="col">{t('found.names')}</th>
          </tr>
        </thead>
        <tbody>
          {LOGS.map((log) => (
            <Row key={log} log={log} search={search} t={t} />
          ))}
        </tbody>
      </table>
      {isStillThere && <p>{t('found.before')}</p>}
    </>
  );
}

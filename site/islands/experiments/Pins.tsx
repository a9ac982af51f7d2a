// The lines of one phrase at each stage where it was searched, pinned one below the other.
import { LOGS, type Search } from '../../experiments/02-journaux.ts';
import type fr from '../../i18n/experiments/02-journaux.fr.json';
import type { Say, Translate } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';
import { MarkedLine } from './MarkedLog.tsx';
import { markOf } from './stage-mark.ts';

interface Props {
  readonly searches: readonly Search[];
  readonly t: Say<keyof typeof fr>;
  readonly site: Translate;
}

function Pin({ search, t, site }: Omit<Props, 'searches'> & { readonly search: Search }) {
  const { stage, found, lengths, from, to, seq, phrase } = search;
  const { least, most } = lengths;
  const where = LOGS.filter((log) => (found[log]?.content ?? 0) > 0);
  const length = least === most ? t('pin.exactly', { count: most }) : t('pin.between', { least, most });
  const lines = LOGS.flatMap((log) => found[log]?.lines ?? []);
  return (
    <li>
      <h4 class="log-title">
        <Mark kind={markOf(stage)} /> {site(`stage.${stage}`)}
      </h4>
      <ul class="marked-log">
        {lines.map((line, i) => (
          <MarkedLine key={i} line={line} phrase={phrase} />
        ))}
      </ul>
      <p>
        {t('pin.content', {
          logs: where.length > 0 ? where.map((log) => t(`log.of.${log}`)).join(', ') : t('found.nowhere'),
        })}{' '}
        {t('pin.around', { from, to, seq, length })}
      </p>
    </li>
  );
}

export function Pins({ searches, t, site }: Props) {
  if (searches.length === 0) return null;
  return (
    <>
      <h3>{t('pin.title')}</h3>
      <ol class="pins">
        {searches.map((search) => (
          <Pin key={search.stage} search={search} t={t} site={site} />
        ))}
      </ol>
      {searches.length === 1 && <p>{t('pin.other')}</p>}
    </>
  );
}

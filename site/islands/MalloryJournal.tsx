// What the reader has done in the server's chair. No peer ever sees it.
import type { JournalEntry } from '#server/mallory/journal.ts';
import { useBench } from './bench-context.ts';

/** An entry in words: what was done, to which message, for whom. */
function Entry({ entry }: { readonly entry: JournalEntry }) {
  const { t } = useBench();
  const { deeds, of, to, seconds } = entry;
  const words = deeds.map((deed) => t(`deed.${deed}`, { seconds: seconds ?? 0 })).join(', ');
  return (
    <li>
      {of !== undefined && <span class="of">{t('message.number', { seq: of })}</span>}
      {words}
      {to && (to.length === 0 ? t('journal.nobody') : t('journal.to', { to: to.join(', ') }))}
    </li>
  );
}

export function MalloryJournal({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { t } = useBench();
  if (entries.length === 0) return null;
  return (
    <div class="mallory-journal">
      <h4>{t('journal.name')}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ol tabIndex={0} aria-label={t('journal.name')}>
        {entries.toReversed().map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

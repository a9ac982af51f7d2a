// What the reader has done in the server's chair. No peer ever sees it.
import type { JournalEntry } from '#server/mallory/journal.ts';
import { timeOfDay } from '../chat/clock.ts';
import type { ChairTranslate } from '../i18n/chair-words.ts';
import { Runs } from './Runs.tsx';
import { ruleWords } from './rule-words.ts';
import { useChairWords } from './use-chair-words.ts';

/** What was done, in words. */
function deedWords({ deeds, seconds = 0, times = 1, rule, user }: JournalEntry, t: ChairTranslate): string {
  const words = { seconds, times, rule: ruleWords(rule ?? undefined, t) };
  const said = deeds.map((deed) =>
    t(deed === 'delay' && times > 1 ? 'deed.delayMany' : `deed.${deed}`, words),
  );
  if (user !== undefined) said.push(t('journal.user', { user }));
  return said.join(', ');
}

function Entry({ entry }: { readonly entry: JournalEntry }) {
  const t = useChairWords();
  const { at, of, to } = entry;
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{timeOfDay(at / 1000)}</time>
      <span class="of">{of !== undefined && t('message.number', { seq: of })}</span>
      <span>
        {deedWords(entry, t)}
        {to && (to.length === 0 ? t('journal.nobody') : t('journal.to', { to: to.join(', ') }))}
      </span>
    </li>
  );
}

export function MalloryJournal({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useChairWords();
  return (
    <div class="mallory-journal">
      <h4>{t('journal.name')}</h4>
      {entries.length === 0 && <p class="console-hint">{t('journal.none')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="log" tabIndex={0} aria-label={t('journal.name')}>
        <div>
          <Runs
            entries={entries}
            nameOf={({ seq }) => seq}
            draw={(entry, key) => <Entry key={key} entry={entry} />}
          />
        </div>
      </div>
    </div>
  );
}

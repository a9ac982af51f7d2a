// The head of the console: whose lesson it is, the code to come in by, the way to each part, and the news.
import { addressOf } from '../../i18n/addresses.ts';
import { spelled } from '../../teaching/class-addresses.ts';
import type { DeskPart } from '../../teaching/desk-parts.ts';
import { useDesk } from './desk-context.ts';
import { News } from './News.tsx';

export function Head({ parts }: { readonly parts: readonly DeskPart[] }) {
  const { t, base, lang, overview } = useDesk();
  const { name, ended } = overview.class;
  return (
    <header class="desk-head">
      <h1>{name}</h1>
      {!ended && (
        <p class="desk-code">
          <span class="unseen">{t('access.code')}</span> {spelled(overview.joinCode)}
        </p>
      )}
      <nav aria-label={t('teaching.sections')}>
        {parts.map((part) => (
          <a key={part} href={`#${part}`}>
            {t(`teaching.${part}`)}
          </a>
        ))}
        <a href={addressOf(base, lang, 'home')}>{t('teaching.toWorkbook')}</a>
      </nav>
      <News />
    </header>
  );
}

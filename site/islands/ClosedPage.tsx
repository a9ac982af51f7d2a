// A page of the class that does not open: why, and the way to the workbook.
import { addressOf } from '../i18n/addresses.ts';
import type { Lang } from '../i18n/langs.ts';
import './ClosedPage.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly title: string;
  readonly why: string;
  /** what the link to the workbook says */
  readonly toWorkbook: string;
}

export function ClosedPage({ base, lang, title, why, toWorkbook }: Props) {
  return (
    <div class="closed-page">
      <h1>{title}</h1>
      <p role="status">{why}</p>
      <p>
        <a href={addressOf(base, lang, 'home')}>{toWorkbook}</a>
      </p>
    </div>
  );
}

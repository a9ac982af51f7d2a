// What a flawed code has come to, trial by trial, beside the same code repaired.
import type { Cell, Row } from '#lab/flaws/effect.ts';
import { unpack } from '../chat/packed-code.ts';
import type { FlawCard, PackedFlaw } from '../experiments/flaw-card.ts';
import type { FlawWords } from '../i18n/flaw-words.ts';
import { CodeLine } from './FlawLines.tsx';
import { Mark } from './Mark.tsx';

function CellWords({ cell, t }: { readonly cell: Cell; readonly t: FlawWords }) {
  if (cell.is === 'bytes' || cell.is === 'logged') return <code>{cell.text}</code>;
  if (cell.is === 'shown') return <>{t('cell.shown', { text: cell.text })}</>;
  if (cell.is !== 'rate') return <>{t(`cell.${cell.is}`)}</>;
  const rate = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 2 }).format(cell.perSecond);
  return <>{t('cell.rate', { rate })}</>;
}

const differs = ({ flawed, repaired }: Row) => JSON.stringify(flawed) !== JSON.stringify(repaired);

function Rows({ rows, t }: { readonly rows: readonly Row[]; readonly t: FlawWords }) {
  return (
    <table>
      <caption class="unseen">{t('flaws.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('flaws.tried')}</th>
          <th scope="col">{t('flaws.asIs')}</th>
          <th scope="col">{t('flaws.repaired')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i} data-differs={differs(row)}>
            <th scope="row">{t(`effect.${row.tried}`, row.values)}</th>
            <td data-head={t('flaws.asIs')}>
              {differs(row) && <Mark kind="tampered" />} <CellWords cell={row.flawed} t={t} />
            </td>
            <td data-head={t('flaws.repaired')}>
              <CellWords cell={row.repaired} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  readonly card: FlawCard;
  readonly code: PackedFlaw;
  readonly t: FlawWords;
}

export function FlawRun({ card, code, t }: Props) {
  const rows = card.rows.value;
  return (
    <div class="flaw-run" aria-live="polite">
      {card.failed.value && <p>{t('flaws.failed')}</p>}
      {rows && <Rows rows={rows} t={t} />}
      {rows && (
        <figure>
          <figcaption>{t('flaws.fixed')}</figcaption>
          <pre class="flaw-code">
            {unpack(code.repaired).map((line, i) => (
              <span key={i} class={i === code.right ? 'flaw-line is-right' : 'flaw-line'}>
                <CodeLine line={line} />
              </span>
            ))}
          </pre>
        </figure>
      )}
    </div>
  );
}

// What a flawed code has come to, trial by trial, beside the same code repaired.
import type { Cell, Row } from '#lab/flaws/effect.ts';
import { unpack } from '../chat/packed-code.ts';
import type { FlawCard, PackedFlaw } from '../experiments/flaw-card.ts';
import type { FlawWords } from '../i18n/flaw-words.ts';
import { CodeLine } from './FlawLines.tsx';
import { Mark } from './Mark.tsx';

/** Seconds at least, and how the unit is called in which more is told. */
const UNITS = [
  [172_800, 'day', 86_400],
  [7200, 'hour', 3600],
  [120, 'minute', 60],
  [0, 'second', 1],
] as const;

const figure = (t: FlawWords, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 2, ...options });

function duration(seconds: number, t: FlawWords): string {
  const [, unit, size] = UNITS.find(([least]) => seconds >= least) ?? UNITS[3];
  return figure(t, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
}

function CellWords({ cell, t }: { readonly cell: Cell; readonly t: FlawWords }) {
  if (cell.is === 'bytes' || cell.is === 'logged') return <code>{cell.text}</code>;
  if (cell.is === 'shown') return <>{t('cell.shown', { text: cell.text })}</>;
  if (cell.is === 'rate') return <>{t('cell.rate', { rate: figure(t).format(cell.perSecond) })}</>;
  if (cell.is === 'time') return <>{duration(cell.seconds, t)}</>;
  return <>{t(`cell.${cell.is}`)}</>;
}

/** Whether a trial shows the flaw by itself: random bytes are never alike. */
const differs = ({ flawed, repaired }: Row) =>
  flawed.is !== 'bytes' && JSON.stringify(flawed) !== JSON.stringify(repaired);

const spokenValues = ({ values = {} }: Row, t: FlawWords) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value.toLocaleString(t.locale) : value,
    ]),
  );

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
            <th scope="row">{t(`effect.${row.tried}`, spokenValues(row, t))}</th>
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
                {i === code.right && <em class="flaw-here">{t('flaws.line.repaired', { line: i + 1 })}</em>}
              </span>
            ))}
          </pre>
        </figure>
      )}
    </div>
  );
}

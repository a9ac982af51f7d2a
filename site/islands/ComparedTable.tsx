// The same comparison as a table, a line for each byte: for those who listen to it, or want to copy it.
import { useState } from 'preact/hooks';
import { differsAt } from '../chat/compare.ts';
import type { Compared } from './ComparedBytes.tsx';
import { useInspectorWords } from './use-inspector-words.ts';

export function ComparedTable({ pair, lines, legend, nameId }: Compared) {
  const t = useInspectorWords();
  const [open, setOpen] = useState(false);
  const places = lines[0]?.cells.map((_, place) => place) ?? [];
  return (
    <details class="copy" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('compare.table')}</summary>
      {open && (
        <table aria-labelledby={nameId}>
          <thead>
            <tr>
              <th scope="col">{t('compare.ordinal')}</th>
              {legend.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">{t('compare.same')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place} class={differsAt(pair, place) ? 'differs' : ''}>
                <th scope="row">{place + 1}</th>
                {lines.map(({ what, cells }) => (
                  <td key={what}>{cells[place] || t('compare.none')}</td>
                ))}
                <td>{t(differsAt(pair, place) ? 'compare.no' : 'compare.yes')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

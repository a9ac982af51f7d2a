// The bytes of a field of two tokens, one above the other: a column for each place, which the arrow keys go through.
import { useMemo } from 'preact/hooks';
import { differsAt, type Line, type Pair } from '../chat/compare.ts';
import { useRoving } from './roving.ts';
import { useInspectorWords } from './use-inspector-words.ts';

export interface Compared {
  readonly pair: Pair;
  readonly lines: readonly Line[];
  /** what each line is called */
  readonly legend: readonly string[];
  /** the `id` of what names the field */
  readonly nameId: string;
}

/** The narrowest screen has so many columns, a wide one twice as many: a legend stands before each such part. */
const PER_PART = 8;

/** What stands at a place, in words: which byte, what each line has there, and whether the two differ. */
function useDescription({ pair, lines, legend }: Compared): (at: number) => string {
  const t = useInspectorWords();
  return (at) => {
    const cells = lines.map(({ cells: { [at]: cell } }, i) => `${legend[i]} = ${cell || t('compare.none')}`);
    const mark = differsAt(pair, at) ? [t('compare.differs')] : [];
    return t('compare.byte', { ordinal: at + 1, cells: [...cells, ...mark].join(', ') });
  };
}

export function ComparedBytes(compared: Compared) {
  const { pair, lines, legend, nameId } = compared;
  const describe = useDescription(compared);
  const { at, listeners } = useRoving(nameId);
  const places = lines[0]?.cells.map((_, place) => place) ?? [];
  const column = (place: number, chosen: boolean) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, for all of its bytes
    <span
      key={place}
      id={chosen ? `${nameId}at` : undefined}
      class={`place ${differsAt(pair, place) ? 'differs' : ''}`}
      role="option"
      aria-selected={chosen}
    >
      {chosen && <span class="unseen">{describe(place)}</span>}
      {lines.map(({ what, cells }) => (
        <span key={what} class={`line-${what}`} aria-hidden={chosen}>
          {cells[place] || '–'}
        </span>
      ))}
    </span>
  );
  // Drawn once; the chosen one is put in its place.
  const columns = useMemo(() => places.map((place) => column(place, false)), [lines, ...legend]);
  return (
    <>
      <div
        class="places"
        role="listbox"
        tabIndex={0}
        aria-labelledby={nameId}
        aria-activedescendant={at === undefined ? undefined : `${nameId}at`}
        {...listeners}
      >
        {places.map((place) => [
          place % PER_PART === 0 && (
            <span key={`legend ${place}`} class="legend" aria-hidden="true">
              {legend.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </span>
          ),
          place === at ? column(place, true) : columns[place],
        ])}
      </div>
      {at !== undefined && <p class="byte-words">{describe(at)}</p>}
    </>
  );
}

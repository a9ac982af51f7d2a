// Three places and the arrows between them: those that the reader draws, and the way that a message really took.
import { ARROWS, type Arrow, type ArrowName, type Hop, type Place } from '../../experiments/hops.ts';
import { Mark, type MarkKind } from '../Mark.tsx';
import { styleSheet } from '../style-sheet.ts';
import sheet from './WayMap.css?url';

await styleSheet(sheet);

interface Props {
  readonly label: string;
  /** the names of the places, in order */
  readonly places: readonly { readonly place: Place; readonly words: string }[];
  readonly describe: (name: ArrowName) => string;
  readonly drawn: ReadonlySet<ArrowName>;
  readonly onToggle: (name: ArrowName) => void;
  readonly hops: readonly Hop[];
  /** how the message was protected on its way */
  readonly kind: MarkKind;
  /** names the message, so that another one travels anew */
  readonly travel: string;
  readonly isCut: boolean;
}

const ORDER: readonly Place[] = ['gauche', 'serveur', 'droite'];

const isRightward = ({ from, to }: Arrow) => ORDER.indexOf(from) < ORDER.indexOf(to);

export function WayMap({ label, places, describe, drawn, onToggle, hops, kind, travel, isCut }: Props) {
  return (
    <fieldset class={`way-map ${isCut ? 'is-cut' : ''}`} aria-label={label}>
      {places.map(({ place, words }) => (
        <span key={place} class={`way-place way-${place}`}>
          {words}
        </span>
      ))}
      {ARROWS.map((arrow) => {
        const { name } = arrow;
        const hop = hops.findIndex((taken) => taken.name === name);
        const classes = [
          `way-arrow way-${name}`,
          isRightward(arrow) ? 'is-rightward' : '',
          drawn.has(name) ? 'is-drawn' : '',
          hop < 0 ? '' : `is-taken hop-${hop + 1}`,
        ];
        return (
          <label key={name} class={classes.join(' ')} title={describe(name)}>
            <input
              type="checkbox"
              checked={drawn.has(name)}
              aria-label={describe(name)}
              onChange={() => onToggle(name)}
            />
            <span class="way-line" />
            {hop >= 0 && (
              <span key={travel} class="way-traveller">
                <Mark kind={kind} />
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}

// The way of a message with its five places, on which locks and keys are put down: by dragging, by touch, or by keyboard.
import type { SolutionTrial } from '../../experiments/04-solution.ts';
import { PLACES, type Place, THINGS, type Thing } from '../../experiments/placement.ts';
import type fr from '../../i18n/experiments/04-solution.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { styleSheet } from '../style-sheet.ts';
import sheet from './Board.css?url';
import { ThingIcon } from './ThingIcon.tsx';

await styleSheet(sheet);

export type SaySolution = Say<keyof typeof fr>;

interface Props {
  readonly trial: SolutionTrial;
  readonly t: SaySolution;
}

/** What makes an element draggable as a thing, from where it lies. */
function dragging(trial: SolutionTrial, thing: Thing, from?: Place) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData('text/plain', thing); // without any data some browsers drag nothing
      trial.drop();
      trial.pick(thing, from);
    },
    onDragEnd: () => trial.drop(),
  };
}

function Tray({ trial, t }: Props) {
  const held = trial.picked.value;
  return (
    <div class="exp-row">
      <ul class="tray" aria-label={t('board.tray')}>
        {THINGS.map((thing) => (
          <li key={thing}>
            <button
              type="button"
              aria-pressed={held?.thing === thing && held.from === undefined}
              onClick={() => trial.pick(thing)}
              {...dragging(trial, thing)}
            >
              <ThingIcon thing={thing} /> {t(`thing.${thing}`)}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{held && t('board.inHand', { thing: t(`thing.${held.thing}.long`) })}</p>
      {held?.thing === 'door' && <small>{t('board.doorOnly')}</small>}
    </div>
  );
}

function Spot({ trial, t, place }: Props & { readonly place: Place }) {
  const held = trial.picked.value;
  const fits = trial.fits(place);
  const where = t(`place.${place}.long`);
  return (
    <li
      class={`spot spot-${place} ${fits ? 'is-open' : ''}`}
      onDragOver={(event) => {
        if (fits) event.preventDefault(); // which is how a page says that something may be dropped
      }}
      onDrop={(event) => {
        event.preventDefault();
        trial.put(place);
        trial.drop();
      }}
    >
      <h3>{t(`place.${place}`)}</h3>
      <ul>
        {THINGS.filter((thing) => trial.placement.value[place].has(thing)).map((thing) => (
          <li key={thing}>
            <button
              type="button"
              class="placed"
              title={t('board.remove', { thing: t(`thing.${thing}`), place: where })}
              aria-label={t('board.remove', { thing: t(`thing.${thing}`), place: where })}
              onClick={() => trial.remove(thing, place)}
              {...dragging(trial, thing, place)}
            >
              <ThingIcon thing={thing} />
              <span>{t(`thing.${thing}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="put"
        disabled={!fits}
        aria-label={
          held ? t('board.putLong', { thing: t(`thing.${held.thing}.long`), place: where }) : undefined
        }
        onClick={() => trial.put(place)}
      >
        {t('board.put')}
      </button>
    </li>
  );
}

export function Board({ trial, t }: Props) {
  return (
    <>
      <Tray trial={trial} t={t} />
      <ol class="board" aria-label={t('board.way')}>
        {PLACES.map((place) => (
          <Spot key={place} trial={trial} t={t} place={place} />
        ))}
      </ol>
    </>
  );
}

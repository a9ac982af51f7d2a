// The way of a message with its five places, on which locks and keys are put down: by dragging, by touch, or by keyboard.
import type { SolutionTrial } from '../../experiments/04-solution.ts';
import { PLACES, type Place, THINGS } from '../../experiments/placement.ts';
import type fr from '../../i18n/experiments/04-solution.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { styleSheet } from '../style-sheet.ts';
import sheet from './Board.css?url';
import { dragging } from './dragging.ts';
import { Placed } from './Placed.tsx';
import { ThingIcon } from './ThingIcon.tsx';

await styleSheet(sheet);

export type SaySolution = Say<keyof typeof fr>;

interface Props {
  readonly trial: SolutionTrial;
  readonly t: SaySolution;
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
      <p role="status">
        {held ? t('board.inHand', { thing: t(`thing.${held.thing}.long`) }) : t('board.handEmpty')}
      </p>
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
            <Placed
              trial={trial}
              thing={thing}
              place={place}
              words={t(`thing.${thing}`)}
              label={t('board.remove', { thing: t(`thing.${thing}`), place: where })}
            />
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="put"
        aria-disabled={!fits}
        aria-label={
          held ? t('board.putLong', { thing: t(`thing.${held.thing}.long`), place: where }) : undefined
        }
        onClick={() => fits && trial.put(place)}
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

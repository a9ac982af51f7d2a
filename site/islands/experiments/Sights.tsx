// What each place of the way holds with the locks and keys as they lie, and who can read it.
import type { ComponentChildren } from 'preact';
import { fromUtf8 } from '#lab/bytes.ts';
import type { SolutionTrial } from '../../experiments/04-solution.ts';
import type { Sight } from '../../experiments/placement.ts';
import { Mark } from '../Mark.tsx';
import type { SaySolution } from './Board.tsx';

interface Props {
  readonly trial: SolutionTrial;
  readonly t: SaySolution;
}

/** The beginning of what came, as far as the cell has room, and how much it is. */
function Bytes({ bytes, t }: { readonly bytes: Uint8Array; readonly t: SaySolution }) {
  const text = fromUtf8(bytes) ?? '';
  return (
    <>
      <code title={text}>{text}</code>
      <small>{t('sight.size', { count: bytes.length })}</small>
    </>
  );
}

function Row({
  name,
  isReading,
  words,
  children,
}: {
  readonly name: string;
  readonly isReading: boolean;
  readonly words: string;
  readonly children: ComponentChildren;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
      <td>
        <Mark kind={isReading ? 'readable' : 'opaque'} /> {words}
      </td>
    </tr>
  );
}

/** What a place can do with the message, in words. */
function outcomeOf({ place, reads }: Sight, trial: SolutionTrial, t: SaySolution): string {
  if (place === 'gauche') return t('sight.wrote');
  if (place !== 'droite') return t(reads ? 'sight.reads' : 'sight.readsNot');
  if (trial.isShown()) return t('sight.shows');
  return t(reads ? 'sight.could' : 'sight.readsNot');
}

export function Sights({ trial, t }: Props) {
  const stranger = trial.stranger();
  return (
    <table class="sights">
      <caption>{t('sight.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sight.place')}</th>
          <th scope="col">{t('sight.holds')}</th>
          <th scope="col">{t('sight.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {trial.sights.value.map((sight) => (
          <Row
            key={sight.place}
            name={t(`place.${sight.place}`)}
            isReading={sight.place === 'droite' ? trial.isShown() : sight.reads}
            words={outcomeOf(sight, trial, t)}
          >
            <Bytes bytes={sight.arrived} t={t} />
            {sight.trouble && <small class="trouble">{t(`trouble.${sight.trouble}`)}</small>}
          </Row>
        ))}
        <Row
          name={t('sight.stranger')}
          isReading={stranger.reads}
          words={t(stranger.reads ? 'sight.reads' : 'sight.readsNot')}
        >
          {stranger.admitted ? <Bytes bytes={stranger.arrived} t={t} /> : <i>{t('sight.turnedAway')}</i>}
        </Row>
      </tbody>
    </table>
  );
}

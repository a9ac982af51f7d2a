// Question 14: where the reader sits down in the server's chair, or why he cannot.
import type { EfficacyTrial } from '../../experiments/14-efficace.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import { seatOf } from '../../experiments/seat.ts';
import { useHeir } from '../use-heir.ts';
import type { EfficacySay } from './efficacy-words.ts';

interface Props {
  readonly trial: EfficacyTrial;
  readonly t: EfficacySay;
}

/** Once it has been pressed, there is an order to be had, or one to be repeated. */
function Sit({ trial, t }: Props) {
  const button = useHeir<HTMLButtonElement>('.efficacy-order, .exp-dial input');
  return (
    <button ref={button} type="button" class="exp-act" onClick={() => trial.bench.places.operate()}>
      {t('efficacy.sit')}
    </button>
  );
}

export function EfficacyChair({ trial, t }: Props) {
  const seat = seatOf(trial.bench);
  if (seat === 'own') return null;
  if (seat === 'free') return <Sit trial={trial} t={t} />;
  return (
    <p>
      {t('efficacy.refusedSeat')} {!isDroiteElsewhere(trial.bench) && t('efficacy.seenHere')}
    </p>
  );
}

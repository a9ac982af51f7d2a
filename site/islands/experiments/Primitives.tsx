// Question 6 on the screen: a fault by one click, two messages, a word that is dragged along, and the mended program.
import { computed } from '@preact/signals';
import { PrimitivesTrial } from '../../experiments/06-primitives.ts';
import { legible } from '../../experiments/message-pair.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { useHeir } from '../use-heir.ts';
import { Alarms } from './Alarms.tsx';
import { CribTool } from './CribTool.tsx';
import { PairView } from './PairView.tsx';
import sheet from './Primitives.css?url';
import { next } from './primitives-next.ts';
import { type PrimitivesWords, words } from './primitives-words.ts';

await styleSheet(sheet);

interface Props {
  readonly trial: PrimitivesTrial;
  readonly t: PrimitivesWords;
}

function Finds({ trial, t }: Props) {
  const finds = trial.finds.value;
  if (finds.length === 0) return null;
  return (
    <ul class="finds" aria-label={t('primitives.finds')}>
      {finds.map(({ ordinal, crib, piece }) => (
        <li key={`${ordinal} ${crib}`}>{t('primitives.find', { ordinal, crib, piece: legible(piece) })}</li>
      ))}
    </ul>
  );
}

/** What there is to do next; once there is nothing, the crib is. */
function Act({ trial, label, act }: Pick<Props, 'trial'> & { readonly label: string; act(): void }) {
  const button = useHeir<HTMLButtonElement>('.exp-field input[type="text"]');
  return (
    <button ref={button} type="button" class="exp-act" aria-disabled={trial.sending.value} onClick={act}>
      {label}
    </button>
  );
}

function Primitives({ trial, t }: Props) {
  const pair = trial.pair.value;
  const { news, label, act } = next(trial, t);
  return (
    <>
      {pair && <PairView pair={pair} t={t} />}
      {pair && <CribTool trial={trial} t={t} />}
      <Finds trial={trial} t={t} />
      {pair && <Alarms pair={pair} log={trial.bench.log.value} t={t} />}
      <p role="status">{news}</p>
      {act && label && <Act trial={trial} label={label} act={act} />}
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new PrimitivesTrial(bench, lang);
  const t = words(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Primitives trial={trial} t={t} />,
    end: () => trial.end(),
  };
}

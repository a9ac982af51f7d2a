// Question 1, its last part: a server that forgets every other message, and whom it tells.
import type { TopologieTrial } from '../../experiments/01-topologie.ts';
import type fr from '../../i18n/experiments/01-topologie.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { useHeir } from '../use-heir.ts';
import { Losses } from './Losses.tsx';

interface Props {
  readonly trial: TopologieTrial;
  readonly t: Say<keyof typeof fr>;
}

function Honest({ trial, t }: Props) {
  const button = useHeir<HTMLButtonElement>('.forget');
  return (
    <button
      ref={button}
      type="button"
      class="honest"
      onClick={() => trial.bench.chair.operator.value?.setRule(undefined)}
    >
      {t('lost.honest')}
    </button>
  );
}

/** Where nobody writes here, it goes once the server forgets. */
function Forget({ trial, t, isForgetting }: Props & { readonly isForgetting: boolean }) {
  const button = useHeir<HTMLButtonElement>('.honest');
  return (
    <button
      ref={button}
      type="button"
      class="exp-act forget"
      disabled={trial.bench.cable.isCut.value}
      onClick={() => (isForgetting ? trial.sendFour() : trial.forget())}
    >
      {isForgetting ? t('lost.four', { from: trial.from }) : t('lost.sit')}
    </button>
  );
}

export function Forgetting({ trial, t }: Props) {
  const { bench, from } = trial;
  const chair = bench.chair.operator.value;
  const isForgetting = chair?.rule.value?.act === 'drop' && chair.rule.value.every === 2;
  return (
    <>
      <h3>{t('lost.title')}</h3>
      <p>{t('lost.intro')}</p>
      <div class="exp-row">
        {(!isForgetting || trial.canSend()) && <Forget trial={trial} t={t} isForgetting={isForgetting} />}
        {isForgetting && <Honest trial={trial} t={t} />}
      </div>
      {isForgetting && !trial.canSend() && <p>{t('lost.ask', { from })}</p>}
      {chair && chair.presence.value !== 'present' && <p role="status">{t('lost.waiting')}</p>}
      <Losses trial={trial} t={t} />
    </>
  );
}

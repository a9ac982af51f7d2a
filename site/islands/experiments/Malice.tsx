// Question 7 on the screen: the ciphertext in the server's hands, a guess, and a wish.
import { computed } from '@preact/signals';
import { MaliceTrial } from '../../experiments/07-malice.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import { seatOf } from '../../experiments/seat.ts';
import type fr from '../../i18n/experiments/07-malice.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { MaliceGuess } from './MaliceGuess.tsx';
import { MaliceSeat } from './MaliceSeat.tsx';
import { Outcome } from './Outcome.tsx';
import { TextField } from './TextField.tsx';

const words = vocabulary<keyof typeof fr>('experiments/07-malice');

interface Props {
  readonly trial: MaliceTrial;
  readonly t: Say<keyof typeof fr>;
}

function Malice({ trial, t }: Props) {
  const target = seatOf(trial.bench) === 'own' ? trial.target() : undefined;
  const most = (trial.bytes()?.before.length ?? 0) - 1;
  return (
    <>
      <MaliceSeat trial={trial} t={t} />
      {target && <MaliceGuess trial={trial} t={t} target={target} />}
      <Outcome trial={trial} t={t} />
      {target && (
        <div class="exp-row">
          <p>{t('malice.another')}</p>
          <button type="button" onClick={() => trial.relabel('mallory')}>
            {t('malice.relabel')}
          </button>
        </div>
      )}
      {target && (
        <details>
          <summary>{t('malice.whole')}</summary>
          <p>{t('malice.wholeNote', { most })}</p>
          <div class="exp-row">
            <TextField label={t('malice.known')} signal={trial.known} size={15} />
            <TextField label={t('malice.replacement')} signal={trial.replacement} size={15} />
            <button type="button" disabled={!trial.fits()} onClick={() => trial.handOutReplaced()}>
              {t('malice.replace')}
            </button>
          </div>
        </details>
      )}
    </>
  );
}

export function begin({ bench, lang }: Setting): Running {
  const trial = new MaliceTrial(bench);
  const t = words(lang);
  return {
    goals: computed(() => {
      const place = isDroiteElsewhere(bench) ? 'away.' : '';
      return trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${place}${name}`), done }));
    }),
    draw: () => <Malice trial={trial} t={t} />,
    end: () => trial.end(),
  };
}

// The card of the weak password: the attacker's list on a captured token, and a password that is in no list.
import type { DictionaryRun } from '../../chat/dictionary.ts';
import type { CritiqueTrial } from '../../experiments/16-critique.ts';
import type fr from '../../i18n/experiments/16-critique.fr.json';
import type { Say } from '../../i18n/strings.ts';

interface Props {
  readonly trial: CritiqueTrial;
  readonly t: Say<keyof typeof fr>;
}

const whole = (value: number, { locale }: Props['t']) => Math.round(value).toLocaleString(locale);

function progress(run: DictionaryRun, t: Props['t']): string {
  const tried = whole(run.tried.value, t);
  switch (run.state.value) {
    case 'running':
      return t('flaw.password.running', { tried, rate: whole(run.perSecond.value ?? 0, t) });
    case 'found':
      return t('flaw.password.found', { tried, word: run.found.value ?? '' });
    case 'exhausted':
      return t('flaw.password.exhausted', { tried });
    case 'stopped':
      return t('flaw.password.stopped');
    case 'failed':
      return t('flaw.password.failed');
  }
}

export function PasswordFlaw({ trial, t }: Props) {
  const run = trial.run.value;
  const isRunning = run?.state.value === 'running';
  return (
    <>
      <div class="exp-row">
        {isRunning ? (
          <button type="button" onClick={() => run?.stop()}>
            {t('flaw.password.stop')}
          </button>
        ) : (
          <button type="button" class="exp-act" disabled={!trial.canCrack()} onClick={() => trial.crack()}>
            {t('flaw.password.crack')}
          </button>
        )}
        <button type="button" onClick={() => trial.strengthen()}>
          {t('flaw.password.strengthen')}
        </button>
      </div>
      {!trial.canCrack() && <p>{t('flaw.password.none')}</p>}
      {run && isRunning && <p>{progress(run, t)}</p>}
      <p role="status">{run && !isRunning && progress(run, t)}</p>
    </>
  );
}

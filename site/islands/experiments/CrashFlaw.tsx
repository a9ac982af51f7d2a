// The card of the uncaught exception: what a client would show that stops at the first bad token.
import type { CritiqueTrial } from '../../experiments/16-critique.ts';
import type fr from '../../i18n/experiments/16-critique.fr.json';
import type { Say } from '../../i18n/strings.ts';

interface Props {
  readonly trial: CritiqueTrial;
  readonly t: Say<keyof typeof fr>;
}

export function CrashFlaw({ trial, t }: Props) {
  const { naive, careful, count } = trial.loops();
  const { shown, stoppedAt } = trial.careful.value ? careful : naive;
  return (
    <>
      <label class="exp-tick">
        <input
          type="checkbox"
          checked={trial.careful.value}
          onChange={({ currentTarget }) => {
            trial.careful.value = currentTarget.checked;
          }}
        />{' '}
        {t('flaw.crash.careful')}
      </label>
      <p role="status">
        {stoppedAt === undefined
          ? t('flaw.crash.running', { shown: shown.length, all: count })
          : t('flaw.crash.stopped', { at: stoppedAt + 1, shown: shown.length, all: count })}
      </p>
      <ol class="shown">
        {shown.map((text, i) => (
          <li key={i} dir="auto">
            {text}
          </li>
        ))}
      </ol>
    </>
  );
}

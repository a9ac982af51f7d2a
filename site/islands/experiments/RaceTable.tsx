// Two attackers side by side, as fast as they are on this very device.
import type { DictionaryRun } from '../../chat/dictionary.ts';
import type fr from '../../i18n/experiments/09-fernet.fr.json';
import type { Say } from '../../i18n/strings.ts';

type Words = Say<keyof typeof fr>;

const count = (value: number, { locale }: Words) =>
  value.toLocaleString(locale, { maximumFractionDigits: value < 10 ? 1 : 0 });

/** A duration in the unit that fits it. */
function duration(seconds: number, t: Words): string {
  if (seconds < 100) return t('race.seconds', { count: count(seconds, t) });
  if (seconds < 6000) return t('race.minutes', { count: count(seconds / 60, t) });
  if (seconds < 172_800) return t('race.hours', { count: count(seconds / 3600, t) });
  return t('race.days', { count: count(seconds / 86_400, t) });
}

function stateWords(run: DictionaryRun, t: Words): string {
  switch (run.state.value) {
    case 'found':
      return t('race.found', { word: run.found.value ?? '', seconds: count(run.seconds.value, t) });
    case 'running': {
      const left = run.secondsLeft.value;
      return left === undefined ? t('race.starting') : t('race.running', { left: duration(left, t) });
    }
    default:
      return t(`race.${run.state.value}`);
  }
}

interface Props {
  readonly runs: readonly { readonly key: 'sha256' | 'pbkdf2'; readonly run: DictionaryRun }[];
  readonly t: Words;
}

export function RaceTable({ runs, t }: Props) {
  // On a scale of powers of ten: on a plain one, the slower bar would not be there at all.
  const bar = (rate: number | undefined) => Math.max(0, Math.log10((rate ?? 0) + 1)) / 7;
  return (
    <table class="race">
      <thead>
        <tr>
          <th scope="col">{t('race.key')}</th>
          <th scope="col">{t('race.rate')}</th>
          <th scope="col">{t('race.tried')}</th>
          <th scope="col">{t('race.state')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ key, run }) => (
          <tr key={key} data-run={key}>
            <th scope="row">{t(`race.${key}`)}</th>
            <td>
              {run.perSecond.value === undefined ? '–' : count(run.perSecond.value, t)}
              <svg class="race-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect width={100 * bar(run.perSecond.value)} height="6" />
              </svg>
            </td>
            <td>{count(run.tried.value, t)}</td>
            <td>{stateWords(run, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// Question 16 on the screen: five cards, each with two proofs, and the one that lies open.
import { computed } from '@preact/signals';
import { CritiqueTrial } from '../../experiments/16-critique.ts';
import { cageWords } from '../../i18n/cage-words.ts';
import type fr from '../../i18n/experiments/16-critique.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';
import { Cage } from '../Cage.tsx';
import { Mark } from '../Mark.tsx';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { CrashFlaw } from './CrashFlaw.tsx';
import sheet from './Critique.css?url';
import { PasswordFlaw } from './PasswordFlaw.tsx';

await styleSheet(sheet);

const words = vocabulary<keyof typeof fr>('experiments/16-critique');

interface Props {
  readonly trial: CritiqueTrial;
  readonly t: Say<keyof typeof fr>;
}

function Proof({ shown, t }: { readonly shown: boolean; readonly t: Props['t'] }) {
  return (
    <td data-shown={shown}>
      {shown && <Mark kind="sealed" />} {t(shown ? 'hunt.yes' : 'hunt.no')}
    </td>
  );
}

function Cards({ trial, t }: Props) {
  return (
    <table class="hunt-cards">
      <caption class="unseen">{t('hunt.cards')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hunt.flaw')}</th>
          <th scope="col">{t('hunt.proven')}</th>
          <th scope="col">{t('hunt.repaired')}</th>
        </tr>
      </thead>
      <tbody>
        {trial.cards.value.map(({ flaw, proven, repaired }) => (
          <tr key={flaw} data-flaw={flaw}>
            <th scope="row">
              <button
                type="button"
                aria-pressed={trial.open.value === flaw}
                aria-label={t('hunt.open', { flaw: t(`flaw.${flaw}`) })}
                onClick={() => {
                  trial.open.value = flaw;
                }}
              >
                {t(`flaw.${flaw}`)}
              </button>
            </th>
            <Proof shown={proven} t={t} />
            <Proof shown={repaired} t={t} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenCard({ trial, t }: Props) {
  const flaw = trial.open.value;
  const card = trial.cards.value.find((one) => one.flaw === flaw);
  return (
    <section aria-label={t(`flaw.${flaw}`)}>
      <h3>{t(`flaw.${flaw}`)}</h3>
      <p>{t(card?.proven ? `flaw.${flaw}.repair` : `flaw.${flaw}.prove`)}</p>
      {flaw === 'password' && <PasswordFlaw trial={trial} t={t} />}
      {flaw === 'crash' && <CrashFlaw trial={trial} t={t} />}
      <p role="status">{card?.repaired && t('hunt.validated')}</p>
    </section>
  );
}

export function begin({ bench, lang, base }: Setting): Running {
  const trial = new CritiqueTrial(bench);
  const t = words(lang);
  const site = cageWords(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => (
      <>
        <Cards trial={trial} t={t} />
        <OpenCard trial={trial} t={t} />
        <details>
          <summary>{t('hunt.cage')}</summary>
          <p>{t('hunt.cageNote')}</p>
          <Cage base={base} t={site} />
        </details>
      </>
    ),
    end: () => trial.end(),
  };
}

// Question 5 on the screen: a harvest, a bet, a prophecy and its test; then a seed, and one bit of it.
import { computed } from '@preact/signals';
import { UrandomTrial } from '../../experiments/05-urandom.ts';
import type { Running, Setting } from '../running-experiment.ts';
import { styleSheet } from '../style-sheet.ts';
import { Choice } from './Choice.tsx';
import { Foretold } from './Foretold.tsx';
import { Histograms } from './Histograms.tsx';
import { Seed } from './Seed.tsx';
import sheet from './Urandom.css?url';
import { next } from './urandom-next.ts';
import { type UrandomWords, words } from './urandom-words.ts';

await styleSheet(sheet);

interface Props {
  readonly trial: UrandomTrial;
  readonly t: UrandomWords;
}

function Duel({ trial, t }: Props) {
  const duel = trial.duel.value;
  const isOver = duel.every(({ drawn }) => drawn);
  if (duel.length === 0) return null;
  const columns = duel.map((round) => {
    const name = { head: round.letter, round };
    return isOver ? { ...name, note: t(`kind.${trial.kindOf(round.letter)}`) } : name;
  });
  return <Foretold caption={t('urandom.duel')} columns={columns} t={t} />;
}

function Urandom({ trial, t }: Props) {
  const { news, label, act } = next(trial, t);
  const { contestants, bet, harvested, duel } = trial;
  const isMissing = harvested.value && !bet.value;
  const options = contestants.map(({ letter }) => ({ value: letter, words: letter }));
  return (
    <>
      {harvested.value && <Histograms contestants={contestants} t={t} />}
      <Duel trial={trial} t={t} />
      <Seed trial={trial} t={t} />
      <p role="status">{news}</p>
      {harvested.value && duel.value.length === 0 && (
        <Choice
          label={t('urandom.bet')}
          options={options}
          value={bet.value}
          onValue={(letter) => {
            bet.value = letter;
          }}
        />
      )}
      <button type="button" class="exp-act" aria-disabled={isMissing} onClick={() => isMissing || act()}>
        {label}
      </button>
    </>
  );
}

export function begin({ lang }: Setting): Running {
  const trial = new UrandomTrial();
  const t = words(lang);
  return {
    goals: computed(() => trial.goals.value.map(({ name, done }) => ({ text: t(`goal.${name}`), done }))),
    draw: () => <Urandom trial={trial} t={t} />,
    end: () => {},
  };
}

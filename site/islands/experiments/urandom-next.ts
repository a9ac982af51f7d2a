// What question 5 says at each point of the way, and the one thing to do next.
import { rightIn, type UrandomTrial } from '../../experiments/05-urandom.ts';
import type { UrandomWords } from './urandom-words.ts';

interface Next {
  /** what has just come about, and what it asks for */
  readonly news: string;
  /** what the button says */
  readonly label: string;
  act(): void;
}

export function next(trial: UrandomTrial, t: UrandomWords): Next {
  const { letter } = trial.withSeed;
  const duel = trial.duel.value;
  const round = trial.seeded.value.at(-1);
  if (!trial.harvested.value)
    return { news: t('urandom.start'), label: t('urandom.harvest'), act: () => trial.harvest() };
  if (duel.length === 0)
    return { news: t('urandom.harvested'), label: t('urandom.foretell'), act: () => trial.foretell() };
  if (duel.some(({ drawn }) => !drawn))
    return { news: t('urandom.foretold'), label: t('urandom.draw'), act: () => trial.drawAll() };
  if (!trial.seedShown.value) {
    const right = duel.find((one) => rightIn(one))?.letter ?? '';
    const bet = trial.bet.value ?? '';
    const verdict = t(right === bet ? 'urandom.betWon' : 'urandom.betLost', { bet, right });
    const news = `${verdict} ${t('urandom.after', { letter })}`;
    const act = () => {
      trial.seedShown.value = true;
    };
    return { news, label: t('urandom.showSeed', { letter }), act };
  }
  if (round && !round.drawn)
    return {
      news: t('urandom.foretold'),
      label: t('urandom.drawOf', { letter }),
      act: () => trial.drawSeeded(),
    };
  const label = t('urandom.foretellSeeded', { letter });
  const act = () => trial.foretellWithSeed();
  if (!round) return { news: t('urandom.seedKnown'), label, act };
  const score = { right: rightIn(round) ?? 0, of: round.foretold.length };
  return { news: t(round.bit ? 'urandom.bitOff' : 'urandom.bitsRight', score), label, act };
}

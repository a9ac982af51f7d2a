// What question 6 says at each point of the way, and the one thing to do next, where that is not the crib.
import type { PrimitivesTrial } from '../../experiments/06-primitives.ts';
import type { PrimitivesWords } from './primitives-words.ts';

interface Next {
  /** what has just come about, and what it asks for */
  readonly news: string;
  /** what the button says, and does */
  readonly label?: string;
  act?(): void;
}

export function next(trial: PrimitivesTrial, t: PrimitivesWords): Next {
  const pair = trial.pair.value;
  const { name: peer, frozen } = trial.sender();
  const freeze = { label: t('primitives.freeze', { peer }), act: () => trial.freeze(true) };
  const sendTwo = {
    label: t(trial.hasFound() ? 'primitives.sendAgain' : 'primitives.send', { peer }),
    act: () => void trial.sendTwo(),
  };
  const isFrozen = frozen.value;
  if (trial.hasFound()) {
    if (pair && trial.isSecret() && !pair.isSameBlock) return { news: t('primitives.contrast') };
    if (!isFrozen) return { news: t('primitives.thawed', { peer }), ...sendTwo };
    const act = () => trial.freeze(false);
    return { news: t('primitives.found'), label: t('primitives.thaw', { peer }), act };
  }
  if (pair?.isSameBlock && trial.isSecret()) return { news: '' };
  if (isFrozen) return { news: t('primitives.frozen', { peer }), ...sendTwo };
  return { news: t(pair ? 'primitives.tooFresh' : 'primitives.start', { peer }), ...freeze };
}

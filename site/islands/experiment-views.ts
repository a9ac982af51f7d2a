// The table of the experiments' views, each loaded when a reader comes to it.
import type { ExperimentView } from './running-experiment.ts';

/** By the number of the question. */
export const experimentViews: ReadonlyMap<number, () => Promise<ExperimentView>> = new Map([
  [7, () => import('./experiments/Malice.tsx')],
  [10, () => import('./experiments/Replay.tsx')],
  [12, () => import('./experiments/Difference.tsx')],
  [13, () => import('./experiments/Dating.tsx')],
  [14, () => import('./experiments/Efficacy.tsx')],
]);

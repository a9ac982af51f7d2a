// The table of the experiments' views, each loaded when a reader comes to it.
import type { ExperimentView } from './running-experiment.ts';

/** By the number of the question. */
export const experimentViews: ReadonlyMap<number, () => Promise<ExperimentView>> = new Map([
  [1, () => import('./experiments/Topologie.tsx')],
  [2, () => import('./experiments/Journaux.tsx')],
  [3, () => import('./experiments/Principe.tsx')],
  [4, () => import('./experiments/Solution.tsx')],
  [5, () => import('./experiments/Urandom.tsx')],
  [6, () => import('./experiments/Primitives.tsx')],
  [7, () => import('./experiments/Malice.tsx')],
  [8, () => import('./experiments/Propriete.tsx')],
  [9, () => import('./experiments/Fernet.tsx')],
  [10, () => import('./experiments/Replay.tsx')],
  [11, () => import('./experiments/Parade.tsx')],
  [12, () => import('./experiments/Difference.tsx')],
  [13, () => import('./experiments/Dating.tsx')],
  [14, () => import('./experiments/Efficacy.tsx')],
  [15, () => import('./experiments/Limits.tsx')],
  [16, () => import('./experiments/Critique.tsx')],
]);

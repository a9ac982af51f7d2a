// The table of the experiments' views, each loaded when a reader comes to it.
import type { ExperimentView } from './running-experiment.ts';

/** By the number of the question. */
export const experimentViews: ReadonlyMap<number, () => Promise<ExperimentView>> = new Map([
  [1, () => import('./experiments/Topologie.tsx')],
  [2, () => import('./experiments/Journaux.tsx')],
  [3, () => import('./experiments/Principe.tsx')],
  [4, () => import('./experiments/Solution.tsx')],
  [7, () => import('./experiments/Malice.tsx')],
]);

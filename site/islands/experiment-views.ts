// The table of the experiments' views, each loaded when a reader comes to it.
import type { ExperimentView } from './running-experiment.ts';

/** By the number of the question. */
export const experimentViews: ReadonlyMap<number, () => Promise<ExperimentView>> = new Map([
  [5, () => import('./experiments/Urandom.tsx')],
  [6, () => import('./experiments/Primitives.tsx')],
  [7, () => import('./experiments/Malice.tsx')],
  [8, () => import('./experiments/Propriete.tsx')],
]);

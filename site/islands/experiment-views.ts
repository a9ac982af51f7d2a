// The table of the experiments' views, each loaded when a reader comes to it.
import { learn, type Part, type Sentences } from '../i18n/spoken.ts';
import type { ExperimentView } from './running-experiment.ts';

const files = import.meta.glob<Sentences>(
  ['../i18n/experiment.*.json', '../i18n/experiments/*.json', '../i18n/cage.*.json'],
  {
    import: 'default',
  },
);

// The frame's own: it wakes once it is seen, and what it says comes with it, not with the page.
await learn('experiment', files);

/** A view and its sentences, which come at the same time. */
function told(fetchView: () => Promise<ExperimentView>, ...words: readonly Part[]) {
  return async (): Promise<ExperimentView> =>
    (await Promise.all([fetchView(), ...words.map((part) => learn(part, files))]))[0];
}

/** By the number of the question. */
export const experimentViews: ReadonlyMap<number, () => Promise<ExperimentView>> = new Map([
  [1, told(() => import('./experiments/Topologie.tsx'), 'experiments/01-topologie')],
  [2, told(() => import('./experiments/Journaux.tsx'), 'experiments/02-journaux')],
  [3, told(() => import('./experiments/Principe.tsx'), 'experiments/03-principe')],
  [4, told(() => import('./experiments/Solution.tsx'), 'experiments/04-solution')],
  [5, told(() => import('./experiments/Urandom.tsx'), 'experiments/05-urandom')],
  [6, told(() => import('./experiments/Primitives.tsx'), 'experiments/06-primitives')],
  [7, told(() => import('./experiments/Malice.tsx'), 'experiments/07-malice')],
  [8, told(() => import('./experiments/Propriete.tsx'), 'experiments/08-propriete')],
  [9, told(() => import('./experiments/Fernet.tsx'), 'experiments/09-fernet')],
  [10, told(() => import('./experiments/Replay.tsx'), 'experiments/10-replay')],
  [11, told(() => import('./experiments/Parade.tsx'), 'experiments/11-parade', 'cage')],
  [12, told(() => import('./experiments/Difference.tsx'), 'experiments/12-difference', 'experiments/ttl')],
  [13, told(() => import('./experiments/Dating.tsx'), 'experiments/13-moins-45', 'experiments/ttl')],
  [14, told(() => import('./experiments/Efficacy.tsx'), 'experiments/14-efficace', 'experiments/ttl')],
  [15, told(() => import('./experiments/Limits.tsx'), 'experiments/15-limites', 'experiments/ttl')],
  [16, told(() => import('./experiments/Critique.tsx'), 'experiments/16-critique', 'cage')],
]);

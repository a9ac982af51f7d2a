// An experiment on the screen: what it is begun with, and what the frame around it asks of it.
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Bench } from '../chat/bench.ts';
import type { Goal } from '../experiments/experiment.ts';
import type { Lang } from '../i18n/langs.ts';

export interface Setting {
  readonly bench: Bench;
  readonly lang: Lang;
  /** the path that the site was built for */
  readonly base: string;
}

/** An experiment that a reader has begun. */
export interface Running {
  readonly goals: ReadonlySignal<readonly Goal[]>;
  draw(): ComponentChildren;
  /** lets go of what it holds: workers, effects, timers */
  end(): void;
}

/** What the file of an experiment's view gives. */
export interface ExperimentView {
  begin(setting: Setting): Running;
}

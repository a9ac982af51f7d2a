// What an experiment is: a reader's try, with goals that the page recognises when they are reached.
import type { ReadonlySignal } from '@preact/signals';

/** Something that the reader is to bring about. */
export interface Goal {
  /** the sentence that says it, in the reader's language */
  readonly text: string;
  readonly done: boolean;
}

export type ExperimentState = 'predict' | 'ready' | 'running' | 'reached';

/** How far the reader has come: a bet first, then the goals, all of them. */
export function stateOf(hasBet: boolean, goals: readonly Goal[], wasReached: boolean): ExperimentState {
  if (wasReached || (goals.length > 0 && goals.every(({ done }) => done))) return 'reached';
  if (!hasBet) return 'predict';
  return goals.some(({ done }) => done) ? 'running' : 'ready';
}

/** A goal that stays reached once it has been, whatever the reader does next. */
export function once(reached: ReadonlySignal<boolean>): () => boolean {
  let was = false;
  return () => {
    was ||= reached.value;
    return was;
  };
}

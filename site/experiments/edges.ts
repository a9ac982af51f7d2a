// The two edges of what a receiver accepts, as far as tries have found them.
import type { Verdict } from './verdict.ts';

/** What came of tokens, by the seconds by which they were dated after their arrival; below 0, before it. */
export type Tries = ReadonlyMap<number, Verdict>;

/** Between these two dates a receiver changes its mind. */
export interface Edge {
  readonly accepted: number;
  /** the nearest one beyond that was refused; undefined where none was tried yet */
  readonly refused: number | undefined;
}

export interface Edges {
  readonly past: Edge | undefined;
  readonly future: Edge | undefined;
}

/** The tightest edges that these tries allow; none where nothing was accepted. */
export function edgesOf(tries: Tries): Edges {
  const dates = (verdict: Verdict) => [...tries].filter(([, one]) => one === verdict).map(([date]) => date);
  const accepted = dates('accepted');
  if (accepted.length === 0) return { past: undefined, future: undefined };
  const [first, last] = [Math.min(...accepted), Math.max(...accepted)];
  const before = dates('age').filter((date) => date < first);
  const after = dates('skew').filter((date) => date > last);
  return {
    past: { accepted: first, refused: before.length > 0 ? Math.max(...before) : undefined },
    future: { accepted: last, refused: after.length > 0 ? Math.min(...after) : undefined },
  };
}

/** Whether an edge is known to the second. */
export function isSharp(edge: Edge | undefined): boolean {
  return edge?.refused !== undefined && Math.abs(edge.accepted - edge.refused) === 1;
}

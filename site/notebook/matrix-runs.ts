// The cells of the matrix that the reader has filled, each with the trace of its run, kept in this browser.
import type { Outcome } from '#lab/attacks/matrix.ts';
import type { TraceEvent } from '#lab/attacks/scene.ts';
import type { StageName, Token } from '#lab/stage.ts';
import type { Payload } from '#server/payload.ts';

/** An event of a trace as JSON may keep it: its token as the wire carries it. */
export type KeptEvent = TraceEvent extends infer Event
  ? Event extends { readonly token: Token }
    ? Omit<Event, 'token'> & { readonly token: Payload }
    : Event
  : never;

export interface KeptRun {
  readonly attack: string;
  readonly stage: StageName;
  readonly outcome: Outcome;
  readonly trace: readonly KeptEvent[];
  /** milliseconds from 1970 UTC */
  readonly at: number;
  /** how long the guesses took, in milliseconds, where there were any */
  readonly guessMs?: number;
}

const NAME = 'tp-chat-chiffre:matrix';
/** 1 had a dictionary of three words. */
export const RUNS_VERSION = 2;

export function readRuns(): readonly KeptRun[] {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    return kept?.version === RUNS_VERSION ? kept.runs : [];
  } catch {
    return []; // a browser that keeps nothing, or something that is none of ours
  }
}

/** @returns whether it is kept */
export function writeRuns(runs: readonly KeptRun[]): boolean {
  try {
    if (runs.length === 0) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify({ version: RUNS_VERSION, runs }));
    return true;
  } catch {
    return false;
  }
}

// A token that comes again and again, and what its reader made of it each time.
import type { Timeline } from '../chat/timeline.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** One time that a reader got a token. */
export interface Reading {
  readonly verdict: Verdict;
  /** the reader's clock, in seconds */
  readonly now: number;
  readonly text: string | undefined;
  /** whether the reader asked its memory at all, or would have, had the token come so far */
  readonly remembers: boolean;
}

/** By the tokens' bytes, what a reader made of each at stage `fernet-ttl`, in the order in which they came. */
export function readingsOf(timeline: Timeline, peer: string): ReadonlyMap<string, readonly Reading[]> {
  const receipts = timeline
    .flatMap((message) => message.receipts)
    .filter((receipt) => receipt.peer === peer && receipt.stage === 'fernet-ttl')
    .sort((a, b) => a.seq - b.seq);
  const byToken = new Map<string, Reading[]>();
  for (const { payload, checks, now, text } of receipts) {
    const name = JSON.stringify(payload);
    const remembers = checks.some((check) => check.name === 'unseen');
    const reading = { verdict: verdictOf({ checks }), now, text, remembers };
    byToken.set(name, [...(byToken.get(name) ?? []), reading]);
  }
  return byToken;
}

const isAccepted = ({ verdict }: Reading) => verdict === 'accepted';

/** Whether, so many seconds after a token was accepted, so many copies of it had been accepted, too. */
export function isRepeated(readings: readonly Reading[], copies: number, seconds: number): boolean {
  const [original, ...others] = readings.filter(isAccepted);
  if (!original) return false;
  return others.filter(({ now }) => now - original.now <= seconds).length >= copies;
}

/** Whether a memory has refused so many copies. */
export function isRefusedByMemory(readings: readonly Reading[], copies: number): boolean {
  return readings.filter(({ verdict }) => verdict === 'unseen').length >= copies;
}

/** Whether a memory that had refused a token accepted it later: it has been lost. */
export function isForgetful(readings: readonly Reading[]): boolean {
  const refused = readings.findIndex(({ verdict }) => verdict === 'unseen');
  return refused >= 0 && readings.slice(refused).some((reading) => isAccepted(reading) && reading.remembers);
}

/** Readings in a row that came to the same, as one. */
export interface Run {
  readonly count: number;
  readonly verdict: Verdict;
  readonly first: number;
  readonly last: number;
}

/** The readings as runs of the same verdict, each with the reader's clock at its first and its last. */
export function runsOf(readings: readonly Reading[]): Run[] {
  const runs: Run[] = [];
  for (const { verdict, now } of readings) {
    const run = runs.at(-1);
    if (run?.verdict === verdict) runs[runs.length - 1] = { ...run, count: run.count + 1, last: now };
    else runs.push({ count: 1, verdict, first: now, last: now });
  }
  return runs;
}

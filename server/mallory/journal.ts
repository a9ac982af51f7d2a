// What the malicious relay has seen and done, in words that its operator's page turns into sentences.
import type { Payload } from '../payload.ts';
import type { Handout } from './act.ts';
import type { Rule } from './rule.ts';

/** A message as it came from its sender. */
export interface Seen {
  readonly seq: number;
  readonly user: string;
  readonly message: Payload;
  /** whether it waits for the operator to decide */
  readonly held: boolean;
}

export type Deed =
  | 'hold'
  | 'forward'
  | 'drop'
  | 'delay'
  | 'cancel'
  | 'replay'
  | 'tamper'
  | 'relabel'
  | 'reflect'
  | 'swap'
  | 'inject'
  | 'rule'
  | 'end'
  | 'release'
  | 'forget';

/** What the malicious relay has done, for its operator's eyes alone. */
export interface JournalEntry {
  /** counts the entries of the room, from 1 */
  readonly seq: number;
  /** milliseconds from 1970 UTC */
  readonly at: number;
  readonly deeds: readonly Deed[];
  /** the number of the message that it was done to */
  readonly of?: number | undefined;
  /** the number under which peers got it */
  readonly as?: number | undefined;
  /** who got it */
  readonly to?: readonly string[] | undefined;
  /** the name on the envelope, where it is not the author's */
  readonly user?: string | undefined;
  /** the entry that announced what is done, or given up, now */
  readonly after?: number | undefined;
  /** seconds until it is done and between its copies, for `delay` */
  readonly seconds?: number | undefined;
  /** how many copies wait, for `delay`; how many will never leave, for `forget` */
  readonly times?: number | undefined;
  /** the rule that holds from now on, or none, for `rule` */
  readonly rule?: Rule | null;
}

/** In what a message that is handed out differs from the one that it is made of. */
export function changesOf(what: Handout, original: Seen | undefined): Deed[] {
  if (!original) return [];
  const changes: Deed[] = [];
  if (JSON.stringify(what.message) !== JSON.stringify(original.message)) changes.push('tamper');
  if (what.user !== original.user) changes.push('relabel');
  if (what.to?.includes(original.user)) changes.push('reflect');
  return changes;
}

/** What is done by handing this out. */
export function deedsOf(what: Handout, original: Seen | undefined): Deed[] {
  if (!original) return [what.of === undefined ? 'inject' : 'replay'];
  return [original.held ? 'forward' : 'replay', ...changesOf(what, original)];
}

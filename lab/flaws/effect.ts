// What the run of a flawed piece of code comes to, beside the same code with one line repaired.
import { InvalidToken } from '../errors.ts';
import type { Random } from '../stage.ts';

/**
 * What became of one trial: `unreadable` is a text that nobody can make out, `failed` an error before anything is sent,
 * `silent` a receiver that has stopped.
 */
export type Cell =
  | { readonly is: 'shown' | 'bytes' | 'logged'; readonly text: string }
  | { readonly is: 'rate'; readonly perSecond: number }
  | { readonly is: 'time'; readonly seconds: number }
  | { readonly is: 'refused' | 'unreadable' | 'failed' | 'silent' };

/** The trials that the cards make, each a sentence of the site. */
export type Tried =
  | 'delivered'
  | 'text-delivered'
  | 'dated'
  | 'postponed'
  | 'xor-of-texts'
  | 'xor-of-ciphertexts'
  | 'guessed'
  | 'key-of'
  | 'sent'
  | 'guesses'
  | 'list'
  | 'log'
  | 'log-stolen'
  | 'forged';

/** One trial, of the code as it is shown and of the code repaired. */
export interface Row {
  readonly tried: Tried;
  /** what its sentence holds */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly flawed: Cell;
  readonly repaired: Cell;
}

export interface FlawWorld {
  /** seconds from 1970 UTC */
  readonly now: number;
  readonly random: Random;
  /** a stopwatch */
  readonly milliseconds: () => number;
}

/** What a receiver shows of a message, or that it refuses it. */
export function shownBy(receive: () => string): Cell {
  try {
    return { is: 'shown', text: receive() };
  } catch (error) {
    if (error instanceof InvalidToken) return { is: 'refused' };
    throw error;
  }
}

// What the doors of the server tell whoever watches over it: never what a message holds, nor who wrote it.
import type { ClassRefusalCode } from './class/class-error.ts';
import type { RefusalCode } from './refusal.ts';

export type AnyRefusalCode = RefusalCode | ClassRefusalCode;

export interface Watch {
  /** An upgrade was not let in. @param status - of the answer, as `429 Too Many Requests` */
  upgradeRefused(status: string, address: string): void;
  /** A socket was ended because it did not read, or gave no sign of life. */
  cut(why: 'slow' | 'silent', address: string): void;
  /** A frame was refused. */
  refused(code: AnyRefusalCode, address: string): void;
  /** A hand-in was committed, or refused with a code. @param code - one of a fixed list, never a text of a client's */
  handIn(outcome: 'accepted' | { readonly code: string }, address: string): void;
  /** What should not have happened, and was lived through: a store that cannot be written, say. */
  fault(where: string, error: unknown): void;
}

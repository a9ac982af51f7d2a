// What a relay has done since it began, in numbers alone, for whoever watches over it.
import type { AnyRefusalCode } from './watch.ts';

export class Tally {
  /** names, observers and operators that came into a room */
  joins = 0;
  /** messages of peers that were carried, or taken by a malicious relay */
  messages = 0;
  /** how often a message went out to a peer */
  deliveries = 0;
  logLines = 0;
  readonly refusals = new Map<AnyRefusalCode, number>();

  refused(code: AnyRefusalCode): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}

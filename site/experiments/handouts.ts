// What an experiment had the relay hand to droite, and the journal says was done: all that is known where droite is elsewhere.
import { type Signal, signal } from '@preact/signals';
import type { JournalEntry, Seen } from '#server/mallory/journal.ts';
import type { Payload } from '#server/payload.ts';
import type { Bench } from '../chat/bench.ts';

/** A message as it was sent, and as droite got it; not whether she accepted it. */
export interface Handout {
  readonly message: { readonly payload: Payload; readonly typed?: string };
  readonly receipt: { readonly from: string; readonly payload: Payload };
}

interface Order {
  readonly original: Seen;
  readonly user: string;
  readonly message: Payload;
  /** the number of the journal's last entry when it was given */
  readonly after: number;
}

/** Whether what droite reads is shown in another page. */
export const isDroiteElsewhere = (bench: Bench) => bench.peers.droite.session.value === undefined;

const reachesDroite = ({ to }: JournalEntry) => to?.includes('droite') === true;

export class Handouts {
  readonly #bench: Bench;
  readonly #orders: Signal<readonly Order[]> = signal([]);

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Hands a message out with other bytes, or under another name. */
  handOut(original: Seen, changes: { readonly user?: string; readonly message?: Payload }): void {
    const chair = this.#bench.chair.operator.value;
    const { user, message, seq } = original;
    const what = { user, message, ...changes };
    const after = chair?.journal.value.at(-1)?.seq ?? 0;
    if (chair?.handOut({ ...what, of: seq }))
      this.#orders.value = [...this.#orders.value, { original, after, ...what }];
  }

  /** Those that have been delivered to droite, the last one last; none where this page is droite and knows more. */
  delivered(): readonly Handout[] {
    if (!isDroiteElsewhere(this.#bench)) return [];
    const journal = this.#bench.chair.operator.value?.journal.value ?? [];
    return this.#orders.value
      .filter(({ original, after }) =>
        journal.some((entry) => entry.seq > after && entry.of === original.seq && reachesDroite(entry)),
      )
      .map(({ original, user, message }) => ({
        message: { payload: original.message },
        receipt: { from: user, payload: message },
      }));
  }
}

/** How often droite got a message again, byte for byte and under its author's name, after she had got it once. */
export function copiesHanded(journal: readonly JournalEntry[], { seq }: Seen): number {
  const entries = journal.filter(({ of }) => of === seq);
  const asItCame = entries.filter(
    (entry) => reachesDroite(entry) && !entry.deeds.some((deed) => deed === 'tamper' || deed === 'relabel'),
  );
  // Where the first thing done to it was to repeat it, it had gone its way by itself before.
  const wentByItself = entries.find(({ deeds }) => deeds[0] !== 'delay')?.deeds[0] === 'replay';
  return Math.max(0, asItCame.length - (wentByItself ? 0 : 1));
}

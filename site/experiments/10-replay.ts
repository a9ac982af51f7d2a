// Question 10: nothing can be forged, and all can be repeated.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FieldName } from '#lab/stage.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Bench } from '../chat/bench.ts';
import { fieldsOf, forge, lastSeen, replay } from './captured.ts';
import { copiesOf, deliveriesOf, isAccepted, isTampered } from './deliveries.ts';
import { once } from './experiment.ts';
import { sitDown } from './seat.ts';

/** The order that gauche gives. */
export const ORDER = 'OK, vire 100 €';

const LATER_SECONDS = 10;

export class ReplayTrial {
  readonly bench: Bench;
  /** the field in which the reader tries to change something */
  readonly field: Signal<Exclude<FieldName, 'unreadable'>> = signal('ciphertext');
  readonly goals: ReadonlySignal<readonly { name: 'forge' | 'replay'; done: boolean }[]>;
  #stopWaiting = () => {};

  constructor(bench: Bench) {
    this.bench = bench;
    const refused = once(computed(() => this.forged().refused > 0));
    const replayed = once(computed(() => this.copies().accepted > 0));
    this.goals = computed(() => [
      { name: 'forge', done: refused() },
      { name: 'replay', done: replayed() },
    ]);
  }

  /** Has gauche give the order, at stage Fernet, with the reader in the server's chair. */
  begin(): void {
    this.bench.setStage('fernet');
    this.#stopWaiting();
    this.#stopWaiting = sitDown(this.bench, undefined);
    const { gauche } = this.bench.peers;
    gauche.draft.value = ORDER;
    void gauche.sendDraft();
  }

  captured(): Seen | undefined {
    return lastSeen(this.bench, 'fernet');
  }

  fields(): readonly Exclude<FieldName, 'unreadable'>[] {
    const captured = this.captured();
    return captured ? fieldsOf(captured, 'fernet') : [];
  }

  /** Changes one byte of the chosen field, and hands the token to droite. */
  forge(): void {
    const captured = this.captured();
    if (captured) forge(this.bench, captured, 'fernet', this.field.value, 0);
  }

  /** Lets ten seconds go by where the time is this page's own, and hands droite the very same token. */
  replay(): void {
    const captured = this.captured();
    if (!captured) return;
    if (!this.bench.places.isShared()) this.bench.time.advance(1000 * LATER_SECONDS);
    replay(this.bench, captured);
  }

  /** What came of the changed tokens. */
  forged(): { readonly accepted: number; readonly refused: number } {
    const forged = deliveriesOf(this.bench.timeline.value).filter(
      (delivery) => delivery.receipt.stage === 'fernet' && isTampered(delivery),
    );
    const accepted = forged.filter(isAccepted).length;
    return { accepted, refused: forged.length - accepted };
  }

  /** What came of the copies. */
  copies(): { readonly accepted: number; readonly refused: number } {
    const all = this.bench.timeline.value.map(copiesOf);
    const sum = (part: 'accepted' | 'refused') => all.reduce((total, copies) => total + copies[part], 0);
    return { accepted: sum('accepted'), refused: sum('refused') };
  }

  end(): void {
    this.#stopWaiting();
  }
}

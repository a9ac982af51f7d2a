// Which of the held messages are to leave in reverse order.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Operator } from './operator.ts';

export class Picks {
  /** whether there is anything to choose: of two, there is not */
  readonly asked: ReadonlySignal<boolean>;
  /** the numbers of those that would leave, the oldest first */
  readonly reversible: ReadonlySignal<readonly number[]>;
  readonly #picked: Signal<readonly number[]> = signal([]);

  constructor(operator: Pick<Operator, 'held'>) {
    const held = computed(() => operator.held().map(({ seq }) => seq));
    this.asked = computed(() => held.value.length > 2);
    this.reversible = computed(() =>
      this.asked.value ? held.value.filter((seq) => this.has(seq)) : held.value,
    );
  }

  has(seq: number): boolean {
    return this.#picked.value.includes(seq);
  }

  toggle(seq: number): void {
    const { value } = this.#picked;
    this.#picked.value = this.has(seq) ? value.filter((one) => one !== seq) : [...value, seq];
  }
}

// Many values of which few change at a time: whoever reads one is woken when that one changes, and for no other.
import { effect, type Signal, signal, untracked } from '@preact/signals';

export class Each<Key, Value> {
  readonly #values = new Map<Key, Signal<Value>>();
  #valueOf!: (key: Key) => Value; // the effect runs once at once

  /** @param source - reads what all the values depend on, and says what each of them is by now */
  constructor(source: () => (key: Key) => Value) {
    effect(() => {
      this.#valueOf = source();
      for (const [key, value] of this.#values) value.value = this.#valueOf(key);
    });
  }

  /** The value of this key, for whoever draws it. */
  at(key: Key): Value {
    let value = this.#values.get(key);
    if (!value) {
      const first = untracked(() => this.#valueOf(key));
      value = signal(first, { unwatched: () => this.#values.delete(key) });
      this.#values.set(key, value);
    }
    return value.value;
  }
}

// What a receiver accepts, by how far the sender's clock is ahead of its own: found by asking the stage, a few at a time.
import { type Signal, signal } from '@preact/signals';
import { acceptedSpan, type Span } from '#lab/attacks/clock-skew.ts';

/** How far the sender's clock is ahead or behind on the map, in seconds. */
export const MAX_SKEW_SECONDS = 120;

/** How long after the sending the map goes, in seconds. */
export const MAX_ELAPSED_SECONDS = 180;

/** The deliveries that are accepted, by the seconds that the sender's clock is ahead; undefined where none is. */
export type Columns = ReadonlyMap<number, Span | undefined>;

/** From a rough picture to a fine one: the seconds are asked about in these steps. */
const STEPS = [8, 4, 2, 1];

/** As long as a page may be busy with the map before it looks at its reader again, in milliseconds. */
const SLICE_MS = 8;

const ORDER = [
  ...new Set(
    STEPS.flatMap((step) =>
      Array.from(
        { length: Math.floor((2 * MAX_SKEW_SECONDS) / step) + 1 },
        (_, i) => i * step - MAX_SKEW_SECONDS,
      ),
    ),
  ),
];

export class SkewMap {
  /** as far as the stage has been asked */
  readonly columns: Signal<Columns> = signal(new Map());
  readonly #byTtl = new Map<number, Columns>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Draws the map of another TTL. @param ttl - the receiver's, in whole seconds */
  draw(ttl: number): void {
    clearTimeout(this.#timer);
    const known = this.#byTtl.get(ttl) ?? new Map<number, Span | undefined>();
    this.columns.value = known;
    const left = ORDER.filter((skew) => !known.has(skew));
    if (left.length > 0) this.#timer = setTimeout(() => this.#ask(ttl, left), 0);
  }

  isWhole(): boolean {
    return this.columns.value.size === ORDER.length;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #ask(ttl: number, left: readonly number[]): void {
    const columns = new Map(this.#byTtl.get(ttl));
    const until = performance.now() + SLICE_MS;
    const rest = [...left];
    do {
      const skew = rest.shift();
      if (skew !== undefined) columns.set(skew, acceptedSpan(skew, ttl));
    } while (rest.length > 0 && performance.now() < until);
    this.#byTtl.set(ttl, columns);
    this.columns.value = columns;
    if (rest.length > 0) this.#timer = setTimeout(() => this.#ask(ttl, rest), 0);
  }
}

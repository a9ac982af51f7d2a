// How fast a count rises: by its own clock, and over its last seconds only.

interface Point {
  /** milliseconds */
  readonly at: number;
  readonly count: number;
}

/** Milliseconds below which a rise says nothing: a worker that has just started is not at its speed. */
const SHORTEST = 100;

export class Pace {
  readonly #window: number;
  readonly #points: Point[] = [];

  /** @param window - the milliseconds to look back on */
  constructor(window: number) {
    this.#window = window;
  }

  /** The count at a time that is not before the last one. */
  add(at: number, count: number): void {
    this.#points.push({ at, count });
    // The oldest point that is kept is the last one outside of the window: slow counts have no other.
    while (this.#points[1] && this.#points[1].at <= at - this.#window) this.#points.shift();
  }

  /** How much it rises in a second; undefined until that can be told. */
  perSecond(): number | undefined {
    const first = this.#points[0];
    const last = this.#points.at(-1);
    if (!first || !last || last.at - first.at < SHORTEST) return undefined;
    return ((last.count - first.count) * 1000) / (last.at - first.at);
  }
}

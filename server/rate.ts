// A token bucket: so much at once, so much a second.

export class Bucket {
  readonly #capacity: number;
  readonly #perMillisecond: number;
  #level: number;
  #at: number;

  /**
   * @param capacity - what may be taken at once
   * @param perSecond - what flows back
   * @param now - milliseconds, of the same clock as in `take`
   */
  constructor(capacity: number, perSecond: number, now: number) {
    this.#capacity = capacity;
    this.#perMillisecond = perSecond / 1000;
    this.#level = capacity;
    this.#at = now;
  }

  /** Takes an amount if there is so much left. A clock that went back gives nothing and takes nothing. */
  take(amount: number, now: number): boolean {
    const elapsed = Math.max(0, now - this.#at);
    this.#at = now;
    this.#level = Math.min(this.#capacity, this.#level + elapsed * this.#perMillisecond);
    if (amount > this.#level) return false;
    this.#level -= amount;
    return true;
  }

  /** Takes an amount that cannot be refused any more, if need be as a debt. */
  charge(amount: number, now: number): void {
    if (!this.take(amount, now)) this.#level -= amount;
  }

  /** Whether all has flowed back by now. */
  isFull(now: number): boolean {
    return this.#level + Math.max(0, now - this.#at) * this.#perMillisecond >= this.#capacity;
  }
}

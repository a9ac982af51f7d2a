// How often something may be done from one address.
import { Bucket } from '../rate.ts';

const MINUTE_SECONDS = 60;

export class Allowance {
  readonly #perMinute: number;
  readonly #spent = new Map<string, Bucket>();

  /** @param perMinute - so often at once, and so often a minute; 0 for any number */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @param now - milliseconds */
  isSpent(address: string, now: number): boolean {
    return this.#perMinute !== 0 && this.#spent.get(address)?.has(1, now) === false;
  }

  spend(address: string, now: number): void {
    const known = this.#spent.get(address);
    if (!known) for (const [other, bucket] of this.#spent) if (bucket.isFull(now)) this.#spent.delete(other);
    const bucket = known ?? new Bucket(this.#perMinute, this.#perMinute / MINUTE_SECONDS, now);
    this.#spent.set(address, bucket);
    bucket.take(1, now);
  }
}

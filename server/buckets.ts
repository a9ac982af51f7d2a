// Token buckets by name: of addresses, or of seats. Those at rest are forgotten, so that a table does not grow with every visitor.
import { Bucket } from './rate.ts';

export class Buckets {
  readonly #capacity: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param capacity - what each may take at once. @param perSecond - what flows back */
  constructor(capacity: number, perSecond: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
  }

  /** @param now - milliseconds */
  take(name: string, now: number): boolean {
    return (this.#buckets.get(name) ?? this.#newcomer(name, now)).take(1, now);
  }

  #newcomer(name: string, now: number): Bucket {
    for (const [other, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(other);
    const bucket = new Bucket(this.#capacity, this.#perSecond, now);
    this.#buckets.set(name, bucket);
    return bucket;
  }
}

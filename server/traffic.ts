// What one room may carry: a frame costs as much as all who get it, so that a full room cannot keep the relay busy for the others.
import { Bucket } from './rate.ts';

/** What a delivery costs besides its bytes: its line in the log, and its way through the system. */
const DELIVERY_BYTES = 512;

export class Traffic {
  readonly #most: number;
  readonly #bucket: Bucket;

  /** @param perSecond - bytes, each counted for everybody who gets them; as many at once */
  constructor(perSecond: number, now: number) {
    this.#most = perSecond;
    this.#bucket = new Bucket(perSecond, perSecond, now);
  }

  /** Whether a frame may be carried. The largest one in the fullest room costs a second's worth, no more. */
  take(size: number, readers: number, now: number): boolean {
    return this.#bucket.take(this.#cost(size, readers), now);
  }

  /** What a malicious relay has handed out, by itself or at one short word of its operator: the next frames wait for it. */
  charge(size: number, readers: number, now: number): void {
    this.#bucket.charge(this.#cost(size, readers), now);
  }

  #cost(size: number, readers: number): number {
    return Math.min((size + DELIVERY_BYTES) * readers, this.#most);
  }
}

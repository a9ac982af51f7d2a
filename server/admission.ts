// How many connections one address may hold, and how fast it may open new ones.
import { Bucket } from './rate.ts';

// A class behind one address reloads its pages all at once, and then again: so often in these seconds.
const ROUNDS = 2;
const ROUND_SECONDS = 10;

interface Address {
  open: number;
  readonly arrivals: Bucket;
}

export class Admission {
  readonly #maxPerAddress: number;
  readonly #addresses = new Map<string, Address>();

  /** @param maxPerAddress - open connections of one address; 0 for any number, at any rate */
  constructor(maxPerAddress: number) {
    this.#maxPerAddress = maxPerAddress;
  }

  /** Lets a connection in, if its address may have one more. @param now - milliseconds */
  admit(name: string, now: number): boolean {
    if (this.#maxPerAddress === 0) return true;
    const address = this.#addresses.get(name) ?? this.#newcomer(name, now);
    if (address.open >= this.#maxPerAddress || !address.arrivals.take(1, now)) return false;
    address.open += 1;
    return true;
  }

  /** A connection that was let in is gone. */
  release(name: string): void {
    const address = this.#addresses.get(name);
    if (address) address.open -= 1;
  }

  #newcomer(name: string, now: number): Address {
    // Addresses that are at rest are forgotten here, so that the table does not grow with every visitor.
    for (const [other, { open, arrivals }] of this.#addresses)
      if (open === 0 && arrivals.isFull(now)) this.#addresses.delete(other);
    const capacity = this.#maxPerAddress * ROUNDS;
    const address = { open: 0, arrivals: new Bucket(capacity, capacity / ROUND_SECONDS, now) };
    this.#addresses.set(name, address);
    return address;
  }
}

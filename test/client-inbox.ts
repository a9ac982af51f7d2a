// What a client under test has received, taken by type or all at once.
import type { AnyDelivery, Client } from './relay-contract.ts';

const PATIENCE_MS = 5_000;

/** A promise that fails, with what was waited for, rather than hang. */
function within<T>(what: string, start: (resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), PATIENCE_MS);
    start((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

export class Inbox {
  #deliveries: AnyDelivery[] = [];
  #closeCode: number | undefined;
  #wake: (() => void)[] = [];

  deliver(delivery: AnyDelivery): void {
    this.#deliveries.push(delivery);
    this.#notify();
  }

  close(code: number): void {
    this.#closeCode ??= code;
    this.#notify();
  }

  next: Client['next'] = <T extends AnyDelivery['type']>(type: T) =>
    within<Extract<AnyDelivery, { type: T }>>(type, (resolve) =>
      this.#when(() => {
        const at = this.#deliveries.findIndex((delivery) => delivery.type === type);
        if (at < 0) return false;
        resolve(this.#deliveries.splice(at, 1)[0] as Extract<AnyDelivery, { type: T }>); // found by its type
        return true;
      }),
    );

  closed(): Promise<number> {
    return within('the end of the connection', (resolve) =>
      this.#when(() => {
        if (this.#closeCode === undefined) return false;
        resolve(this.#closeCode);
        return true;
      }),
    );
  }

  takeAll(): readonly AnyDelivery[] {
    return this.#deliveries.splice(0);
  }

  /** Tries at once, and again whenever something has come. */
  #when(attempt: () => boolean): void {
    if (attempt()) return;
    this.#wake.push(() => {
      if (!attempt()) this.#when(attempt);
    });
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}

// Has sheets read and exported in a thread of its own, since a sheet can be made that takes a second to read.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Export, NamedHandIn } from './hand-in-export.ts';
import { Refused } from './hand-in-refusal.ts';

export interface Order {
  readonly number: number;
  readonly format: Export;
  readonly handIns: readonly NamedHandIn[];
}

export type Done = { readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> };

const FILE = join(import.meta.dirname, 'hand-in-worker.ts');
const MEMORY_MIB = 1024;
/** Orders that a thread may have at a time: a console that asks again and again waits for the first. */
const MOST_ORDERS = 4;
/** So many times as long as an order may take, and the thread is given up. */
const PATIENCE = 10;

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Refused): void;
}

export class Clerk {
  readonly #within: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #orders = 0;

  /** @param within - how long an order may take, in milliseconds */
  constructor(within: number) {
    this.#within = within;
  }

  /** @throws Refused `BUSY` where it takes too long, or too much memory; the thread goes on, and will sooner have it the next time */
  async make(format: Export, handIns: readonly NamedHandIn[]): Promise<Uint8Array> {
    if (this.#waiting.size >= MOST_ORDERS) throw new Refused('BUSY');
    const number = ++this.#orders;
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const late = setTimeout(() => reject(new Refused('BUSY')), this.#within).unref();
    const stuck = setTimeout(() => this.close(), PATIENCE * this.#within).unref();
    const done = () => {
      clearTimeout(late);
      clearTimeout(stuck);
      this.#waiting.delete(number);
    };
    this.#waiting.set(number, {
      resolve: (bytes) => {
        done();
        resolve(bytes);
      },
      reject: (error) => {
        done();
        reject(error);
      },
    });
    const order: Order = { number, format, handIns };
    this.#running().postMessage(order);
    return promise;
  }

  /** Ends the thread; the next order starts another. */
  close(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Refused('BUSY'));
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(FILE, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB } });
    worker.unref();
    worker.on('message', ({ number, bytes }: Done) => this.#waiting.get(number)?.resolve(bytes));
    worker.on('error', () => {
      if (this.#worker === worker) this.close();
    });
    this.#worker = worker;
    return worker;
  }
}

// Work that would keep a whole class waiting, done piece after piece: what waits on the disk, and goes through long texts.

/** After each piece so much time is everybody else's, as a multiple of what it took. */
const REST = 2;

export class Turns {
  #free: Promise<void> = Promise.resolve();

  /** Does it when its turn has come. */
  take<T>(work: () => T): Promise<T> {
    let took = 0;
    const done = this.#free.then(() => {
      const begun = performance.now();
      try {
        return work();
      } finally {
        took = performance.now() - begun;
      }
    });
    const rest = () => new Promise<void>((rested) => setTimeout(rested, took * REST));
    this.#free = done.then(rest, rest);
    return done;
  }
}

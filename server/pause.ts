// A room that stands still: what would leave it waits, and leaves in the same order once the room moves on.

export class Pause {
  #isOn = false;
  #waiting: (() => void)[] = [];

  get isOn(): boolean {
    return this.#isOn;
  }

  begin(): void {
    this.#isOn = true;
  }

  /** @param first - done before all that has waited */
  end(first: () => void): void {
    this.#isOn = false;
    first();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const run of waiting) run();
  }

  /** Does something now, or when the room moves on. */
  whenOver(run: () => void): void {
    if (this.#isOn) this.#waiting.push(run);
    else run();
  }
}

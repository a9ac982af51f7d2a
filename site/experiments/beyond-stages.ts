// Two attacks on ways to seal that are no stages: run when the reader asks, and told byte by byte.
import { type Signal, signal } from '@preact/signals';
import type { HashRun, OracleRun, OracleTarget } from '#lab/attacks/beyond-stages.ts';
import type { VariantName } from '#lab/attacks/ctr-checked.ts';

/** A run, and how many of its bytes are told so far. */
export interface ToldOracle {
  readonly run: OracleRun;
  readonly told: number;
}

/** How far a run is told: the padded text as known by then, and how many questions that took. */
export function stateOf({ run, told }: ToldOracle): {
  readonly bytes: readonly (number | undefined)[];
  readonly calls: number;
  readonly isOver: boolean;
} {
  const bytes = Array.from({ length: run.size }, (): number | undefined => undefined);
  for (const { at, byte } of run.learned.slice(0, told)) bytes[at] = byte;
  const isOver = told >= run.learned.length;
  return { bytes, calls: isOver ? run.calls : (run.learned[told - 1]?.calls ?? 0), isOver };
}

export class BeyondStages {
  readonly oracles: Signal<ReadonlyMap<OracleTarget, ToldOracle>> = signal(new Map());
  readonly hashes: Signal<ReadonlyMap<VariantName, HashRun>> = signal(new Map());
  readonly busy: Signal<boolean> = signal(false);
  readonly failed: Signal<boolean> = signal(false);

  /** @param pause - milliseconds for which each byte stands alone; 0 tells all at once */
  async ask(target: OracleTarget, pause: number): Promise<void> {
    await this.#once(async ({ runOracle }, world) => {
      const run = runOracle(target, world);
      for (let told = pause > 0 ? 1 : run.learned.length; told <= run.learned.length; told++) {
        this.oracles.value = new Map(this.oracles.value).set(target, { run, told });
        if (told < run.learned.length) await new Promise((resolve) => setTimeout(resolve, pause));
      }
      if (run.learned.length === 0)
        this.oracles.value = new Map(this.oracles.value).set(target, { run, told: 0 });
    });
  }

  async forge(target: VariantName): Promise<void> {
    await this.#once(async ({ runForgedHash }, world) => {
      this.hashes.value = new Map(this.hashes.value).set(target, runForgedHash(target, world));
    });
  }

  async #once(
    run: (
      lab: typeof import('#lab/attacks/beyond-stages.ts'),
      world: { now: number; random: (length: number) => Uint8Array },
    ) => Promise<void>,
  ): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.failed.value = false;
    try {
      await run(await import('#lab/attacks/beyond-stages.ts'), {
        now: Math.floor(Date.now() / 1000),
        random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      });
    } catch {
      this.failed.value = true; // the attack's code could not be loaded
    } finally {
      this.busy.value = false;
    }
  }
}

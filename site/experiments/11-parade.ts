// Question 11: the reader builds a protection against replays from blocks, and a battery of attacks tries it.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Blocks, runBattery, type TrialName, trialNames } from '#lab/attacks/anti-replay.ts';
import { deriveBytes } from '#lab/derive.ts';
import { stages } from '#lab/stages.ts';
import type { CageOutcome } from '../chat/cage.ts';

/** Where the reader begins: nothing chosen that would help. */
export const FIRST: Blocks = {
  mark: 'none',
  place: 'outside',
  name: false,
  checker: 'server',
  memory: 'nothing',
  kept: false,
};

export type Report = Readonly<Record<TrialName, boolean>>;

const { fernet } = stages;

export class ParadeTrial {
  readonly blocks: Signal<Blocks> = signal(FIRST);
  /** what the last battery came to; undefined until one has run, and once a block is another */
  readonly report: Signal<Report | undefined> = signal();
  readonly #outcomes: Signal<ReadonlySet<CageOutcome>> = signal(new Set());
  readonly #held: Signal<boolean> = signal(false);
  readonly goals: ReadonlySignal<readonly { name: 'battery' | 'escape'; done: boolean }[]> = computed(() => [
    { name: 'battery', done: this.#held.value },
    {
      name: 'escape',
      done: this.#outcomes.value.has('executed') && this.#outcomes.value.has('replayedEscaped'),
    },
  ]);

  choose(changed: Partial<Blocks>): void {
    this.blocks.value = { ...this.blocks.value, ...changed };
    this.report.value = undefined;
  }

  /** Runs all attacks on the protection as it stands, over tokens sealed with a fresh key. */
  run(): void {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    const password = String(crypto.getRandomValues(new Uint32Array(1))[0]);
    const keys = fernet.keys(deriveBytes(fernet.derivation, password));
    this.report.value = runBattery(this.blocks.value, { keys, random, now: Math.floor(Date.now() / 1000) });
    this.#held.value ||= this.holding() === trialNames.length;
  }

  /** How many trials of the last battery the protection passed. */
  holding(): number {
    return Object.values(this.report.value ?? {}).filter((held) => held).length;
  }

  /** Something has happened in the cage. */
  note(outcome: CageOutcome): void {
    this.#outcomes.value = new Set([...this.#outcomes.value, outcome]);
  }
}

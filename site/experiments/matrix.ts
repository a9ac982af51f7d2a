// The matrix of attacks and stages: a cell fills when the reader runs that attack on that stage, and keeps its trace.
import { type Signal, signal } from '@preact/signals';
import type { AttackName, Run } from '#lab/attacks/matrix.ts';
import type { TraceEvent } from '#lab/attacks/scene.ts';
import { type StageName, saltedWith } from '#lab/stage.ts';
import { stageNames, stages } from '#lab/stages.ts';
import { deriveInPage, type Keyring } from '../chat/keyring.ts';
import { toPayload } from '../chat/payload.ts';
import { type KeptEvent, type KeptRun, readRuns, writeRuns } from '../notebook/matrix-runs.ts';

/** Where a row is spoken of: a question by its number, the page beyond the lab, or the comparison below the table. */
export type Place = number | 'au-dela' | 'oracle';

/** The rows by what the attacker is after, each with the place that speaks of it. */
export const GROUPS = [
  {
    name: 'read',
    attacks: [
      { attack: 'eavesdrop', place: 2 },
      { attack: 'lengths', place: 2 },
      { attack: 'keystream reuse, reading', place: 6 },
      { attack: 'padding oracle', place: 'oracle' },
      { attack: 'generator foretold', place: 5 },
      { attack: 'dictionary', place: 9 },
    ],
  },
  {
    name: 'write',
    attacks: [
      { attack: 'bit flip', place: 7 },
      { attack: 'keystream known, writing', place: 7 },
      { attack: 'log forging', place: 16 },
    ],
  },
  {
    name: 'replay',
    attacks: [
      { attack: 'replay at once', place: 10 },
      { attack: 'replay after 40 s', place: 14 },
      { attack: 'replay after 40 s, clock ahead', place: 15 },
      { attack: 'replay, memory lost', place: 14 },
    ],
  },
  {
    name: 'route',
    attacks: [
      { attack: 'reflect', place: 11 },
      { attack: 'relabel', place: 7 },
      { attack: 'reorder', place: 'au-dela' },
      { attack: 'delay of 20 s', place: 15 },
      { attack: 'delay of 40 s', place: 15 },
      { attack: 'drop', place: 1 },
    ],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly attacks: readonly { readonly attack: AttackName; readonly place: Place }[];
}[];

/** How long a cell may guess before it stops, in milliseconds: a reader waits for it. */
export const PATIENCE_MS = 6000;

/** What guessing takes of the world. */
export interface Guessing {
  readonly derive: typeof deriveInPage;
  /** milliseconds that never go back */
  clock(): number;
}

const kept = (event: TraceEvent): KeptEvent =>
  'token' in event ? { ...event, token: toPayload(event.token) } : event;

export class Matrix {
  readonly runs: Signal<readonly KeptRun[]> = signal([]);
  /** the attack and the stage at work */
  readonly busy: Signal<{ readonly attack: AttackName; readonly stage: StageName } | undefined> = signal();
  /** the run whose trace the reader looks at */
  readonly opened: Signal<KeptRun | undefined> = signal();
  readonly failed: Signal<boolean> = signal(false);
  /** false where the browser could not keep a run */
  readonly kept: Signal<boolean> = signal(true);
  readonly #keyring: Keyring;
  readonly #guessing: Guessing;

  constructor(
    keyring: Keyring,
    guessing: Guessing = { derive: deriveInPage, clock: () => performance.now() },
  ) {
    this.#keyring = keyring;
    this.#guessing = guessing;
  }

  /** Brings back what the browser has kept. */
  load(): void {
    this.runs.value = readRuns();
  }

  runOf(attack: AttackName, stage: StageName): KeptRun | undefined {
    return this.runs.value.find((run) => run.attack === attack && run.stage === stage);
  }

  /** Runs an attack on a stage, and opens its trace. */
  async run(attack: AttackName, stage: StageName): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = { attack, stage };
    this.failed.value = false;
    try {
      this.#record(attack, stage, await this.#runOnce(attack, stage));
    } catch {
      this.failed.value = true; // the attack's code, or a worker of it, could not be loaded
    } finally {
      this.busy.value = undefined;
    }
  }

  /** Runs an attack on all stages, one after the other. */
  async runRow(attack: AttackName): Promise<void> {
    for (const stage of stageNames) if (!this.failed.value) await this.run(attack, stage);
  }

  /** Empties all cells. */
  clear(): void {
    this.runs.value = [];
    this.opened.value = undefined;
    writeRuns([]);
  }

  async #runOnce(attack: AttackName, stage: StageName): Promise<Run & { readonly guessMs?: number }> {
    const { runAttack } = await import('#lab/attacks/matrix.ts');
    const { derive, clock } = this.#guessing;
    let began: number | undefined;
    const run = await runAttack(attack, stages[stage], {
      now: Math.floor(Date.now() / 1000),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      keysFor: (of, password, salt) => this.#keyring.keysFor(of, password, salt),
      // Not by the keyring: what it remembers would cost a second run nothing.
      guess: async (of, word, salt) => {
        began ??= clock();
        if (clock() - began >= PATIENCE_MS) return undefined;
        return of.keys(await derive(saltedWith(of.derivation, salt), word));
      },
    });
    return began === undefined ? run : { ...run, guessMs: clock() - began };
  }

  #record(
    attack: AttackName,
    stage: StageName,
    { outcome, trace, ...cost }: Run & { readonly guessMs?: number },
  ): void {
    const run: KeptRun = { attack, stage, outcome, trace: trace.map(kept), at: Date.now(), ...cost };
    const others = this.runs.value.filter((one) => one.attack !== attack || one.stage !== stage);
    this.runs.value = [...others, run];
    this.opened.value = run;
    this.kept.value = writeRuns(this.runs.value);
  }
}

// The matrix of attacks and stages: a cell fills when the reader runs that attack on that stage, and keeps its trace.
import { type Signal, signal } from '@preact/signals';
import type { AttackName, Run } from '#lab/attacks/matrix.ts';
import type { TraceEvent } from '#lab/attacks/scene.ts';
import type { StageName } from '#lab/stage.ts';
import { stageNames, stages } from '#lab/stages.ts';
import type { Keyring } from '../chat/keyring.ts';
import { toPayload } from '../chat/payload.ts';
import { type KeptEvent, type KeptRun, readRuns, writeRuns } from '../notebook/matrix-runs.ts';

/** The rows by what the attacker is after, each with the question that it belongs to. */
export const GROUPS = [
  {
    name: 'read',
    attacks: [
      { attack: 'eavesdrop', question: 2 },
      { attack: 'lengths', question: 7 },
      { attack: 'keystream reuse, reading', question: 6 },
      { attack: 'padding oracle', question: 6 },
      { attack: 'generator foretold', question: 5 },
      { attack: 'dictionary', question: 9 },
    ],
  },
  {
    name: 'write',
    attacks: [
      { attack: 'bit flip', question: 7 },
      { attack: 'keystream known, writing', question: 7 },
      { attack: 'log forging', question: 16 },
    ],
  },
  {
    name: 'replay',
    attacks: [
      { attack: 'replay at once', question: 10 },
      { attack: 'replay after 40 s', question: 14 },
      { attack: 'replay after 40 s, clock ahead', question: 15 },
      { attack: 'replay, memory lost', question: 14 },
    ],
  },
  {
    name: 'route',
    attacks: [
      { attack: 'reflect', question: 11 },
      { attack: 'relabel', question: 7 },
      { attack: 'reorder', question: 11 },
      { attack: 'drop', question: 1 },
    ],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly attacks: readonly { readonly attack: AttackName; readonly question: number }[];
}[];

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

  constructor(keyring: Keyring) {
    this.#keyring = keyring;
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

  async #runOnce(attack: AttackName, stage: StageName): Promise<Run> {
    const { runAttack } = await import('#lab/attacks/matrix.ts');
    return runAttack(attack, stages[stage], {
      now: Math.floor(Date.now() / 1000),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      keysFor: (of, password, salt) => this.#keyring.keysFor(of, password, salt),
    });
  }

  #record(attack: AttackName, stage: StageName, { outcome, trace }: Run): void {
    const run: KeptRun = { attack, stage, outcome, trace: trace.map(kept), at: Date.now() };
    const others = this.runs.value.filter((one) => one.attack !== attack || one.stage !== stage);
    this.runs.value = [...others, run];
    this.opened.value = run;
    this.kept.value = writeRuns(this.runs.value);
  }
}

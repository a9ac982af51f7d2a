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

/** A cell that is to run, or does. */
interface Asked {
  readonly attack: AttackName;
  readonly stage: StageName;
  /** what the reader pressed for it */
  readonly by: 'cell' | 'row' | 'table';
}

const kept = (event: TraceEvent): KeptEvent =>
  'token' in event ? { ...event, token: toPayload(event.token) } : event;

export class Matrix {
  readonly runs: Signal<readonly KeptRun[]> = signal([]);
  /** the cell at work, and those that run after it, in this order */
  readonly busy: Signal<Asked | undefined> = signal();
  readonly waiting: Signal<readonly Asked[]> = signal([]);
  /** what has become of the rows that were asked for last; nothing is said of a cell, whose trace is enough */
  readonly rows: Signal<'running' | 'ended' | 'stopped' | undefined> = signal();
  /** the run whose trace the reader looks at */
  readonly opened: Signal<KeptRun | undefined> = signal();
  readonly failed: Signal<boolean> = signal(false);
  /** false where the browser could not keep a run */
  readonly kept: Signal<boolean> = signal(true);
  readonly #keyring: Keyring;
  readonly #guessing: Guessing;
  #draining: Promise<void> | undefined;
  /** how often the cells were emptied: what was at work then fills none */
  #cleared = 0;

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

  /** Runs an attack on a stage next, and opens its trace. @returns when no cell is left to run */
  run(attack: AttackName, stage: StageName): Promise<void> {
    if (!this.isAsked(attack, stage))
      this.waiting.value = [{ attack, stage, by: 'cell' }, ...this.waiting.value];
    return this.#drain();
  }

  /** Runs an attack on all stages, when those before it have run, and opens the last trace. */
  runRow(attack: AttackName): Promise<void> {
    return this.#askRows(stageNames.map((stage) => ({ attack, stage, by: 'row' })));
  }

  /** Runs all cells that are empty, row by row. */
  runEmpty(): Promise<void> {
    return this.#askRows(this.empty());
  }

  /** The cells that are empty, and not asked for either. */
  empty(): readonly Asked[] {
    return GROUPS.flatMap(({ attacks }) =>
      attacks.flatMap(({ attack }) =>
        stageNames
          .filter((stage) => !this.runOf(attack, stage) && !this.isAsked(attack, stage))
          .map((stage) => ({ attack, stage, by: 'table' }) as const),
      ),
    );
  }

  /** Whether a cell runs, or waits to. */
  isAsked(attack: AttackName, stage: StageName): boolean {
    return this.#asked().some((one) => one.attack === attack && one.stage === stage);
  }

  /** Whether a whole row runs, or waits to. */
  stateOfRow(attack: AttackName): 'busy' | 'waits' | undefined {
    const isOfRow = (one: Asked | undefined) => one?.attack === attack && one.by !== 'cell';
    if (isOfRow(this.busy.value)) return 'busy';
    return this.waiting.value.some(isOfRow) ? 'waits' : undefined;
  }

  /** Nothing runs any more after the cell at work. */
  stop(): void {
    if (this.waiting.value.length === 0) return;
    this.waiting.value = [];
    this.rows.value = 'stopped';
  }

  /** Empties all cells, those that were to be filled among them. */
  clear(): void {
    this.waiting.value = [];
    this.rows.value = undefined;
    this.runs.value = [];
    this.opened.value = undefined;
    this.#cleared++;
    writeRuns([]);
  }

  #asked(): readonly Asked[] {
    return this.busy.value ? [this.busy.value, ...this.waiting.value] : this.waiting.value;
  }

  #askRows(cells: readonly Asked[]): Promise<void> {
    this.waiting.value = [
      ...this.waiting.value,
      ...cells.filter(({ attack, stage }) => !this.isAsked(attack, stage)),
    ];
    if (this.waiting.value.length > 0) this.rows.value = 'running';
    return this.#drain();
  }

  /** Runs what waits, one after the other. */
  #drain(): Promise<void> {
    this.#draining ??= this.#runAll().finally(() => {
      this.#draining = undefined;
    });
    return this.#draining;
  }

  async #runAll(): Promise<void> {
    this.failed.value = false;
    for (let [next, ...rest] = this.waiting.value; next; [next, ...rest] = this.waiting.value) {
      this.waiting.value = rest;
      this.busy.value = next;
      await this.#fill(next);
      await new Promise((resolve) => setTimeout(resolve)); // it is seen, and may be stopped
    }
    this.busy.value = undefined;
    if (this.rows.value === 'running') this.rows.value = 'ended';
  }

  async #fill(cell: Asked): Promise<void> {
    const cleared = this.#cleared;
    try {
      const run = await this.#runOnce(cell.attack, cell.stage);
      if (cleared === this.#cleared) this.#record(cell, run);
    } catch {
      this.failed.value = true; // the attack's code, or a worker of it, could not be loaded
      this.waiting.value = [];
      this.rows.value = undefined;
    }
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

  #record({ attack, stage, by }: Asked, done: Run & { readonly guessMs?: number }): void {
    const { outcome, trace, ...cost } = done;
    const run: KeptRun = { attack, stage, outcome, trace: trace.map(kept), at: Date.now(), ...cost };
    const before = this.runOf(attack, stage);
    this.runs.value = [...this.runs.value.filter((one) => one !== before), run];
    const isLast = by === 'cell' || (by === 'row' && stage === stageNames.at(-1));
    if (isLast || (before && this.opened.value === before)) this.opened.value = run;
    this.kept.value = writeRuns(this.runs.value);
  }
}

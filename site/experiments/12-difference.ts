// Question 12: two tokens compared field by field, and one token, delivered late, to a receiver at either stage.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Field, FieldName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Bench } from '../chat/bench.ts';
import { toToken } from '../chat/payload.ts';
import type { Message, Timeline } from '../chat/timeline.ts';
import { beHonest, rule, takeChair } from './chair.ts';
import { isTampered } from './deliveries.ts';
import { Errands } from './errands.ts';
import { once } from './experiment.ts';
import { arrivals, levelOut, send } from './post.ts';
import { until } from './until.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** What the page proposes that gauche sends. */
export const TEXT = 'cherchez la différence';

export const MAX_DELAY_SECONDS = 60;

/** The two stages that the question compares. */
export const COMPARED = ['fernet', 'fernet-ttl'] as const;
export type Compared = (typeof COMPARED)[number];

const isCompared = (stage: string): stage is Compared => COMPARED.some((name) => name === stage);

/** The fields that stand elsewhere, are longer or shorter, or are missing in the other token. */
export function structuralDifferences(one: readonly Field[], other: readonly Field[]): FieldName[] {
  const differs = (field: Field, among: readonly Field[]) =>
    !among.some(
      ({ name, offset, bytes }) =>
        name === field.name && offset === field.offset && bytes.length === field.bytes.length,
    );
  const names = [
    ...one.filter((field) => differs(field, other)),
    ...other.filter((field) => differs(field, one)),
  ];
  return [...new Set(names.map(({ name }) => name))];
}

/** What droite made, at each stage, of tokens of an age. */
export interface AtAge {
  /** seconds */
  readonly age: number;
  readonly verdicts: Readonly<Partial<Record<Compared, Verdict>>>;
}

/** By their ages, everything that droite got of gauche as it was sent; of what came twice, the last. */
export function verdictsByAge(timeline: Timeline): AtAge[] {
  const byAge = new Map<number, Partial<Record<Compared, Verdict>>>();
  for (const message of timeline) {
    const { now, stage, receipts } = message;
    if (message.from !== 'gauche' || now === undefined || !isCompared(stage)) continue;
    for (const receipt of receipts) {
      if (receipt.peer !== 'droite' || !isCompared(receipt.stage) || isTampered({ message, receipt }))
        continue;
      const age = receipt.now - now;
      byAge.set(age, { ...byAge.get(age), [receipt.stage]: verdictOf(receipt) });
    }
  }
  return Array.from(byAge, ([age, verdicts]) => ({ age, verdicts })).sort((a, b) => a.age - b.age);
}

/** Whether a field differs, by its name. */
export type Judgement = ReadonlyMap<FieldName, boolean>;

export class DifferenceTrial {
  readonly bench: Bench;
  readonly errands: Errands;
  /** what the reader holds of each field, as far as that was decided */
  readonly judged: Signal<Judgement> = signal(new Map());
  /** the fields that differ, as the reader has answered */
  readonly said: Signal<readonly FieldName[] | undefined> = signal();
  readonly delay: Signal<number> = signal(10);
  readonly sealedAt: Signal<Compared> = signal('fernet');
  readonly verdicts: ReadonlySignal<readonly AtAge[]>;
  readonly goals: ReadonlySignal<readonly { name: 'structure' | 'edge' | 'late'; done: boolean }[]>;
  readonly #pair: Signal<Readonly<Record<Compared, Message>> | undefined> = signal();

  constructor(bench: Bench) {
    this.bench = bench;
    this.errands = new Errands(bench.time);
    this.verdicts = computed(() => verdictsByAge(bench.timeline.value));
    const at = (age: number, stage: Compared) =>
      this.verdicts.value.find((one) => one.age === age)?.verdicts[stage];
    const structure = once(computed(() => this.isRight()));
    const edge = once(computed(() => at(30, 'fernet-ttl') === 'accepted' && at(31, 'fernet-ttl') === 'age'));
    const late = once(computed(() => at(31, 'fernet') === 'accepted'));
    this.goals = computed(() => [
      { name: 'structure', done: structure() },
      { name: 'edge', done: edge() },
      { name: 'late', done: late() },
    ]);
  }

  /** Has gauche send the same text at both stages. */
  sendPair(): Promise<void> {
    return this.errands.run(async (end) => {
      await beHonest(this.bench, end);
      levelOut(this.bench);
      this.bench.setStage('fernet');
      const fernet = await send(this.bench, 'gauche', TEXT);
      await arrivals(this.bench, fernet, 1, end);
      this.bench.setStage('fernet-ttl');
      const ttl = await send(this.bench, 'gauche', TEXT);
      await arrivals(this.bench, ttl, 1, end);
      this.#pair.value = { fernet, 'fernet-ttl': ttl };
    });
  }

  /** The fields of both tokens, once they are sent. */
  pair(): Readonly<Record<Compared, readonly Field[]>> | undefined {
    const pair = this.#pair.value;
    const fields = ({ stage, payload }: Message) => stages[stage].fields(toToken(payload));
    return pair && { fernet: fields(pair.fernet), 'fernet-ttl': fields(pair['fernet-ttl']) };
  }

  judge(name: FieldName, differs: boolean): void {
    this.judged.value = new Map(this.judged.value).set(name, differs);
    this.said.value = undefined;
  }

  /** How many fields of the two tokens the reader has not judged yet; undefined before there are tokens. */
  left(): number | undefined {
    return this.pair()?.fernet.filter(({ name }) => !this.judged.value.has(name)).length;
  }

  /** The reader answers, once every field is judged. */
  answer(): void {
    if (this.left() !== 0) return;
    this.said.value = Array.from(this.judged.value).flatMap(([name, differs]) => (differs ? [name] : []));
  }

  /** Whether the reader's answer is what the two tokens say. */
  isRight(): boolean {
    const [pair, said] = [this.pair(), this.said.value];
    if (!pair || !said) return false;
    const differences = structuralDifferences(pair.fernet, pair['fernet-ttl']);
    return said.length === differences.length && said.every((name) => differences.includes(name));
  }

  /** Has the relay keep a fresh token for a while, and hand it to droite at the one stage, then at the other. */
  deliverLate(): Promise<void> {
    return this.errands.run(async (end) => {
      const { bench } = this;
      const chair = await takeChair(bench, end);
      levelOut(bench);
      bench.setStage(this.sealedAt.value);
      await rule(chair, { act: 'hold', from: 'gauche' }, end);
      const message = await send(bench, 'gauche', TEXT);
      const payload = JSON.stringify(message.payload);
      const held = () => chair.held().find((seen) => JSON.stringify(seen.message) === payload);
      await until(() => held() !== undefined, end).finally(() => chair.setRule(undefined));
      const seq = held()?.seq;
      if (seq === undefined) return;
      bench.time.advance(1000 * this.delay.value);
      for (const [i, stage] of COMPARED.entries()) {
        bench.setStage(stage);
        chair.handOut({ user: message.from, message: message.payload, of: seq, to: ['droite'] });
        await arrivals(bench, message, i + 1, end);
      }
    });
  }

  end(): void {
    this.errands.end();
  }
}

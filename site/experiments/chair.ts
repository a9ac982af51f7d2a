// The server's chair, for an experiment that takes it by itself: sits down, and sees that an order has been heard.
import type { Bench } from '../chat/bench.ts';
import type { Operator, RuleWords } from '../chat/operator.ts';
import { until } from './until.ts';

/** Sits down, or stays. @returns the chair, once the relay listens */
export async function takeChair(bench: Bench, end: AbortSignal): Promise<Operator> {
  bench.places.operate();
  await until(() => bench.chair.operator.value?.presence.value === 'present', end);
  const chair = bench.chair.operator.value;
  if (!chair) throw new Error('nobody sits where somebody was present');
  return chair;
}

/** Gives the relay its rule, or takes it away, and waits until it holds. */
export async function rule(chair: Operator, words: RuleWords | undefined, end: AbortSignal): Promise<void> {
  if (chair.rule.value?.act === words?.act) return;
  chair.setRule(words);
  await until(() => chair.rule.value?.act === words?.act, end);
}

/** Has the relay pass messages on as they come, if it is this page that told it otherwise. */
export async function beHonest(bench: Bench, end: AbortSignal): Promise<void> {
  const chair = bench.chair.operator.value;
  if (chair?.presence.value === 'present') await rule(chair, undefined, end);
}

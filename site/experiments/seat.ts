// The server's chair, for an experiment: whose it is, and how this page sits down there and gives the relay its first rule.
import { effect } from '@preact/signals';
import type { Bench } from '../chat/bench.ts';
import type { RuleWords } from '../chat/operator.ts';

/** Whether the chair is this page's, nobody's as far as it knows, or refused to it: somebody else may sit there. */
export function seatOf(bench: Bench): 'own' | 'free' | 'refused' {
  const chair = bench.chair.operator.value;
  if (!chair) return 'free';
  return chair.isSeated() ? 'own' : 'refused';
}

/** @returns gives up waiting for the chair */
export function sitDown(bench: Bench, rule: RuleWords | undefined): () => void {
  bench.places.operate();
  let given = false;
  return effect(() => {
    const chair = bench.chair.operator.value;
    if (given || chair?.presence.value !== 'present') return;
    given = true;
    chair.setRule(rule);
  });
}

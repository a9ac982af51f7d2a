// Sits down in the server's chair, and gives the relay its first rule as soon as it listens.
import { effect } from '@preact/signals';
import type { Bench } from '../chat/bench.ts';
import type { RuleWords } from '../chat/operator.ts';

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

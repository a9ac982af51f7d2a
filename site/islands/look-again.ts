// Lays a message of the notebook on the bench, and brings its inspector into sight.
import { pageBench } from '../chat/page-bench.ts';
import type { Exhibit } from '../chat/timeline.ts';
import { LateInspector } from './late-parts.ts';

export async function lookAgain(exhibit: Exhibit): Promise<void> {
  const bench = pageBench.value;
  if (!bench) return;
  bench.exhibit.value = exhibit;
  await LateInspector.arrival();
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('[data-bench] .inspector h3');
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus({ preventScroll: true });
  });
}

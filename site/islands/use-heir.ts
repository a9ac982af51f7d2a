// A part that may go while it has the focus: what comes in its place takes it.
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * @param heir - a selector of what takes the focus, in the same experiment
 * @returns what to give to the part's element as its `ref`
 */
export function useHeir<Target extends HTMLElement>(heir: string) {
  const part = useRef<Target>(null);
  // One of layout is let go while the part is still there, and so is the focus.
  useLayoutEffect(
    () => () => {
      const experiment = part.current?.closest('[data-experiment]');
      if (!experiment || !part.current?.contains(document.activeElement)) return;
      requestAnimationFrame(() => experiment.querySelector<HTMLElement>(heir)?.focus());
    },
    [],
  );
  return part;
}

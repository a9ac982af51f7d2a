// A part of the strip that may go while it has the focus: another part of the strip takes it, or the strip itself.
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * @param heir - a selector of what takes the focus where it is there
 * @returns what to give to the part's element as its `ref`
 */
export function useStripHeir<Target extends HTMLElement>(heir?: string) {
  const part = useRef<Target>(null);
  // One of layout is let go while the part is still there, and so is the focus.
  useLayoutEffect(
    () => () => {
      const strip = part.current?.closest<HTMLElement>('[data-class-strip]');
      if (!strip || !part.current?.contains(document.activeElement)) return;
      requestAnimationFrame(() => {
        const next = heir === undefined ? null : strip.querySelector<HTMLElement>(heir);
        (next ?? strip).focus({ preventScroll: true });
      });
    },
    [],
  );
  return part;
}

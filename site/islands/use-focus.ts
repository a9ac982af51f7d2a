// A part that takes the focus when it comes: the button that called for it is gone.
import { useEffect, useRef } from 'preact/hooks';

/** @param wanted - whether it does; not where it stands there from the start. @returns what to give to the element as its `ref` */
export function useFocus<Target extends HTMLElement>(wanted = true) {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (wanted) target.current?.focus();
  }, []);
  return target;
}

// A part that takes the focus when it comes: the button that called for it is gone.
import { useEffect, useRef } from 'preact/hooks';

/** @returns what to give to the element as its `ref` */
export function useFocus<Target extends HTMLElement>() {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}

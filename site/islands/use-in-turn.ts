// Lets the parts of something be drawn one after the other, each in a frame of its own.
import { useLayoutEffect, useState } from 'preact/hooks';
import { afterFrame } from './after-frame.ts';

/**
 * @param value - what all the parts are to show
 * @param atOnce - for a picture, which has no next frame
 * @returns what each of the parts shows by now: an older value until its turn comes, undefined where there was none
 */
export function useInTurn<Value>(
  value: Value,
  parts: number,
  atOnce: boolean,
): readonly (Value | undefined)[] {
  const [shown, setShown] = useState<readonly (Value | undefined)[]>(() =>
    Array.from({ length: parts }, () => (atOnce ? value : undefined)),
  );
  useLayoutEffect(() => {
    if (atOnce) return;
    const cancels = shown.map((_, part) =>
      afterFrame(() => setShown((before) => before.map((old, i) => (i === part ? value : old)))),
    );
    return () => {
      for (const cancel of cancels) cancel();
    };
  }, [value]);
  return atOnce ? shown.map(() => value) : shown;
}

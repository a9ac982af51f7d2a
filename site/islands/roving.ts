// One place in a list of bytes, which the arrow keys and presses move: the list has the focus, its bytes need none.
import { useState } from 'preact/hooks';

/** How many bytes of a list stand in one row of the screen. */
function columnsOf(bytes: readonly HTMLElement[]): number {
  const top = bytes[0]?.offsetTop;
  const second = bytes.findIndex(({ offsetTop }) => offsetTop !== top);
  return second < 0 ? bytes.length : second;
}

/** Where a key leads; undefined for keys that lead nowhere. */
function stepOf(key: string, at: number, bytes: readonly HTMLElement[]): number | undefined {
  const steps: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => at - 1,
    ArrowRight: () => at + 1,
    ArrowUp: () => at - columnsOf(bytes),
    ArrowDown: () => at + columnsOf(bytes),
    Home: () => 0,
    End: () => bytes.length - 1,
  };
  const to = steps[key]?.();
  return to === undefined ? undefined : Math.min(Math.max(to, 0), bytes.length - 1);
}

const bytesOf = (list: Element) => Array.from(list.querySelectorAll<HTMLElement>('[role="option"]'));

/**
 * @param list - stands for what is listed: once it is another one, nothing in it is chosen yet
 * @returns the place, from 0, undefined until the list has been used, and what the list listens to
 */
export function useRoving(list: unknown) {
  const [place, setPlace] = useState<{ readonly in: unknown; readonly at: number }>();
  const at = place && place.in === list ? place.at : undefined;
  const setAt = (to: number) => setPlace({ in: list, at: to });
  const listeners = {
    onKeyDown: (event: KeyboardEvent & { readonly currentTarget: Element }) => {
      const to = stepOf(event.key, at ?? -1, bytesOf(event.currentTarget));
      if (to === undefined) return;
      event.preventDefault();
      setAt(to);
    },
    onFocus: () => setAt(at ?? 0),
    onClick: ({ target, currentTarget }: { readonly target: unknown; readonly currentTarget: Element }) => {
      const pressed = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
      const to = pressed ? bytesOf(currentTarget).indexOf(pressed) : -1;
      if (to >= 0) setAt(to);
    },
  };
  return { at, listeners };
}

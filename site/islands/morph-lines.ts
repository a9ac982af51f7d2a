// Moves the lines of a list from what it was to what it is: who stays glides, who goes fades out, who comes fades in.
import { useLayoutEffect, useRef } from 'preact/hooks';

const GLIDE = { duration: 380, easing: 'cubic-bezier(0.3, 0, 0.1, 1)' };
const LEAVE = { duration: 220, easing: 'ease-out' };
const COME = { ...GLIDE, delay: 120, fill: 'backwards' } as const;

interface Picture {
  readonly height: number;
  /** where each line is seen now, in pixels below the top of the list */
  readonly tops: ReadonlyMap<Element, number>;
}

function pictureOf(list: Element): Picture {
  const { top, height } = list.getBoundingClientRect();
  const tops = Array.from(list.children, (line) => [line, line.getBoundingClientRect().top - top] as const);
  return { height, tops: new Map(tops) };
}

const at = (top: number) => `translateY(${top}px)`;

/** @param ghosts - an empty element that lies upon the list, for the lines on their way out */
function morph(before: Picture, list: HTMLElement, ghosts: HTMLElement): void {
  // What was still on its way was pictured where it was, and goes on from there.
  for (const animation of list.getAnimations({ subtree: true })) animation.cancel();
  const after = pictureOf(list);
  list.animate([{ blockSize: `${before.height}px` }, { blockSize: `${after.height}px` }], GLIDE);
  for (const [line, top] of after.tops) {
    const from = before.tops.get(line);
    if (from === undefined) line.animate([{ opacity: 0, transform: 'translateX(0.8rem)' }, {}], COME);
    else if (from !== top) line.animate([{ transform: at(from - top) }, {}], GLIDE);
  }
  for (const [line, top] of before.tops) {
    if (after.tops.has(line)) continue;
    ghosts.append(line);
    const leaving = line.animate(
      [
        { opacity: 1, transform: at(top) },
        { opacity: 0, transform: at(top) },
      ],
      LEAVE,
    );
    const end = () => line.remove();
    leaving.finished.then(end, end);
  }
}

/**
 * For a list of keyed children that changes with `shown`, and for the element of its ghosts.
 * Nothing moves for readers who want no motion.
 */
export function useMorphedLines(shown: string) {
  const list = useRef<HTMLElement>(null);
  const ghosts = useRef<HTMLSpanElement>(null);
  const last = useRef(shown);
  const before = useRef<Picture | undefined>(undefined);
  // While it is drawn anew, the list is still the old one.
  if (last.current !== shown) before.current = list.current ? pictureOf(list.current) : undefined;
  last.current = shown;
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (before.current && list.current && ghosts.current && !still)
      morph(before.current, list.current, ghosts.current);
    before.current = undefined;
  }, [shown]);
  return { list, ghosts };
}

// Following a message: one press on any trace of it, and what is known of it comes into sight.
import type { LogLine } from '#server/protocol.ts';
import type { Message } from '../chat/timeline.ts';
import { useBench } from './bench-context.ts';
import { LateInspector } from './late-parts.ts';

const MARGIN_PX = 12;

/** What moves when an element is scrolled: the first box around it that scrolls by itself, else the page. */
function scrollerOf(element: Element): Element {
  for (let box = element.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return document.documentElement;
}

/**
 * Scrolls as little as shows the inspector down to the last of its bytes, or the console, or from its head on where
 * that is too much.
 * `scrollIntoView` would move the page as well, and with it the text beside the bench. The focus stays where it is.
 */
function bringIntoSight(wanted: Element): void {
  const scroller = scrollerOf(wanted);
  const frame = scroller.getBoundingClientRect();
  const top = Math.max(frame.top, 0) + MARGIN_PX;
  const bottom = Math.min(frame.bottom, innerHeight) - MARGIN_PX;
  const head = wanted.getBoundingClientRect().top;
  const foot = (wanted.querySelector('.fields') ?? wanted).getBoundingClientRect().bottom;
  const fromHead = head < top || foot - head > bottom - top;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({
    top: fromHead ? head - top : Math.max(0, foot - bottom),
    behavior: still ? 'instant' : 'smooth',
  });
}

/**
 * What a message is to the reader, and what a press on a trace of it does.
 * @param delivery - the one of its deliveries that the trace is of, from 0; −1 where it is of none
 * @param line - of the log: without a message, it is looked at by itself
 */
export function useFollowing(message: Message | undefined, delivery: number, line?: LogLine) {
  const { reading } = useBench();
  const trace = message && reading.traceOf(message.id);
  const follow = ({ currentTarget }: { readonly currentTarget: Element }) => {
    if (!(message ? reading.press(message, delivery) : line && reading.pressLine(line))) return;
    const root = currentTarget.closest('[data-bench]');
    const show = () => {
      const parts = Array.from(root?.children ?? []); // not by a search: that would go through the whole log
      const part = (name: string) => parts.find(({ classList }) => classList.contains(name));
      const console = part('console');
      // Whoever sits in the server's chair follows a message to do something to it.
      const wanted = console?.querySelector('.forge') ?? console ?? part('inspector');
      if (wanted) bringIntoSight(wanted);
    };
    const showDrawn = () =>
      requestAnimationFrame(root?.querySelector(':scope > [aria-busy=true]') ? showDrawn : show);
    void LateInspector.arrival().then(() => requestAnimationFrame(showDrawn));
  };
  return { pressed: trace !== undefined, traceClass: trace ? `is-${trace}` : '', follow };
}

// Where the focus goes when what has it goes, or can be pressed no more: to the heading of its part, never to the page's start.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const TAKES_FOCUS = 'a, button, input, select, textarea, label, summary, [tabindex]';

/** @param isDrawn - whether the page's element is there */
export function useKeptFocus(page: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    let last: { readonly target: Element; readonly part: Element | null } | undefined;
    const took = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { target, part: target.closest('section') };
    };
    // A press beside all that takes the focus lets go of it on purpose.
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest(TAKES_FOCUS)) last = undefined;
    };
    const rescue = () => {
      const active = document.activeElement;
      if (!last || (active && active !== document.body && !active.matches(':disabled'))) return;
      if (last.target.isConnected && !last.target.matches(':disabled')) return;
      const heading = (last.part?.isConnected && last.part.querySelector('h2')) || root.querySelector('h1');
      last = undefined;
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus();
    };
    // In the frame after, when the browser has let go of the focus itself.
    const changes = new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(rescue)));
    root.addEventListener('focusin', took);
    document.addEventListener('pointerdown', pressed);
    changes.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      root.removeEventListener('focusin', took);
      document.removeEventListener('pointerdown', pressed);
      changes.disconnect();
    };
  }, [isDrawn]);
}

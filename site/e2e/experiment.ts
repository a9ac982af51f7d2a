// An experiment on a page, as a scripted reader meets it.
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Opening } from './workbook.ts';

const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', keyboard: true } as const;

/** Who makes a trip. */
export const READERS: [string, Opening][] = [
  ['with a mouse', {}],
  ['by keyboard alone, 390 px wide, without motion', PHONE],
];

/** Whether the page is as wide as its window, and where no motion is wanted, nothing moves. */
async function expectInPlace(page: Page): Promise<void> {
  const { over, moving } = await page.evaluate(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const moves = document.getAnimations().filter(({ effect }) => {
      const { duration = 0 } = effect?.getComputedTiming() ?? {};
      return typeof duration === 'number' && duration > 1;
    });
    return { over: document.documentElement.scrollWidth - innerWidth, moving: still ? moves.length : 0 };
  });
  expect({ over, moving }).toEqual({ over: 0, moving: 0 });
}

export function experiment(page: Page, question: number) {
  const root = page.locator(`[data-experiment="${question}"]`);
  return {
    root,
    /** brings it into sight, where it comes to life, and waits for a state */
    async expectState(state: 'predict' | 'ready' | 'running' | 'reached') {
      await root.scrollIntoViewIfNeeded();
      await expect.poll(() => root.getAttribute('data-state')).toBe(state);
      await expectInPlace(page);
    },
    /** waits until so many of the goals are reached */
    async expectDone(count: number) {
      await expect.poll(() => root.locator('.goals .is-done').count()).toBe(count);
      await expectInPlace(page);
    },
  };
}
